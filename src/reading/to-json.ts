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
  'unapplied',
  'code',
  'choice',
];

/**
 * A reading as one line of JSON, the intent first: `{"intent":"transfer","amount":"50.00","from":"7","to":"0"}`. Leaves out `care`,
 * which only changes the wording of an answer.
 */
export function toJson({ reading }: Understood): string {
  const known: [string, unknown][] = Object.entries(reading);
  const placed = fields.flatMap((field) => known.filter(([name]) => name === field));
  const rest = known.filter(([name]) => !fields.includes(name) && name !== 'care');
  return JSON.stringify(Object.fromEntries([...placed, ...rest]));
}
