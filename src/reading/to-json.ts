import { byGuess } from './guess/by-guess.ts';
import type { Understood } from './reading.ts';

/** Fields in the order in which they are printed. */
const fields = [
  'intent',
  'amount',
  'from',
  'to',
  'account',
  'accounts',
  'count',
  'number',
  'since',
  'until',
  'find',
  'over',
  'under',
  'min',
  'max',
  'sum',
  'most',
  'least',
  'unapplied',
  'code',
  'choice',
];

/**
 * A reading as one line of JSON, the intent first: `{"intent":"transfer","amount":"50.00","from":"7","to":"0","by":"rule"}`. `by`
 * says whether a rule or a guess decided, and `sure` how sure the guess is.
 */
export function toJson(understood: Understood): string {
  const known: [string, unknown][] = Object.entries(understood.reading);
  const placed = fields.flatMap((field) => known.filter(([name]) => name === field));
  const rest = known.filter(([name]) => !fields.includes(name));
  return JSON.stringify({
    ...Object.fromEntries([...placed, ...rest]),
    by: 'rule',
    ...byGuess(understood),
  });
}
