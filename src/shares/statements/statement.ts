import type { Queries } from '../../database/database.ts';
import type { Amount } from '../../money/amount.ts';
import type { Core, CoreEntry } from '../../core/core.ts';
import type { Share } from '../share.ts';

/** A share's month: what it began and ended with, and all between; minor units, on the share's normal side. */
export interface Statement {
  readonly share: Pick<Share, 'id' | 'institutionId' | 'kind' | 'currency'>;
  readonly month: Temporal.PlainYearMonth;
  readonly from: Temporal.PlainDate;
  /** The last day of the month; the day that it is, while the month goes on. */
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
  /** Of what came in: dividends. */
  readonly dividends: Amount;
  /** Of what went out: fees. */
  readonly fees: Amount;
}

/** More than this in a month is no statement for a page: its holder takes the books by other roads. */
const entriesMax = 10_000;

/**
 * A share's statement of one month.
 * @param month not in the future: else `undefined`
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
  // To the month's end: what is dated ahead counts for the month in which it was posted too.
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

/** What came in and went out, and what of it were dividends and fees. */
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

/** The months that have a statement, newest first: from the one in which the account began to this one. */
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
