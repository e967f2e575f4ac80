import type { Understood } from './reading.ts';

/** Fields in the order in which they are printed. */
const fields = ['intent', 'amount', 'from', 'to', 'account', 'count', 'number', 'code', 'choice'];

/**
 * A reading as one line of JSON, the intent first: `{"intent":"transfer","amount":"50.00","from":"7","to":"0","by":"rule"}`. `by`
 * says whether a rule or a guess decided, and `sure` how sure the guess is.
 */
export function toJson({ reading, guess }: Understood): string {
  const known: [string, unknown][] = Object.entries(reading);
  const placed = fields.flatMap((field) => known.filter(([name]) => name === field));
  const rest = known.filter(([name]) => !fields.includes(name));
  const isGuess = guess !== undefined && guess.tier !== 'silent';
  return JSON.stringify({
    ...Object.fromEntries([...placed, ...rest]),
    by: isGuess ? 'guess' : 'rule',
    ...(isGuess ? { sure: hundredths(guess.sure) } : {}),
  });
}

/** Rounded down: 0.99 is not yet certain. */
function hundredths(chance: number): number {
  return Math.floor(chance * 100) / 100;
}
