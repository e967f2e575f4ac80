import type { Amount } from '../../money/amount.ts';

/** A step of a running balance: the balance before and after it. */
export interface Step {
  readonly from: Amount;
  readonly to: Amount;
}

/**
 * Orders steps so that each starts at the previous one's end: a path that uses every step once
 * (Hierholzer's algorithm, linear time). Among steps with the same start, earlier ones in the list
 * tend to come first.
 * @returns `undefined` if no such order starts at `start`
 */
export function pathThrough<One extends Step>(
  steps: readonly One[],
  start: Amount,
): One[] | undefined {
  const leaving = new Map<Amount, One[]>();
  // Popped from the end below.
  for (let index = steps.length - 1; index >= 0; index -= 1) {
    const step = steps[index];
    if (!step) continue;
    const list = leaving.get(step.from);
    if (list) list.push(step);
    else leaving.set(step.from, [step]);
  }
  const path: One[] = [];
  const open: One[] = [];
  let at = start;
  for (;;) {
    const next = leaving.get(at)?.pop();
    if (next) {
      open.push(next);
      at = next.to;
      continue;
    }
    const done = open.pop();
    if (!done) break;
    path.push(done);
    at = done.from;
  }
  path.reverse();
  if (path.length !== steps.length) return undefined;
  let balance = start;
  for (const { from, to } of path) {
    if (from !== balance) return undefined;
    balance = to;
  }
  return path;
}

/**
 * Finds the balance where a path through these steps must start.
 * @returns one balance; `anywhere` if the steps form a cycle, so that each balance would do;
 *   `nowhere` if no path uses them all
 */
export function beginningOf(steps: readonly Step[]): Amount | 'anywhere' | 'nowhere' {
  const surplus = new Map<Amount, number>();
  for (const { from, to } of steps) {
    surplus.set(from, (surplus.get(from) ?? 0) + 1);
    surplus.set(to, (surplus.get(to) ?? 0) - 1);
  }
  const uneven = [...surplus].filter(([, count]) => count !== 0);
  if (uneven.length === 0) return 'anywhere';
  const begins = uneven.filter(([, count]) => count === 1);
  const [first] = begins;
  return uneven.length === 2 && begins.length === 1 && first ? first[0] : 'nowhere';
}
