import { guessLabels, type GuessLabel } from '../../kernel/vocabulary/guess.ts';
import type { Language } from '../../kernel/vocabulary/language.ts';
import { remembered } from '../../kernel/remembered.ts';
import { wordsOf, type Words } from './tables.ts';

/** How sure a guess must be in one language, from 0 to 1. */
export interface GuessThresholds {
  /** From here on, the guess is answered. */
  readonly sure: number;
  /** From here on, it is answered if a word of its topic is in the text. */
  readonly half: number;
  /** From here on, we ask whether it was meant. Below, we stay silent. */
  readonly ask: number;
  /** From here on, we ask although banking without a command is likelier, if a word of its topic is in the text. */
  readonly near: number;
}

/** One language's data for guesses. Words are in lower case, without accents; `deposit*` also means words that begin so. */
export interface GuessPack {
  /** Words of banking and money. A guess needs one of them in the text, unless it is hello, thanks, help or agent. */
  readonly banking: Words;
  /** Words that do as well for one meaning: `branch` for contact. */
  readonly own?: Readonly<Partial<Record<GuessLabel, Words>>>;
  /** The words of each topic: with one of them in the text, half a certainty is enough. */
  readonly topics: Readonly<Partial<Record<GuessLabel, Words>>>;
  readonly thresholds: GuessThresholds;
  /** Other thresholds for single labels. */
  readonly stricter?: Readonly<Partial<Record<GuessLabel, Partial<GuessThresholds>>>>;
}

/** Words prepared for looking up. */
export interface WordSet {
  has(word: string): boolean;
}

/** One language's data, prepared for guessing. */
export interface GuessWords {
  readonly language: Language;
  readonly banking: WordSet;
  readonly own: ReadonlyMap<GuessLabel, WordSet>;
  readonly topics: ReadonlyMap<GuessLabel, WordSet>;
  thresholdsOf(label: GuessLabel): GuessThresholds;
}

/** Prepares a language's data, once when the process starts. */
export function compileGuess(language: Language, pack: GuessPack): GuessWords {
  const { banking, own = {}, topics, thresholds, stricter = {} } = pack;
  const known = new Map(guessLabels.map((label) => [label, { ...thresholds, ...stricter[label] }]));
  return {
    language,
    banking: wordSet(banking),
    own: wordSets(own),
    topics: wordSets(topics),
    thresholdsOf: (label) => known.get(label) ?? thresholds,
  };
}

function wordSets(
  lists: Readonly<Partial<Record<GuessLabel, Words>>>,
): ReadonlyMap<GuessLabel, WordSet> {
  return new Map(
    guessLabels.flatMap((label): [GuessLabel, WordSet][] => {
      const words = lists[label];
      return words === undefined ? [] : [[label, wordSet(words)]];
    }),
  );
}

function wordSet(words: Words): WordSet {
  const all = wordsOf(words);
  const exact = new Set(all.filter((word) => !word.endsWith('*')));
  const begun = all.filter((word) => word.endsWith('*')).map((word) => word.slice(0, -1));
  const startMax = Math.min(3, ...begun.map(({ length }) => length));
  const byStart = Map.groupBy(begun, (start) => start.slice(0, startMax));
  return {
    has: remembered((word) => {
      if (exact.has(word)) return true;
      const near = byStart.get(word.slice(0, startMax));
      return near !== undefined && near.some((start) => word.startsWith(start));
    }),
  };
}
