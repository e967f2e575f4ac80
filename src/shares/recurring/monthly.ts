import type { Occurrence, Window } from './recurring-item.ts';

/** A bill of the 30th may be paid on the 2nd: a weekend and a holiday, and a short February. */
const spreadMax = 6;
/** A weekend with a holiday before or after it. */
const shiftMax = 4;
const monthsSeen = 4;
const monthsNeeded = 3;
/** With fewer occurrences than this, the first day of all may not have been seen. */
const sureFrom = 6;
/** So long after its last day something that did not come is still expected. */
const overdueDays = 10;

/** What comes on about the same day of each month, with the days on which it comes. */
export interface MonthlySeries {
  readonly occurrences: readonly Occurrence[];
  /** The first of its days: 1 to 31, where 31 means the last of each month. */
  readonly firstDay: number;
  /** How many days later the last of them is. */
  readonly days: number;
  /** Others of this amount come between. So one within the days may not have been this one. */
  readonly isNoisy: boolean;
}

/**
 * Splits occurrences by the day of the month. The pay of the 15th and the 30th is two series. Only
 * series that go on are found: three of the last four months have one.
 * @param given.isMixed other occurrences may lie between those of a series
 */
export function monthlySeries(
  occurrences: readonly Occurrence[],
  { today, isMixed }: { readonly today: Temporal.PlainDate; readonly isMixed: boolean },
): MonthlySeries[] {
  const days = occurrences.map(({ on }) => on.day);
  const clusters = clustersOf(days);
  const isNoisy = isMixed && clusters.some((cluster) => cluster.days > spreadMax);
  const windows = isNoisy
    ? [...new Set(days)].map((firstDay) => ({ firstDay, days: shiftMax }))
    : clusters;
  const found = windows
    .flatMap((window) => seriesIn(window, occurrences, { today, isMixed, isNoisy }))
    .toSorted((a, b) => b.occurrences.length - a.occurrences.length);
  return isNoisy
    ? found.filter((series, index) => !overlapsBefore(series, found.slice(0, index)))
    : found;
}

function seriesIn(
  { firstDay, days }: Pick<MonthlySeries, 'firstDay' | 'days'>,
  occurrences: readonly Occurrence[],
  given: {
    readonly today: Temporal.PlainDate;
    readonly isMixed: boolean;
    readonly isNoisy: boolean;
  },
): MonthlySeries[] {
  if (days > spreadMax) return [];
  const own = occurrences.filter(({ on }) => isWithin(on.day, firstDay, days));
  const now = monthOf(given.today, { firstDay });
  const months = new Set(own.map(({ on }) => monthOf(on, { firstDay })));
  const seen = (count: number) =>
    Array.from({ length: count }, (_, index) => now - index).filter((month) => months.has(month))
      .length;
  const goesOn = seen(monthsSeen + 1) >= monthsNeeded && seen(3) > 0;
  const isDoubled = own.length > months.size;
  if (!goesOn || (!given.isMixed && own.length > months.size + 1)) return [];
  return [
    { occurrences: own, firstDay, days, isNoisy: given.isNoisy || (given.isMixed && isDoubled) },
  ];
}

function overlapsBefore(series: MonthlySeries, before: readonly MonthlySeries[]): boolean {
  return before.some(
    (other) =>
      isWithin(series.firstDay, other.firstDay, other.days) ||
      isWithin(other.firstDay, series.firstDay, series.days),
  );
}

/** The windows in which the series is expected from today until a day, in order. */
export function monthlyWindows(
  series: MonthlySeries,
  { today, until }: { readonly today: Temporal.PlainDate; readonly until: Temporal.PlainDate },
): Window[] {
  const { occurrences, days, isNoisy } = series;
  const newest = Math.max(...occurrences.map(({ on }) => monthOf(on, series)));
  const isOpen = Temporal.PlainDate.compare(dayOf(newest, series).add({ days }), today) >= 0;
  const last = isNoisy && isOpen ? newest - 1 : newest;
  const early = occurrences.length < sureFrom ? 2 : 0;
  const windows: Window[] = [];
  for (let month = last + 1; ; month += 1) {
    const earliest = dayOf(month, series).subtract({ days: early });
    if (Temporal.PlainDate.compare(earliest, until) > 0) return windows;
    const latest = dayOf(month, series).add({ days });
    if (Temporal.PlainDate.compare(latest.add({ days: overdueDays }), today) >= 0)
      windows.push({ earliest, latest });
  }
}

/** Days of the month in groups that follow each other closely, also over the month's end. */
function clustersOf(days: readonly number[]): { firstDay: number; days: number }[] {
  const seen = [...new Set(days)].sort((a, b) => a - b);
  const gapMax = 3;
  const starts = seen.filter((day, index) => {
    const before = index === 0 ? (seen.at(-1) ?? day) - 31 : (seen[index - 1] ?? day);
    return day - before > gapMax;
  });
  if (starts.length === 0) return [];
  return starts.map((firstDay, index) => {
    const next = starts[index + 1] ?? (starts[0] ?? firstDay) + 31;
    const own = seen.flatMap((day) => (day < firstDay ? [day + 31] : [day]));
    const last = Math.max(...own.filter((day) => day < next));
    return { firstDay, days: last - firstDay };
  });
}

function isWithin(day: number, firstDay: number, days: number): boolean {
  const from = (day - firstDay + 31) % 31;
  return from <= days;
}

/** The month in which the days of an occurrence began: those of the 30th may end on the 2nd. */
function monthOf(day: Temporal.PlainDate, { firstDay }: Pick<MonthlySeries, 'firstDay'>): number {
  const month = day.year * 12 + day.month - 1;
  return day.day >= Math.min(firstDay, day.daysInMonth) ? month : month - 1;
}

function dayOf(month: number, { firstDay }: MonthlySeries): Temporal.PlainDate {
  const first = Temporal.PlainDate.from({
    year: Math.floor(month / 12),
    month: (month % 12) + 1,
    day: 1,
  });
  return first.add({ days: Math.min(firstDay, first.daysInMonth) - 1 });
}
