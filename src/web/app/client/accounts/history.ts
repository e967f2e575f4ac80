import type { Entry } from './shares.ts';

/**
 * Joins the pages of a history, each transaction once. Pages may overlap where something was posted
 * between two of them.
 */
export function withOlder(first: readonly Entry[], older: readonly Entry[]): readonly Entry[] {
  const byNumber = new Map([...first, ...older].map((entry) => [entry.number, entry]));
  return [...byNumber.values()];
}
