import type { Language } from '../../kernel/vocabulary/language.ts';
import type { CommandName } from '../../kernel/vocabulary/intent.ts';
import { anyOf, either, unite, wordsOf, type Words } from './tables.ts';

const sets = [
  /** Words of commands that sentences use for other things, so that they suggest nothing. */
  'common',
  /** Money without an amount, between shares. */
  'vagueMoney',
  /** Before a figure that is a time; after one that is an amount. */
  'timeMarks',
  'overWords',
  /** Before an amount, and no place. */
  'amountLinks',
  /** Lead to a person or a share. */
  'payees',
  /** Where money of one's own lies; and what says that it is somebody else's. */
  'ownPlaces',
  'owners',
  'bills',
  /** Words of commands that are counted in talk: `in 3 hours`; and what counts them. */
  'countedHeads',
  'counters',
  /** Articles that fill and may name a share too. */
  'nameFillers',
] as const;

const patterns = [
  /** A charge that was not made: asked about only when a dispute is wished for. */
  'disowned',
  /** Details that are changed are a person's, not a share's. */
  'changing',
  /** `steve's account`. */
  'owned',
] as const;

type SuggestionSet = (typeof sets)[number];
type SuggestionPattern = (typeof patterns)[number];

/** What a pack says of what a text nearly meant. */
export interface SuggestionWords
  extends
    Readonly<Partial<Record<SuggestionSet, Words>>>,
    Readonly<Partial<Record<SuggestionPattern, RegExp>>> {
  /** What to send for an intent. Never what moves money by being sent as it is, nor what voids or confirms. */
  readonly examples?: Readonly<Partial<Record<CommandName, string>>>;
  /** `close my account`, which people do: verbs and what is closed, as alternatives. */
  readonly closing?: string;
  readonly closed?: string;
  /** After an order's verb of this language only these lead to a person. */
  readonly payeesAlone?: Words;
}

export interface SuggestionLexicon
  extends
    Readonly<Record<SuggestionSet, ReadonlySet<string>>>,
    Readonly<Record<SuggestionPattern, RegExp>> {
  readonly closing: RegExp;
  readonly examples: ReadonlyMap<Language, Readonly<Partial<Record<CommandName, string>>>>;
  readonly payeesAlone: ReadonlyMap<Language, ReadonlySet<string>>;
}

export function compileSuggestions(
  packs: readonly (SuggestionWords & { readonly language?: Language })[],
): SuggestionLexicon {
  const spoken = packs.flatMap((pack) =>
    pack.language === undefined ? [] : [{ ...pack, language: pack.language }],
  );
  return {
    ...unite(sets, packs),
    ...anyOf(patterns, packs),
    closing: new RegExp(
      `\\b${either(packs.map((pack) => pack.closing))} .{0,20}\\b${either(packs.map((pack) => pack.closed))}\\b`,
    ),
    examples: new Map(spoken.map(({ language, examples = {} }) => [language, examples])),
    payeesAlone: new Map(
      spoken.flatMap(({ language, payeesAlone }) =>
        payeesAlone === undefined ? [] : [[language, new Set(wordsOf(payeesAlone))] as const],
      ),
    ),
  };
}
