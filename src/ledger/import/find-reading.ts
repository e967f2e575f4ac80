import { present } from '../../kernel/assert.ts';
import type { Amount } from '../../money/amount.ts';
import {
  type Direction,
  directionByDays,
  type Misfit,
  type OrderedRow,
  type Reading,
  usualReadings,
} from './readings.ts';
import { readingByBalances } from './reading-by-balances.ts';

/** The direction of rows, as the whole file shows it. */
export interface FileDirection {
  /** From accounts whose balances fit only one direction. */
  readonly byBalances?: Direction | undefined;
  readonly byDays?: Direction | undefined;
}

/** Why an account's rows have no reliable order. */
export type NoReading =
  | { readonly problem: 'misfit'; readonly misfit: Misfit }
  /** Several orders fit, and they end at different balances. */
  | { readonly problem: 'several'; readonly closings: readonly Amount[] };

/**
 * Determines a file's direction from all its accounts, since one account may settle what another
 * leaves open.
 */
export function directionOfFile(accounts: Iterable<readonly OrderedRow[]>): FileDirection {
  const balances: Direction[] = [];
  const days: Direction[] = [];
  for (const rows of accounts) {
    const directions = new Set(usualReadings(rows).fitting.map(({ direction }) => direction));
    const [only] = directions;
    if (only && directions.size === 1) balances.push(only);
    const byDays = directionByDays(rows);
    if (byDays) days.push(byDays);
  }
  return { byBalances: majority(balances), byDays: majority(days) };
}

/**
 * Finds the order in which an account's rows happened: every shown balance follows from the
 * previous one.
 * @param rows in file order
 * @param given.start the balance in the books before them; absent: the account is new, so the first
 *   shown balance determines the opening one
 * @param given.direction the direction that the user gave; no other is tried
 */
export function findReading<Row extends OrderedRow>(
  rows: readonly Row[],
  given: {
    readonly start?: Amount | undefined;
    readonly direction?: Direction | undefined;
    readonly file?: FileDirection | undefined;
  },
): Reading<Row> | NoReading {
  const { start, direction: only, file } = given;
  const { fitting, misfit } = usualReadings(rows, { start, only });
  const direction = only ?? file?.byBalances ?? directionByDays(rows) ?? file?.byDays;
  const closings = new Set(fitting.map(({ closing }) => closing));
  if (closings.size > 1) {
    const likely = fitting.filter((one) => one.direction === direction);
    const [first, ...others] = likely;
    if (first && others.every(({ closing }) => closing === first.closing)) return first;
    return { problem: 'several', closings: [...closings] };
  }
  const best = fitting.find((one) => one.direction === direction) ?? fitting[0];
  if (best) return best;
  const found = readingByBalances(rows, start);
  if (found === 'several') return { problem: 'several', closings: [] };
  return (
    found ?? { problem: 'misfit', misfit: present(misfit, 'an order that does not fit says where') }
  );
}

function majority(directions: readonly Direction[]): Direction | undefined {
  const oldest = directions.filter((one) => one === 'oldest_first').length;
  const newest = directions.length - oldest;
  return oldest === newest ? undefined : oldest > newest ? 'oldest_first' : 'newest_first';
}
