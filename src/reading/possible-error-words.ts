import { languages, type Language } from '../kernel/vocabulary/language.ts';
import { moneyWords } from './possible-error-money-words.ts';
import { talkWords } from './possible-error-talk-words.ts';

/**
 * What words of a report mean, in three languages. The rules (`possible-error-rules.ts`) look at meanings only, so that each is
 * written once. Lower case, without accents and apostrophes; a star ends a stem; a phrase comes before its words.
 */
const words = { ...moneyWords, ...talkWords };

/** One meaning. */
export type ErrorTerm = keyof typeof words;

export interface ErrorPhrase {
  readonly term: ErrorTerm;
  readonly language: Language;
  readonly parts: readonly string[];
}

/** The sign of each meaning: one character of Unicode's private use area. Rules over words of signs are fast. */
const signs: ReadonlyMap<string, string> = new Map(
  ['sum', ...Object.keys(words)].map((term, index) => [term, String.fromCharCode(0xe000 + index)]),
);

/** The sign that stands for a meaning in the line that rules look at; `sum` is an amount as it is written. */
export function signOf(term: ErrorTerm | 'sum'): string {
  return signs.get(term) ?? '';
}

// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the keys of a constant object
const terms = Object.keys(words) as ErrorTerm[];

/** All phrases, the longest first. */
export const errorPhrases: readonly ErrorPhrase[] = terms
  .flatMap((term) =>
    languages.flatMap((language) =>
      words[term][language]
        .split(', ')
        .map((phrase) => ({ term, language, parts: phrase.split(' ') })),
    ),
  )
  .sort((a, b) => b.parts.length - a.parts.length);
