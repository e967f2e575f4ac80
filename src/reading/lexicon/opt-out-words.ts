import { createRewriter, type Rewriter } from '../../kernel/patterns/rewriter.ts';
import { remembered } from '../../kernel/remembered.ts';
import type { Scanner } from '../../kernel/patterns/scanner.ts';
import { createSieve, type Sieve } from '../../kernel/patterns/sieve.ts';
import { anyOf, either, unite, type Words } from './tables.ts';

/** Sets of words that form a request for no more messages. */
const sets = [
  /** Words that end messages when alone. Each is also a verb with messages as its object. */
  'verbs',
  /** May come before the verb. None of these denies or asks. */
  'leads',
  /** The same, if messages are named and nothing follows: `make these texts stop`. */
  'leadsToMessages',
  /** Messages, and how they come. */
  'contacts',
  /** May follow the verb without changing it. */
  'tails',
  /** May accompany a word for messages. */
  'besides',
  /** The ends of complaining sentences: `i am not bob stop`, `no soy ana paren`. */
  'lastStops',
  /** Before these words, `stop` is a place, or is denied. */
  'noStops',
] as const;

const patterns = [
  /** The start of a reason without a comma: `stop i moved`, `stop this is a landline`. */
  'reasonStarts',
  /** The start of a complaint other than a reason. */
  'complaints',
  /** A reason before STOP, without a comma. */
  'reasonsBefore',
  /** A whole clause that says it alone. */
  'sayings',
  /** The same, but only as the whole text: beside anything else it is too mild to count. */
  'wholeSayings',
  /** With one of these, the sentence is about money, a card, or how STOP works, whatever else it says. */
  'otherMatters',
  /** `stop bugging me`: what messages do to people. */
  'stopsDoing',
  /** `don't stop`, `no paren`. */
  'denies',
  /** Questions and conditions. */
  'asks',
  /** The start of a threat: `or i will sue`. */
  'threats',
  /** STOP with a typo, and `s-t-o-p`. */
  'stopSlips',
] as const;

type OptOutSet = (typeof sets)[number];
type OptOutPattern = (typeof patterns)[number];

/** A pack's words for STOP in free wording. */
export interface OptOutWords
  extends
    Readonly<Partial<Record<OptOutSet, Words>>>,
    Readonly<Partial<Record<OptOutPattern, RegExp>>> {
  /** Corrections of common spellings, before a text is split into clauses. */
  readonly typing?: readonly (readonly [pattern: RegExp, words: string])[];
  /** Two or more words that count as one. */
  readonly phrases?: readonly (readonly [pattern: RegExp, word: string])[];
  /** The line above a quoted message: how it begins, and its spelling of *wrote*. */
  readonly quoted?: { readonly begins: string; readonly wrote: string };
  /** STOP and what may come before it, then the reason: two groups. */
  readonly stopFirst?: RegExp;
  /** The words for our name and for STOP in the tables. */
  readonly ourName?: string;
  readonly stopWord?: string;
}

export interface OptOutLexicon
  extends
    Readonly<Record<OptOutSet, ReadonlySet<string>>>,
    Readonly<Record<OptOutPattern, RegExp>> {
  readonly typing: Rewriter;
  readonly phrases: Rewriter;
  readonly quoted: RegExp;
  readonly stopFirst: readonly RegExp[];
  /** Tells which of these patterns may match a clause. */
  readonly sieve: Sieve;
  readonly ourName: string;
  readonly stopWord: string;
  /** Whether a word is a verb of these, or STOP with a typo. */
  readonly isStop: (word: string) => boolean;
  /** Whether a flat text has such a word, perhaps after a dash, or a phrase that counts as one, or may say it otherwise. */
  readonly mayStop: (flat: string) => boolean;
}

export function compileOptOut(packs: readonly OptOutWords[], scanner: Scanner): OptOutLexicon {
  const begins = either(packs.map(({ quoted }) => quoted?.begins));
  const wrote = either(packs.map(({ quoted }) => quoted?.wrote));
  const compiled = anyOf(patterns, packs);
  const stopFirst = packs.flatMap((pack) => pack.stopFirst ?? []);
  const united = unite(sets, packs);
  const { sayings, stopsDoing, stopSlips, wholeSayings } = compiled;
  const isStop = remembered((word) => united.verbs.has(word) || stopSlips.test(word));
  const stops = scanner.addTest((word) => isStop(word) || isStop(word.replace(/^-+/, '')));
  const sieve = createSieve([...Object.values(compiled), ...stopFirst], 3, scanner);
  const phrases = createRewriter(
    packs.flatMap((pack) => pack.phrases ?? []),
    scanner,
  );
  return {
    ...united,
    ...compiled,
    isStop,
    mayStop: (flat) => {
      scanner.scan(flat);
      if (scanner.has(stops) || phrases.mayChange(flat)) return true;
      const mayMatch = sieve.sift(flat);
      return mayMatch(sayings) || mayMatch(stopsDoing) || mayMatch(wholeSayings);
    },
    sieve,
    typing: createRewriter(
      packs.flatMap(({ typing }) => typing ?? []),
      scanner,
    ),
    phrases,
    quoted: new RegExp(`[\\r\\n]+${begins} .{4,100}${wrote}\\s*:[^]*$`, 'iu'),
    stopFirst,
    ourName: packs.find(({ ourName }) => ourName)?.ourName ?? '',
    stopWord: packs.find(({ stopWord }) => stopWord)?.stopWord ?? '',
  };
}
