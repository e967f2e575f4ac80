import type { Amount } from '../../money/amount.ts';

/** The fields that determine the order of rows. */
export interface OrderedRow {
  readonly line: number;
  readonly effectiveOn: Temporal.PlainDate;
  readonly amount: Amount;
  /** The balance that the old system showed after the row. */
  readonly balance: Amount | undefined;
}

/** The direction of a file's rows: each later than the previous one, or earlier. */
export type Direction = 'oldest_first' | 'newest_first';

/** An account's rows in an order in which every shown balance follows from the previous one. */
export interface Reading<Row> {
  readonly rows: readonly Row[];
  /** The balance before the first row. */
  readonly opening: Amount;
  readonly closing: Amount;
  /** Absent if balances alone determined the order. */
  readonly direction?: Direction;
}

/** The first row of an order whose balance does not follow. */
export interface Misfit {
  readonly line: number;
  readonly shown: Amount;
  readonly follows: Amount;
  /** How many rows before it fit. */
  readonly after: number;
}

/**
 * Tries the usual orders of files: by day or in posting order, each oldest or newest first.
 * @param rows of one account, in file order
 * @param given.start the account's balance before them; absent: the first shown balance determines
 *   it
 * @param given.only the only direction to try
 * @returns the readings that fit, those by day first; and the latest misfit
 */
export function usualReadings<Row extends OrderedRow>(
  rows: readonly Row[],
  given: { readonly start?: Amount | undefined; readonly only?: Direction | undefined } = {},
): { fitting: Reading<Row>[]; misfit: Misfit | undefined } {
  const backwards = rows.toReversed();
  const orders: readonly (readonly [Direction, readonly Row[]])[] = [
    ['oldest_first', byDay(rows)],
    ['newest_first', byDay(backwards)],
    ['oldest_first', rows],
    ['newest_first', backwards],
  ];
  const fitting: Reading<Row>[] = [];
  let misfit: Misfit | undefined;
  for (const [direction, order] of orders) {
    if (given.only !== undefined && direction !== given.only) continue;
    const read = follow(order, given.start);
    if ('opening' in read) fitting.push({ ...read, rows: order, direction });
    else if (!misfit || read.after > misfit.after) misfit = read;
  }
  return { fitting, misfit };
}

/** Sorts by day. Rows of a day keep their order. */
export function byDay<Row extends OrderedRow>(rows: readonly Row[]): Row[] {
  return rows
    .map((row) => ({ row, day: dayNumber(row.effectiveOn) }))
    .sort((a, b) => a.day - b.day)
    .map(({ row }) => row);
}

/**
 * Determines a file's direction from its days; `undefined` if they rise and fall, or stay the same.
 */
export function directionByDays(rows: readonly OrderedRow[]): Direction | undefined {
  let rises = false;
  let falls = false;
  let before: number | undefined;
  for (const { effectiveOn } of rows) {
    const day = dayNumber(effectiveOn);
    rises ||= before !== undefined && day > before;
    falls ||= before !== undefined && day < before;
    before = day;
  }
  return rises === falls ? undefined : rises ? 'oldest_first' : 'newest_first';
}

function follow(
  rows: readonly OrderedRow[],
  start: Amount | undefined,
): { opening: Amount; closing: Amount } | Misfit {
  let opening = start;
  let sum = 0n;
  for (const [index, { amount, balance, line }] of rows.entries()) {
    sum += amount;
    if (balance === undefined) continue;
    opening ??= balance - sum;
    const follows = opening + sum;
    if (follows !== balance) return { line, shown: balance, follows, after: index };
  }
  return { opening: opening ?? 0n, closing: (opening ?? 0n) + sum };
}

function dayNumber(day: Temporal.PlainDate): number {
  return day.year * 10_000 + day.month * 100 + day.day;
}
