import type { GuessedIntent } from '../../kernel/vocabulary/guess.ts';
import type { Understood } from '../reading.ts';

/** The intent that was guessed and is answered. `undefined`: a rule decided, or we only ask. */
export function guessedIntentOf({ guess }: Understood): GuessedIntent | undefined {
  const [reading] = guess?.tier === 'answer' ? guess.readings : [];
  return reading && reading.intent !== 'unknown' ? reading.intent : undefined;
}

/** How a reading shows that it is a guess, and how sure. Nothing if a rule decided. */
export function byGuess({ guess }: Understood): { readonly by?: 'guess'; readonly sure?: number } {
  if (!guess || guess.tier === 'silent') return {};
  // Rounded down: 0.99 is not yet certain.
  return { by: 'guess', sure: Math.floor(guess.sure * 100) / 100 };
}
