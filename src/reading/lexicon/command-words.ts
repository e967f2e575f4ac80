import { createRewriter, type Rewriter } from '../../kernel/patterns/rewriter.ts';
import type { Scanner } from '../../kernel/patterns/scanner.ts';
import type { CommandName, ListQuestion } from '../../kernel/vocabulary/intent.ts';
import { unite, wordsOf, type Words } from './tables.ts';

/** Sets of command words with their own reading rules. */
const sets = [
  /** First words that act as a verb before another command's word, as in `check my balance`. The second set asks for the last few. */
  'verbHeads',
  'lastHeads',
  /** Talk uses these for other things: `hold on`, `check the weather`. */
  'holdHeads',
  'checkHeads',
  'payHeads',
  /** Sentences have no other use for these, so mere names may follow. */
  'sureHeads',
  /** History, unless a complete transfer follows. */
  'eitherHeads',
  /** One letter, so that only a whole order counts; and a few letters, after which two mere names and a digit are a title. */
  'letterHeads',
  'shortHeads',
  /** Verbs of orders that everyday talk also uses. Names after them must be kinds, suffixes or known shares. */
  'everydayOrders',
  /** Verbs of orders after which a mere name counts only in the strict shape. */
  'plainOrders',
  /** These name nothing, or in talk mean a place as often as a share. */
  'noNames',
  /** Kinds that talk uses too. */
  'talkKinds',
  /** Between a payment and the payee. */
  'payTo',
  'noPayees',
  /** May follow STOP, and YES and NO, without changing them. */
  'stopTails',
  'answerTails',
  'helpHeads',
  /** Between HELP and its topic; after HELP without meaning; all topics. */
  'helpLinks',
  'helpMe',
  'helpAll',
  /** These ask for a place, and one may follow. A postcode may be attached to the second set. */
  'placeHeads',
  'gluedPlaces',
  /** Words for STOP that in talk mean *drop this*. */
  'dropHeads',
  /** Confirm beside a code. */
  'confirming',
  /** The start of a direct message on X: `d myvcu #bal`. */
  'boxes',
  /** Carriers require an answer to these, so no institution can remove them. */
  'carriers',
  /** Words of only this language. Two of them show that a text is in it. */
  'own',
  /** Show the language of a command that belongs to no one language. */
  'hints',
] as const;

type CommandSet = (typeof sets)[number];

/** Two words that start a command together. They are tried before the first alone. */
export interface PairIntent {
  readonly intent: 'dispute' | 'stop' | 'start';
  /** Nothing may follow. */
  readonly only?: true;
}

/** A pack's words for commands. */
export interface CommandWords extends Readonly<Partial<Record<CommandSet, Words>>> {
  /** The words that start each command. */
  readonly begins?: Readonly<Partial<Record<CommandName, Words>>>;
  readonly pairs?: Readonly<Record<string, PairIntent>>;
  /** Two words that ask for what the first one names: `balance check`. */
  readonly wholePairs?: readonly string[];
  /** Letters of `L5T`. */
  readonly lastFew?: {
    readonly head: string;
    readonly lists: Readonly<Record<string, ListQuestion>>;
  };
  /** Accents that only this language uses in a command's word. */
  readonly accents?: RegExp;
  /** Ordinary words one typo away from a command's word. They are never typos. */
  readonly ordinary?: Words;
  /** A credit union's names for kinds, and how to read them. */
  readonly compounds?: readonly (readonly [pattern: RegExp, word: string])[];
}

/** The command words of all packs together. */
export interface CommandLexicon extends Readonly<
  Record<Exclude<CommandSet, 'own' | 'hints'>, ReadonlySet<string>>
> {
  readonly wholePairs: ReadonlySet<string>;
  readonly lastFew: RegExp;
  readonly lists: ReadonlyMap<string, ListQuestion>;
  readonly ordinary: ReadonlySet<string>;
  readonly compounds: Rewriter;
  /** `OK4821`. */
  readonly gluedConfirmation: RegExp;
  /** `ATM63101`. */
  readonly gluedPlace: RegExp;
}

export function compileCommands(packs: readonly CommandWords[], scanner: Scanner): CommandLexicon {
  const united = unite(sets, packs);
  const few = packs.flatMap((pack) => pack.lastFew ?? []);
  const lists = few.flatMap((one) => Object.entries(one.lists));
  const heads = few.map(({ head }) => head).join('|');
  const letters = lists.map(([letter]) => letter).join('');
  return {
    ...united,
    wholePairs: new Set(packs.flatMap((pack) => pack.wholePairs ?? [])),
    lastFew:
      few.length === 0 ? /(?!)/ : new RegExp(`^(?:${heads})(\\d{1,2})([${letters}])(\\d{1,2})?$`),
    lists: new Map(lists),
    ordinary: new Set(packs.flatMap((pack) => wordsOf(pack.ordinary ?? ''))),
    compounds: createRewriter(
      packs.flatMap((pack) => pack.compounds ?? []),
      scanner,
    ),
    gluedConfirmation: glued(united.confirming, '\\d{4}'),
    gluedPlace: glued(united.gluedPlaces, '\\d{5,6}'),
  };
}

/** One of these words with figures right after it. */
function glued(words: ReadonlySet<string>, figures: string): RegExp {
  return words.size === 0 ? /(?!)/ : new RegExp(`^(${[...words].join('|')})(${figures})$`);
}
