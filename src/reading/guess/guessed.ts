import { assert } from '../../kernel/assert.ts';
import { guessableCares, guessableIntents } from '../../kernel/vocabulary/guess.ts';
import type { Language } from '../../kernel/vocabulary/language.ts';
import type { Guess, GuessedReading, Reading } from '../reading.ts';

/** Guesses what a text means: one that no rule understands, in lower case without accents. */
export type Guesser = (plainText: string, language: Language | undefined) => Guess;

const intents: ReadonlySet<string> = new Set(guessableIntents);
const cares: ReadonlySet<string> = new Set(guessableCares);

/**
 * Whether a guess may have this reading. The type `GuessedReading` says the same; this holds where no type is checked: for what a
 * model returns, and for what was stored with a conversation.
 */
export function mayBeGuessed(reading: Reading): reading is GuessedReading {
  return reading.intent === 'unknown' ? cares.has(reading.care ?? '') : intents.has(reading.intent);
}

/** A guess as stored with a conversation. `undefined` if it may not be one: a bare number orders nothing. */
export function storedGuess(stored: { readonly intent: string }): GuessedReading | undefined {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- we stored it as such; the check below is what counts
  const reading = stored as Reading;
  return mayBeGuessed(reading) && reading.intent !== 'lock' ? reading : undefined;
}

/**
 * Lets a guess into a reading. Only rules may order: transfer, pay, confirm, decline, affirm, choose, stop, start, code.
 * @throws Bug if the guess orders something
 */
export function taken(guess: Guess): Guess {
  for (const reading of guess.readings) assert(mayBeGuessed(reading), `guesses: ${reading.intent}`);
  assert(guess.tier !== 'answer' || guess.readings.length === 1, 'guesses: readings');
  return guess;
}
