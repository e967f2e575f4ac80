import type { Amount } from '../../money/amount.ts';
import type { CoreDailyBalances } from '../../core/core.ts';

/**
 * Averages the balance over a period: the sum of the balances at the end of each day, divided by
 * the days. Minor units, with fractions.
 */
export function averageDailyBalance(
  { opening, days }: CoreDailyBalances,
  { from, to }: { readonly from: Temporal.PlainDate; readonly to: Temporal.PlainDate },
): number {
  const end = to.add({ days: 1 });
  let sum = 0n;
  let balance: Amount = opening;
  let since = from;
  for (const { on, balance: next } of days) {
    // A change outside the period counts at its edge.
    const at = later(from, earlier(on, end));
    sum += balance * BigInt(daysBetween(since, at));
    balance = next;
    since = at;
  }
  sum += balance * BigInt(daysBetween(since, end));
  return Number(sum) / daysBetween(from, end);
}

/**
 * The annual percentage yield earned, in percent with two decimals (12 CFR 707, appendix A, part
 * II): 100 × ((1 + dividends / average balance)^(365 / days) − 1).
 * @param given `dividends`: what was paid for the period, in minor units
 * @returns `undefined` if the average balance is not positive and dividends were paid all the same
 */
export function apyEarned(given: {
  readonly dividends: Amount;
  readonly average: number;
  readonly days: number;
}): string | undefined {
  const { dividends, average, days } = given;
  if (dividends === 0n) return '0.00';
  if (average <= 0) return undefined;
  const earned = 100 * ((1 + Number(dividends) / average) ** (365 / days) - 1);
  return earned.toFixed(2);
}

/** The days from one to another, without the last. */
export function daysBetween(from: Temporal.PlainDate, until: Temporal.PlainDate): number {
  return from.until(until, { largestUnit: 'days' }).days;
}

function earlier(a: Temporal.PlainDate, b: Temporal.PlainDate): Temporal.PlainDate {
  return Temporal.PlainDate.compare(a, b) <= 0 ? a : b;
}

function later(a: Temporal.PlainDate, b: Temporal.PlainDate): Temporal.PlainDate {
  return Temporal.PlainDate.compare(a, b) >= 0 ? a : b;
}
