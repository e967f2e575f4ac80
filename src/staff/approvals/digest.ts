import { createHash } from 'node:crypto';
import type { Shown } from './approval.ts';

/** Gives the hash of exactly this act: operation, input and the difference that both persons see. */
export function digestOf(act: {
  readonly operation: string;
  readonly input: unknown;
  readonly shown: Shown;
}): Uint8Array {
  const { operation, input, shown } = act;
  const text = JSON.stringify(sorted([operation, input, shown.subject, shown.lines]));
  return new Uint8Array(createHash('sha256').update(text).digest());
}

/** Objects with their names in order: the database keeps another order than the program. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, one]) => one !== undefined)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, one]: [string, unknown]) => [name, sorted(one)]),
  );
}
