import type { Language } from '../../kernel/vocabulary/language.ts';
import { plain } from '../normalize.ts';
import type { Guess } from '../reading.ts';
import type { Guesser } from './guessed.ts';

/** More sentences than these are a letter. */
const sentencesMax = 12;

/** Of words in a text up to this long, the whole is guessed first. */
const wholeMax = 240;

/**
 * Guesses a text as a whole, then sentence by sentence. A question often stands among greetings and reasons: the sentence that is
 * sure decides. Two sentences that are sure of different things are asked about.
 */
export function guessOf(typed: string, guesser: Guesser, language: Language | undefined): Guess {
  const text = plain(typed);
  const whole = guesser(text, language);
  if (whole.tier === 'answer' && text.length <= wholeMax) return whole;
  // Nothing parts most texts.
  if (!hasEnd.test(text)) return whole;
  const sentences = sentencesOf(text);
  if (sentences.length < 2) return whole;
  const sure = sentences
    .map((sentence) => guesser(sentence, language))
    .filter(({ tier, readings: [reading] }) => tier === 'answer' && reading?.intent !== 'unknown');
  const [first, ...others] = sure.toSorted((a, b) => b.sure - a.sure);
  if (!first) return whole;
  const other = others.find(({ nearest }) => nearest !== first.nearest);
  if (!other) return first;
  return { ...first, tier: 'ask', readings: [first, other].flatMap(({ readings }) => readings) };
}

/** What may end a sentence, with more after it. */
const hasEnd = /[.!?…\n;][^]/u;

/** Sentences with a word each. A point within a figure ends none. */
function sentencesOf(text: string): readonly string[] {
  return text
    .split(/[.!?…]+(?=\s|$)|[\n;]+/u)
    .filter((sentence) => /\p{L}{2}/u.test(sentence))
    .slice(0, sentencesMax);
}
