import type { Language } from '../../kernel/vocabulary/language.ts';
import { either } from './tables.ts';

/**
 * What words of a report may mean. The rules (`possible-error-rules.ts`) look at meanings only, so that each is written once for all
 * languages.
 */
export const errorTerms = [
  // What stands in an account, and what was done to it.
  'charge',
  'payment',
  'transfer',
  'fee',
  'activity',
  'deposit',
  'refund',
  'money',
  'account',
  'statement',
  'balance',
  'amount',
  'card',
  'belongings',
  'atm',
  'shop',
  'steal',
  'lost',
  'hack',
  'scam',
  'fraud',
  'unauthorized',
  'odd',
  'take',
  'takes',
  'use',
  'spend',
  'overcharge',
  'twice',
  'same',
  'many',
  'once',
  'listed',
  'tooMuch',
  'wrong',
  'error',
  'missing',
  'arrive',
  'putIn',
  'gave',
  'asked',
  'less',
  'fullAmount',
  'different',
  'ate',
  // Who did it, how it is asked, and what makes it something else.
  'notMe',
  'byMe',
  'without',
  'someone',
  'stranger',
  'you',
  'self',
  'my',
  'what',
  'unsure',
  'who',
  'why',
  'whyThere',
  'where',
  'whence',
  'this',
  'the',
  'at',
  'forWhat',
  'thereIs',
  'isThere',
  'legit',
  'not',
  'did',
  'buy',
  'recognize',
  'cantRecall',
  'neverBeen',
  'anything',
  'canceled',
  'still',
  'only',
  'shouldBe',
  'shouldNotBe',
  'dispute',
  'report',
  'reverse',
  'moneyBack',
  'own',
  'supposing',
  'topic',
  'social',
  'things',
  'cameTo',
  'status',
  'remaining',
  'order',
  'please',
  'nothing',
] as const;

/** One meaning. */
export type ErrorTerm = (typeof errorTerms)[number];

/** A language's words for each meaning: lower case, without accents and apostrophes; a star ends a stem; commas between phrases. */
export type ErrorWords = Readonly<Record<ErrorTerm, string>>;

/** What a pack says of reports of errors. */
export interface ErrorPack {
  readonly terms?: ErrorWords;
  /** Words of money behind a figure, as alternatives. */
  readonly units?: string;
  /** Before a figure that is no amount, and behind one, as alternatives. */
  readonly numbered?: string;
  readonly counted?: string;
  /** How words are typed, put right before apostrophes become spaces, and after. */
  readonly typing?: readonly (readonly [pattern: RegExp, words: string])[];
  readonly spacing?: readonly (readonly [pattern: RegExp, words: string])[];
  /** What a sign of money without a figure says. */
  readonly moneyWord?: string;
}

export interface ErrorPhrase {
  readonly term: ErrorTerm;
  readonly language: Language;
  readonly parts: readonly string[];
}

export interface ErrorLexicon {
  /** Phrases by their first word; stems of one word. */
  readonly byFirst: ReadonlyMap<string, readonly ErrorPhrase[]>;
  readonly stems: readonly ErrorPhrase[];
  /** Words that a slip may stand beside. */
  readonly mendable: readonly { readonly phrase: ErrorPhrase; readonly word: string }[];
  readonly money: RegExp;
  readonly bare: RegExp;
  readonly typing: NonNullable<ErrorPack['typing']>;
  readonly spacing: NonNullable<ErrorPack['spacing']>;
  readonly moneyWord: string;
}

/** Meanings worth the risk of a slip: nouns of money and what is wrong with it. */
const mendable: ReadonlySet<ErrorTerm> = new Set<ErrorTerm>([
  'charge',
  'payment',
  'transfer',
  'deposit',
  'refund',
  'account',
  'statement',
  'balance',
  'steal',
  'hack',
  'scam',
  'fraud',
  'unauthorized',
  'odd',
  'take',
  'overcharge',
  'twice',
  'wrong',
  'error',
  'missing',
  'recognize',
  'dispute',
  'buy',
  'did',
  'arrive',
  'someone',
]);

/** A word that may be mended has this many letters at least. */
const mendableMin = 6;

type Spoken = ErrorPack & { readonly language?: Language };

export function compileErrors(packs: readonly Spoken[]): ErrorLexicon {
  const phrases = phrasesOf(packs);
  const byFirst = new Map<string, ErrorPhrase[]>();
  const stems: ErrorPhrase[] = [];
  for (const phrase of phrases) {
    const [first = ''] = phrase.parts;
    if (phrase.parts.length === 1 && first.endsWith('*')) stems.push(phrase);
    else byFirst.set(first, [...(byFirst.get(first) ?? []), phrase]);
  }
  const units = either(packs.map((pack) => pack.units));
  const numbered = either(packs.map((pack) => pack.numbered));
  const counted = either(packs.map((pack) => pack.counted));
  return {
    byFirst,
    stems,
    mendable: phrases
      .filter(({ term, parts }) => mendable.has(term) && parts.length === 1)
      .map((phrase) => ({ phrase, word: (phrase.parts[0] ?? '').replace('*', '') }))
      .filter(({ word }) => word.length >= mendableMin),
    // Money as it is written; a bare number may be one, unless what follows counts something else.
    money: new RegExp(
      `(?:us|ca|c)?\\$ ?\\d[\\d,]*(?:\\.\\d+)?|\\d[\\d.,]*\\d? ?(?:\\$|${units}\\b)|(?<![\\d#-])\\d+[.,]\\d{2}(?!\\d)`,
      'g',
    ),
    bare: new RegExp(
      `(?<![\\w#$./:-])(?<!\\b${numbered} ?#? ?)\\d{1,6}(?:,\\d{3})?(?![\\w:/-])(?!\\.\\d)(?! ?(?:%|${counted})\\b)`,
      'g',
    ),
    typing: packs.flatMap((pack) => pack.typing ?? []),
    spacing: packs.flatMap((pack) => pack.spacing ?? []),
    moneyWord: packs.find((pack) => pack.moneyWord)?.moneyWord ?? '',
  };
}

/** All phrases, the longest first. */
function phrasesOf(packs: readonly Spoken[]): ErrorPhrase[] {
  return errorTerms
    .flatMap((term) =>
      packs.flatMap(({ language, terms }) =>
        language === undefined || terms === undefined
          ? []
          : terms[term]
              .split(', ')
              .map((phrase): ErrorPhrase => ({ term, language, parts: phrase.split(' ') })),
      ),
    )
    .sort((a, b) => b.parts.length - a.parts.length);
}

/** The sign of each meaning: one character of Unicode's private use area. Rules over words of signs are fast. */
const signs: ReadonlyMap<string, string> = new Map(
  ['sum', ...errorTerms].map((term, index) => [term, String.fromCharCode(0xe000 + index)]),
);

/** The sign that stands for a meaning in the line that rules look at; `sum` is an amount as it is written. */
export function signOf(term: ErrorTerm | 'sum'): string {
  return signs.get(term) ?? '';
}
