import type { Language } from '../../kernel/vocabulary/language.ts';
import type { CommandName } from '../../kernel/vocabulary/intent.ts';
import { anyOf, either, unite, wordsOf, type Words } from './tables.ts';

const sets = [
  /** Words of commands that sentences use for other things, so they suggest nothing. */
  'common',
  /** Money without an amount, between shares. */
  'vagueMoney',
  /** Before a figure that is a time; after one that is an amount. */
  'timeMarks',
  'overWords',
  /** Before an amount, but not a place. */
  'amountLinks',
  /** Before a person or a share. */
  'payees',
  /** Places for one's own money; and words that show it is someone else's. */
  'ownPlaces',
  'owners',
  'bills',
  /** Words of commands that talk counts, as in `in 3 hours`; and what counts them. */
  'countedHeads',
  'counters',
  /** Filler articles that may also name a share. */
  'nameFillers',
] as const;

const patterns = [
  /** A charge that the member did not make: a question only if they want a dispute. */
  'disowned',
  /** Details that change are a person's, not a share's. */
  'changing',
  /** `steve's account`. */
  'owned',
] as const;

type SuggestionSet = (typeof sets)[number];
type SuggestionPattern = (typeof patterns)[number];

/** A pack's words for what a text nearly meant. */
export interface SuggestionWords
  extends
    Readonly<Partial<Record<SuggestionSet, Words>>>,
    Readonly<Partial<Record<SuggestionPattern, RegExp>>> {
  /** The suggestion for an intent. Sending it as it is must never move money, void or confirm anything. */
  readonly examples?: Readonly<Partial<Record<CommandName, string>>>;
  /** `close my account`, which people do: verbs and objects, as alternatives. */
  readonly closing?: string;
  readonly closed?: string;
  /** After an order's verb in this language, only these come before a person. */
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
