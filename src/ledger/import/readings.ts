import type { Amount } from '../../money/amount.ts';

/** What the order of rows is found by. */
export interface OrderedRow {
  readonly line: number;
  readonly effectiveOn: Temporal.PlainDate;
  readonly amount: Amount;
  /** What the old system showed after the row. */
  readonly balance: Amount | undefined;
}

/** How the rows of a file follow each other in time: each after the one above it, or before it. */
export type Direction = 'oldest_first' | 'newest_first';

/** An account's rows in an order in which every balance that is shown follows from the one before. */
export interface Reading<Row> {
  readonly rows: readonly Row[];
  /** What was there before the first row. */
  readonly opening: Amount;
  readonly closing: Amount;
  /** Absent where balances alone gave the order. */
  readonly direction?: Direction;
}

/** The first row of an order whose balance does not follow. */
export interface Misfit {
  readonly line: number;
  readonly shown: Amount;
  readonly follows: Amount;
  /** Rows before it that did fit. */
  readonly after: number;
}

/**
 * Reads rows in the orders that files usually have: by day, or as they were posted whatever their days, and either way oldest or
 * newest first.
 * @param rows of one account, in the order of the file
 * @param given.start what the account has before them; absent: what follows from the first balance that is shown
 * @param given.said the only direction to try
 * @returns the readings that fit, those by day before those as posted; and the misfit that came latest
 */
export function usualReadings<Row extends OrderedRow>(
  rows: readonly Row[],
  given: { readonly start?: Amount | undefined; readonly said?: Direction | undefined } = {},
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
    if (given.said !== undefined && direction !== given.said) continue;
    const read = follow(order, given.start);
    if ('opening' in read) fitting.push({ ...read, rows: order, direction });
    else if (!misfit || read.after > misfit.after) misfit = read;
  }
  return { fitting, misfit };
}

/** Days in order of time; rows of a day stay as they are. */
export function byDay<Row extends OrderedRow>(rows: readonly Row[]): Row[] {
  return rows
    .map((row) => ({ row, day: dayNumber(row.effectiveOn) }))
    .sort((a, b) => a.day - b.day)
    .map(({ row }) => row);
}

/** What the days alone say of a file's direction; `undefined` where they rise and fall, or do neither. */
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
