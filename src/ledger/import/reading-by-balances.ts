import type { Amount } from '../../money/amount.ts';
import { beginningOf, pathThrough, type Step } from './balance-path.ts';
import { byDay, type OrderedRow, type Reading } from './readings.ts';

/**
 * Consecutive rows that end in a shown balance. They stay together, since only that balance
 * determines their place.
 */
interface Stretch<Row> extends Step {
  readonly rows: readonly Row[];
}

/** Rows with an unknown order: those of a day, or all. */
interface Group<Row> {
  readonly stretches: readonly Stretch<Row>[];
  /** Rows after the last shown balance. */
  readonly rest: readonly Row[];
  readonly restSum: Amount;
}

/**
 * Finds the order of rows from their balances alone, if none of the usual orders fits: first within
 * each day, then over all days (backdated rows sorted by date).
 * @param rows of one account, in file order
 * @returns `undefined` if there is no order; `several` if more than one fits and they start at
 *   different balances
 */
export function readingByBalances<Row extends OrderedRow>(
  rows: readonly Row[],
  start?: Amount,
): Reading<Row> | 'several' | undefined {
  if (rows.every(({ balance }) => balance === undefined)) return undefined;
  const allShown = rows.every(({ balance }) => balance !== undefined);
  // Rows without a balance belong to the next row, or, newest first, to the previous one.
  const directions = allShown ? [rows] : [rows, rows.toReversed()];
  let several = false;
  for (const group of [groupsByDay<Row>, oneGroup<Row>]) {
    for (const order of directions) {
      const found = through(group(order), start);
      if (found === 'several') several = true;
      else if (found) return found;
    }
    if (several) return 'several';
  }
  return undefined;
}

function groupsByDay<Row extends OrderedRow>(rows: readonly Row[]): Group<Row>[] {
  const days = Map.groupBy(byDay(rows), ({ effectiveOn }) => effectiveOn.toString());
  return [...days.values()].map(groupOf);
}

function oneGroup<Row extends OrderedRow>(rows: readonly Row[]): Group<Row>[] {
  return [groupOf(rows)];
}

function groupOf<Row extends OrderedRow>(rows: readonly Row[]): Group<Row> {
  const stretches: Stretch<Row>[] = [];
  let open: Row[] = [];
  let sum = 0n;
  for (const row of rows) {
    open.push(row);
    sum += row.amount;
    if (row.balance === undefined) continue;
    stretches.push({ from: row.balance - sum, to: row.balance, rows: open });
    open = [];
    sum = 0n;
  }
  return { stretches, rest: open, restSum: sum };
}

function through<Row>(
  groups: readonly Group<Row>[],
  start: Amount | undefined,
): Reading<Row> | 'several' | undefined {
  const opening = start ?? openingOf(groups);
  if (opening === 'several' || opening === undefined) return opening;
  const rows: Row[] = [];
  let balance = opening;
  for (const { stretches, rest, restSum } of groups) {
    const path = pathThrough(stretches, balance);
    if (!path) return undefined;
    for (const stretch of path) for (const row of stretch.rows) rows.push(row);
    for (const row of rest) rows.push(row);
    balance = (path.at(-1)?.to ?? balance) + restSum;
  }
  return { rows, opening, closing: balance };
}

/**
 * Finds the balance where consecutive groups must start. Groups that end at their start leave it
 * open.
 */
function openingOf(groups: readonly Group<unknown>[]): Amount | 'several' | undefined {
  let possible: Set<Amount> | undefined;
  // The sum so far of groups without a balance and of rows after the last balance.
  let added = 0n;
  for (const { stretches, restSum } of groups) {
    if (stretches.length > 0) {
      const beginning = beginningOf(stretches);
      if (beginning === 'nowhere') return undefined;
      if (beginning !== 'anywhere') {
        const opening = beginning - added;
        return possible && !possible.has(opening) ? undefined : opening;
      }
      const here = new Set(stretches.map(({ from }) => from - added));
      possible = possible ? possible.intersection(here) : here;
    }
    added += restSum;
  }
  const [only, ...others] = possible ?? [];
  return others.length > 0 ? 'several' : only;
}
