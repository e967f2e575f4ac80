import type { Queries } from '../../database/database.ts';
import type { Amount } from '../../money/amount.ts';
import type { Core, CoreEntry } from '../../core/core.ts';
import type { Share } from '../share.ts';

/**
 * A share's month: opening and closing balance and all entries; minor units, on the share's normal
 * side.
 */
export interface Statement {
  readonly share: Pick<Share, 'id' | 'institutionId' | 'kind' | 'currency'>;
  readonly month: Temporal.PlainYearMonth;
  readonly from: Temporal.PlainDate;
  /** The last day of the month, or today in the current month. */
  readonly to: Temporal.PlainDate;
  readonly opening: Amount;
  readonly closing: Amount;
  /** Oldest first. */
  readonly entries: readonly CoreEntry[];
  readonly totals: StatementTotals;
}

/** All positive or 0: opening + in − out = closing. */
export interface StatementTotals {
  readonly in: Amount;
  readonly out: Amount;
  /** The dividends within `in`. */
  readonly dividends: Amount;
  /** The fees within `out`. */
  readonly fees: Amount;
}

/** The most entries of a statement. Holders with more use the export of the books. */
const entriesMax = 10_000;

/**
 * Reads a share's statement for one month.
 * @param month if it is in the future, the result is `undefined`
 * @returns `too_many`: more entries than a statement shows
 */
export async function readStatement(
  q: Queries,
  core: Core,
  asked: {
    readonly share: Share;
    readonly month: Temporal.PlainYearMonth;
    readonly today: Temporal.PlainDate;
  },
): Promise<Statement | 'too_many' | undefined> {
  const { share, month, today } = asked;
  const from = month.toPlainDate({ day: 1 });
  if (Temporal.PlainDate.compare(from, today) > 0) return undefined;
  const last = month.toPlainDate({ day: month.daysInMonth });
  const to = Temporal.PlainDate.compare(last, today) > 0 ? today : last;
  const { id, institutionId, kind, currency, accountId } = share;
  // Read to the end of the month: a postdated entry counts for the month of its posting, too.
  const period = await core.period(q, institutionId, {
    accountId,
    from,
    to: last,
    count: entriesMax,
  });
  if (!period || period === 'too_many') return period;
  return {
    share: { id, institutionId, kind, currency },
    month,
    from,
    to,
    ...period,
    totals: totalsOf(period.entries),
  };
}

/** Sums incoming and outgoing amounts, with dividends and fees. */
export function totalsOf(entries: readonly CoreEntry[]): StatementTotals {
  const sum = (of: (entry: CoreEntry) => boolean) =>
    entries.filter(of).reduce((total, { amount }) => total + amount, 0n);
  return {
    in: sum(({ amount }) => amount > 0n),
    out: -sum(({ amount }) => amount < 0n),
    dividends: sum(({ amount, kind }) => amount > 0n && kind === 'dividend'),
    fees: -sum(({ amount, kind }) => amount < 0n && kind === 'fee'),
  };
}

/** Lists the months with a statement, newest first, from the account's opening to now. */
export function statementMonths(given: {
  readonly openedOn: Temporal.PlainDate;
  readonly today: Temporal.PlainDate;
}): Temporal.PlainYearMonth[] {
  const first = given.openedOn.toPlainYearMonth();
  const months: Temporal.PlainYearMonth[] = [];
  for (
    let month = given.today.toPlainYearMonth();
    Temporal.PlainYearMonth.compare(month, first) >= 0 && months.length < monthsMax;
    month = month.subtract({ months: 1 })
  )
    months.push(month);
  return months;
}

/** Fifty years. */
const monthsMax = 600;
