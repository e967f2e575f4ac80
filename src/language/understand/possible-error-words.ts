import { languages, type Language } from '../language.ts';
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
  readonly term: string;
  readonly language: Language;
  readonly parts: readonly string[];
}

/** All phrases, the longest first. */
export const errorPhrases: readonly ErrorPhrase[] = Object.entries(words)
  .flatMap(([term, byLanguage]) =>
    languages.flatMap((language) =>
      byLanguage[language]
        .split(', ')
        .map((phrase) => ({ term, language, parts: phrase.split(' ') })),
    ),
  )
  .sort((a, b) => b.parts.length - a.parts.length);
