import type { CommandName, ListQuestion } from '../../kernel/vocabulary/intent.ts';
import { unite, wordsOf, type Words } from './tables.ts';

/** Sets of command words that are read in a way of their own. */
const sets = [
  /** First words that are a verb to another command's word, `check my balance`; the second ones ask for the last few. */
  'verbHeads',
  'lastHeads',
  /** Talk uses these for other things: `hold on`, `check the weather`. */
  'holdHeads',
  'checkHeads',
  'payHeads',
  /** Sentences have no other use for these: mere names may follow. */
  'sureHeads',
  /** History, unless a complete transfer follows. */
  'eitherHeads',
  /** Of one letter, so that only a whole order counts; and of few, after which two mere names and a digit are a title. */
  'letterHeads',
  'shortHeads',
  /** Verbs of orders that everyday talk uses too: their names must be kinds or suffixes, or known shares. */
  'everydayOrders',
  /** Verbs of orders after which a mere name is taken only in the strict shape. */
  'plainOrders',
  /** Name nothing, or say where in talk as much as into which share. */
  'noNames',
  /** Kinds that talk uses too. */
  'talkKinds',
  /** Between a payment and the payee. */
  'payTo',
  'noPayees',
  /** Follow STOP without changing it; follow YES and NO without changing them. */
  'stopTails',
  'answerTails',
  'helpHeads',
  /** Between HELP and its topic; after HELP, meaning nothing; all topics. */
  'helpLinks',
  'helpMe',
  'helpAll',
  /** Ask for a place: one may follow. To the second ones a postcode may be glued. */
  'placeHeads',
  'gluedPlaces',
  /** Of STOP, and in talk *drop this*. */
  'dropHeads',
  /** Confirm beside a code. */
  'confirming',
  /** Open a box of X: `d myvcu #bal`. */
  'boxes',
  /** Carriers demand an answer to these, so no institution takes them away. */
  'carriers',
  /** Only this language has them: two of these tell that it is spoken. */
  'own',
  /** Tell which language a command without a language of its own speaks. */
  'hints',
] as const;

type CommandSet = (typeof sets)[number];

/** Two words that begin a command together, tried before their first. */
export interface PairIntent {
  readonly intent: 'dispute' | 'stop' | 'start';
  /** Nothing may follow. */
  readonly only?: true;
}

/** What a pack says of commands. */
export interface CommandWords extends Readonly<Partial<Record<CommandSet, Words>>> {
  /** What begins each command. */
  readonly begins?: Readonly<Partial<Record<CommandName, Words>>>;
  readonly pairs?: Readonly<Record<string, PairIntent>>;
  /** Two words that ask for what the first one names: `balance check`. */
  readonly wholePairs?: readonly string[];
  /** Letters of `L5T`. */
  readonly lastFew?: {
    readonly head: string;
    readonly lists: Readonly<Record<string, ListQuestion>>;
  };
  /** Accents that only this language writes in a command's word. */
  readonly accents?: RegExp;
  /** A slip away from a command's word, and never one. */
  readonly ordinary?: Words;
  /** Names that a credit union has for kinds, and how they are read. */
  readonly compounds?: readonly (readonly [pattern: RegExp, word: string])[];
}

/** Command words, of all packs together. */
export interface CommandLexicon extends Readonly<
  Record<Exclude<CommandSet, 'own' | 'hints'>, ReadonlySet<string>>
> {
  readonly wholePairs: ReadonlySet<string>;
  readonly lastFew: RegExp;
  readonly lists: ReadonlyMap<string, ListQuestion>;
  readonly ordinary: ReadonlySet<string>;
  readonly compounds: readonly (readonly [pattern: RegExp, word: string])[];
  /** `OK4821`. */
  readonly gluedConfirmation: RegExp;
  /** `ATM63101`. */
  readonly gluedPlace: RegExp;
}

export function compileCommands(packs: readonly CommandWords[]): CommandLexicon {
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
    compounds: packs.flatMap((pack) => pack.compounds ?? []),
    gluedConfirmation: glued(united.confirming, '\\d{4}'),
    gluedPlace: glued(united.gluedPlaces, '\\d{5,6}'),
  };
}

/** One of these words with figures right behind it. */
function glued(words: ReadonlySet<string>, figures: string): RegExp {
  return words.size === 0 ? /(?!)/ : new RegExp(`^(${[...words].join('|')})(${figures})$`);
}
