import type { Amount } from '../../money/amount.ts';
import { beginningOf, pathThrough, type Step } from './balance-path.ts';
import { byDay, type OrderedRow, type Reading } from './readings.ts';

/** Rows that end in one whose balance is shown: they stay together, since only that balance says where they belong. */
interface Stretch<Row> extends Step {
  readonly rows: readonly Row[];
}

/** Rows whose order among themselves is open: those of a day, or all. */
interface Group<Row> {
  readonly stretches: readonly Stretch<Row>[];
  /** Rows after the last balance that is shown. */
  readonly rest: readonly Row[];
  readonly restSum: Amount;
}

/**
 * Finds the order of rows by their balances alone, where none of the usual orders fits: first within each day, then over all days
 * (rows that were dated back and sorted by date).
 * @param rows of one account, in the order of the file
 * @returns `undefined` where there is no order; `several` where more than one fits and they begin at different balances
 */
export function readingByBalances<Row extends OrderedRow>(
  rows: readonly Row[],
  start?: Amount,
): Reading<Row> | 'several' | undefined {
  if (rows.every(({ balance }) => balance === undefined)) return undefined;
  const allShown = rows.every(({ balance }) => balance !== undefined);
  // Rows without a balance go with the one below them, or, newest first, with the one above.
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

/** Where the groups, one after another, have to begin. Groups that end where they begin leave it to the others. */
function openingOf(groups: readonly Group<unknown>[]): Amount | 'several' | undefined {
  let possible: Set<Amount> | undefined;
  // What groups without a balance, and rows after the last one, have added so far.
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
