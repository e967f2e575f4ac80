import { totalOf, type CountedDay } from './day-figures.ts';

/** What a month will have cost, in millionths of a dollar. */
export interface CostForecast {
  readonly month: string;
  /** Of the days counted so far. */
  readonly soFar: number;
  /** That, and for each day that is left what such a weekday cost lately. */
  readonly expected: number;
  readonly daysLeft: number;
}

/** Weeks from which a weekday’s cost is taken. */
const weeks = 4;

/**
 * Foretells the cost of the month of `lastDay`: what it cost so far, and for each day left the mean
 * of that weekday over the last four weeks. Salary days and weekends differ more than weeks do.
 * @param days counted days, at least the last four weeks and the month so far
 * @returns `undefined` with less than a week of days
 */
export function costForecast(
  days: readonly CountedDay[],
  lastDay: Temporal.PlainDate,
): CostForecast | undefined {
  const lately = days.filter(
    ({ day }) =>
      Temporal.PlainDate.compare(day, lastDay.subtract({ weeks })) > 0 &&
      Temporal.PlainDate.compare(day, lastDay) <= 0,
  );
  if (lately.length < 7) return undefined;
  const { year, month } = lastDay;
  const soFar = days
    .filter(({ day }) => day.year === year && day.month === month)
    .filter(({ day }) => Temporal.PlainDate.compare(day, lastDay) <= 0)
    .reduce((sum, { figures }) => sum + totalOf(figures.cost), 0);
  const daysLeft = lastDay.daysInMonth - lastDay.day;
  let expected = soFar;
  for (let ahead = 1; ahead <= daysLeft; ahead += 1)
    expected += meanOn(lately, lastDay.add({ days: ahead }).dayOfWeek);
  return {
    month: lastDay.toPlainYearMonth().toString(),
    soFar,
    expected: Math.round(expected),
    daysLeft,
  };
}

function meanOn(days: readonly CountedDay[], weekday: number): number {
  const same = days.filter(({ day }) => day.dayOfWeek === weekday);
  const costs = same.map(({ figures }) => totalOf(figures.cost));
  return costs.length === 0 ? 0 : costs.reduce((sum, cost) => sum + cost, 0) / costs.length;
}
