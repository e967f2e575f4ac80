import { lettersOf } from '../letters.ts';
import { createRewriter, type Rewriter } from '../../kernel/patterns/rewriter.ts';
import type { Scanner } from '../../kernel/patterns/scanner.ts';
import type { Language } from '../../kernel/vocabulary/language.ts';
import { either } from './tables.ts';

/**
 * Possible meanings of words in a report. The rules (`possible-error-rules.ts`) look only at meanings, so that each rule is written
 * once for all languages.
 */
export const errorTerms = [
  // Events on an account, and what was done to it.
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
  // Who did it, how people ask about it, and what makes it something else.
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

/** A language's words for each meaning: lower case, without accents and apostrophes; a star ends a stem; commas separate phrases. */
export type ErrorWords = Readonly<Record<ErrorTerm, string>>;

/** A pack's words for reports of errors. */
export interface ErrorPack {
  readonly terms?: ErrorWords;
  /** Words of money after a figure, as alternatives. */
  readonly units?: string;
  /** Words before a figure that is not an amount, and after one, as alternatives. */
  readonly numbered?: string;
  readonly counted?: string;
  /** Corrections of common spellings, before apostrophes become spaces and after. */
  readonly typing?: readonly (readonly [pattern: RegExp, words: string])[];
  readonly spacing?: readonly (readonly [pattern: RegExp, words: string])[];
  /** The word for a money sign without a figure. */
  readonly moneyWord?: string;
}

export interface ErrorPhrase {
  readonly term: ErrorTerm;
  readonly language: Language;
  readonly parts: readonly string[];
  /** The number of its sign. A phrase that means nothing has none. */
  readonly signs: readonly number[];
}

export interface ErrorLexicon {
  /** Phrases by their first word. */
  readonly byFirst: ReadonlyMap<string, readonly ErrorPhrase[]>;
  /** Stems of one word, by so many of their first letters. */
  readonly stems: ReadonlyMap<string, readonly ErrorStem[]>;
  readonly stemStart: number;
  /** Words that may contain a typo, by their first letter. */
  readonly mendable: ReadonlyMap<string, readonly Mendable[]>;
  readonly money: RegExp;
  readonly bare: RegExp;
  readonly typing: Rewriter;
  readonly spacing: Rewriter;
  readonly moneyWord: string;
}

/** The beginning of words, and what they mean. */
export interface ErrorStem {
  readonly stem: string;
  readonly phrases: readonly ErrorPhrase[];
}

/** A word of a phrase, without its star. */
export interface Mendable {
  readonly phrase: ErrorPhrase;
  readonly word: string;
  readonly letters: number;
}

/** Meanings worth the risk of a typo: nouns for money, and what is wrong with it. */
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

/** The fewest letters of a word whose typo may be corrected. */
const mendableMin = 6;

type Spoken = ErrorPack & { readonly language?: Language };

export function compileErrors(packs: readonly Spoken[], scanner: Scanner): ErrorLexicon {
  const phrases = phrasesOf(packs);
  const byFirst = new Map<string, ErrorPhrase[]>();
  const stems = new Map<string, ErrorPhrase[]>();
  for (const phrase of phrases) {
    const [first = ''] = phrase.parts;
    const isStem = phrase.parts.length === 1 && first.endsWith('*');
    addTo(isStem ? stems : byFirst, isStem ? first.slice(0, -1) : first, phrase);
  }
  const units = either(packs.map((pack) => pack.units));
  const numbered = either(packs.map((pack) => pack.numbered));
  const counted = either(packs.map((pack) => pack.counted));
  return {
    byFirst,
    ...stemsByStart(stems),
    mendable: mendableOf(phrases),
    // A written amount. A bare number may be one, unless the next word counts something else.
    money: new RegExp(
      `(?:us|ca|c)?\\$ ?\\d[\\d,]*(?:\\.\\d+)?|\\d[\\d.,]*\\d? ?(?:\\$|${units}\\b)|(?<![\\d#-])\\d+[.,]\\d{2}(?!\\d)`,
      'g',
    ),
    bare: new RegExp(
      `(?<![\\w#$./:-])(?<!\\b${numbered} ?#? ?)\\d{1,6}(?:,\\d{3})?(?![\\w:/-])(?!\\.\\d)(?! ?(?:%|${counted})\\b)`,
      'g',
    ),
    typing: createRewriter(
      packs.flatMap((pack) => pack.typing ?? []),
      scanner,
    ),
    spacing: createRewriter(
      packs.flatMap((pack) => pack.spacing ?? []),
      scanner,
    ),
    moneyWord: packs.find((pack) => pack.moneyWord)?.moneyWord ?? '',
  };
}

/** Stems of the same length stay together, so that a word's meanings keep their order. */
function stemsByStart(
  stems: ReadonlyMap<string, readonly ErrorPhrase[]>,
): Pick<ErrorLexicon, 'stems' | 'stemStart'> {
  const lengths = [...new Set([...stems.keys()].map(({ length }) => length))];
  const stemStart = Math.min(3, ...lengths);
  const byStart = new Map<string, ErrorStem[]>();
  const ordered = [...stems].sort(
    ([one], [other]) => lengths.indexOf(one.length) - lengths.indexOf(other.length),
  );
  for (const [stem, phrases] of ordered)
    addTo(byStart, stem.slice(0, stemStart), { stem, phrases });
  return { stems: byStart, stemStart };
}

function mendableOf(phrases: readonly ErrorPhrase[]): ReadonlyMap<string, readonly Mendable[]> {
  const words = new Map<string, Mendable[]>();
  for (const phrase of phrases) {
    const word = (phrase.parts[0] ?? '').replace('*', '');
    if (mendable.has(phrase.term) && phrase.parts.length === 1 && word.length >= mendableMin)
      addTo(words, word.charAt(0), { phrase, word, letters: lettersOf(word) });
  }
  return words;
}

function addTo<Value>(map: Map<string, Value[]>, key: string, value: Value): void {
  const known = map.get(key);
  if (known) known.push(value);
  else map.set(key, [value]);
}

/** All phrases, the longest first. */
function phrasesOf(packs: readonly Spoken[]): ErrorPhrase[] {
  return errorTerms
    .flatMap((term) =>
      packs.flatMap(({ language, terms }) =>
        language === undefined || terms === undefined
          ? []
          : terms[term].split(', ').map((phrase): ErrorPhrase => ({
              term,
              language,
              parts: phrase.split(' '),
              signs: term === 'nothing' ? [] : signNumbers(signOf(term)),
            })),
      ),
    )
    .sort((a, b) => b.parts.length - a.parts.length);
}

const signStart = 0xe000;

/** The sign of each meaning: one character of Unicode's private use area. Rules over words of signs are fast. */
const signs: ReadonlyMap<string, string> = new Map(
  ['sum', ...errorTerms].map((term, index) => [term, String.fromCharCode(signStart + index)]),
);

/** How many signs there are. */
export const signCount = errorTerms.length + 1;

/** The numbers of the signs in a string, from 0. Other characters have none. */
export function signNumbers(string: string): readonly number[] {
  return Array.from(string, (sign) => sign.charCodeAt(0) - signStart).filter(
    (number) => number >= 0 && number < signCount,
  );
}

/** The sign for a meaning in the line that rules look at. `sum` is a written amount. */
export function signOf(term: ErrorTerm | 'sum'): string {
  return signs.get(term) ?? '';
}
