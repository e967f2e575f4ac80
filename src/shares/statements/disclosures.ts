import type { Core } from '../../core/core.ts';
import type { Queries } from '../../database/database.ts';
import type { Amount } from '../../money/amount.ts';
import type { Share } from '../share.ts';
import { apyEarned, averageDailyBalance, daysBetween } from './apy-earned.ts';
import { feesByType, feesOfClass, type FeeClass, type FeeSum } from './fees.ts';
import { totalsOf, type Statement } from './statement.ts';

/** What a statement of a share says besides its entries (12 CFR 707.6 and 707.11). All are 0 or positive. */
export interface Disclosures {
  /** The days of the period. */
  readonly days: number;
  /** Percent with two decimals; absent if it can't be computed. */
  readonly apyEarned: string | undefined;
  /** The balance on an average day of the period, rounded to the minor unit. */
  readonly average: Amount;
  readonly fees: readonly FeeSum[];
  readonly overdraftFees: Totals;
  readonly returnedItemFees: Totals;
  /** From January 1 to the end of the period. */
  readonly yearToDate: { readonly dividends: Amount; readonly fees: Amount };
}

/** What a kind of fee came to. */
interface Totals {
  readonly period: Amount;
  readonly yearToDate: Amount;
}

/** The most entries of a year that we add up. */
const entriesMax = 100_000;

/**
 * Reads what a statement must say about yield and fees.
 * @returns `too_many`: more entries in the year than we add up; `undefined` for a loan, to which
 *   these rules don't apply
 */
export async function readDisclosures(
  q: Queries,
  core: Core,
  { share, statement }: { readonly share: Share; readonly statement: Statement },
): Promise<Disclosures | 'too_many' | undefined> {
  if (share.kind === 'loan') return undefined;
  const { from, to, month, entries, totals } = statement;
  const { institutionId, accountId } = share;
  const year = await core.period(q, institutionId, {
    accountId,
    from: Temporal.PlainDate.from({ year: month.year, month: 1, day: 1 }),
    to: month.toPlainDate({ day: month.daysInMonth }),
    count: entriesMax,
  });
  const daily = await core.dailyBalances(q, institutionId, { accountId, from, to });
  if (!year || !daily) return undefined;
  if (year === 'too_many') return year;
  const days = daysBetween(from, to) + 1;
  const average = averageDailyBalance(daily, { from, to });
  const yearTotals = totalsOf(year.entries);
  const both = (wanted: FeeClass): Totals => ({
    period: feesOfClass(entries, wanted),
    yearToDate: feesOfClass(year.entries, wanted),
  });
  return {
    days,
    average: BigInt(Math.round(Math.max(0, average))),
    apyEarned: apyEarned({ dividends: totals.dividends, average, days }),
    fees: feesByType(entries),
    overdraftFees: both('overdraft'),
    returnedItemFees: both('returned_item'),
    yearToDate: { dividends: yearTotals.dividends, fees: yearTotals.fees },
  };
}
