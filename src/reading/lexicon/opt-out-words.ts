import { anyOf, either, unite, type Words } from './tables.ts';

/** Sets of words that a wish for no more messages is made of. */
const sets = [
  /** What ends messages when it stands alone. Each is also a verb that takes messages. */
  'verbs',
  /** What may stand before the verb. No word of these denies or asks. */
  'leads',
  /** The same, where messages are named and nothing follows: `make these texts stop`. */
  'leadsToMessages',
  /** Messages, and how they come. */
  'contacts',
  /** What may follow the verb and changes nothing. */
  'tails',
  /** What may stand beside a word for messages besides. */
  'besides',
  /** What ends a sentence of complaint: `i am not bob stop`, `no soy ana paren`. */
  'lastStops',
  /** Before these words `stop` is a place, or is denied. */
  'noStops',
] as const;

const patterns = [
  /** Where a reason begins that is given without a comma: `stop i moved`, `stop this is a landline`. */
  'reasonStarts',
  /** How a complaint begins, besides reasons. */
  'complaints',
  /** What stands before STOP as its reason, without a comma. */
  'reasonsBefore',
  /** A whole clause that says it by itself. */
  'sayings',
  /** With one of these the sentence is about money, a card, or how STOP works, whatever else it says. */
  'otherMatters',
  /** `stop bugging me`: what is done to people by messages. */
  'stopsDoing',
  /** `don't stop`, `no paren`. */
  'denies',
  /** Questions, and conditions. */
  'asks',
  /** Where a threat begins: `or i will sue`. */
  'threats',
  /** STOP with a slip of the thumb, `s-t-o-p`. */
  'stopSlips',
] as const;

type OptOutSet = (typeof sets)[number];
type OptOutPattern = (typeof patterns)[number];

/** What a pack says of STOP in free wording. */
export interface OptOutWords
  extends
    Readonly<Partial<Record<OptOutSet, Words>>>,
    Readonly<Partial<Record<OptOutPattern, RegExp>>> {
  /** How words are typed, put right before a text is cut into clauses. */
  readonly typing?: readonly (readonly [pattern: RegExp, words: string])[];
  /** Words of two and more that count as one. */
  readonly phrases?: readonly (readonly [pattern: RegExp, word: string])[];
  /** The line above a quoted message: how it begins, and the word for *wrote* as it is spelled. */
  readonly quoted?: { readonly begins: string; readonly wrote: string };
  /** STOP and what may lead to it, then the reason: two groups. */
  readonly stopFirst?: RegExp;
  /** What we are called, and STOP, as the tables have them. */
  readonly ourName?: string;
  readonly stopWord?: string;
}

export interface OptOutLexicon
  extends
    Readonly<Record<OptOutSet, ReadonlySet<string>>>,
    Readonly<Record<OptOutPattern, RegExp>> {
  readonly typing: NonNullable<OptOutWords['typing']>;
  readonly phrases: NonNullable<OptOutWords['phrases']>;
  readonly quoted: RegExp;
  readonly stopFirst: readonly RegExp[];
  readonly ourName: string;
  readonly stopWord: string;
}

export function compileOptOut(packs: readonly OptOutWords[]): OptOutLexicon {
  const begins = either(packs.map(({ quoted }) => quoted?.begins));
  const wrote = either(packs.map(({ quoted }) => quoted?.wrote));
  return {
    ...unite(sets, packs),
    ...anyOf(patterns, packs),
    typing: packs.flatMap(({ typing }) => typing ?? []),
    phrases: packs.flatMap(({ phrases }) => phrases ?? []),
    quoted: new RegExp(`[\\r\\n]+${begins} .{4,100}${wrote}\\s*:[^]*$`, 'iu'),
    stopFirst: packs.flatMap(({ stopFirst }) => stopFirst ?? []),
    ourName: packs.find(({ ourName }) => ourName)?.ourName ?? '',
    stopWord: packs.find(({ stopWord }) => stopWord)?.stopWord ?? '',
  };
}
