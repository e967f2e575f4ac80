/** The nth weekday of a month; -1 is the last. Weekdays count from Monday = 1. */
const floating = [
  { month: 1, weekday: 1, nth: 3 },
  { month: 2, weekday: 1, nth: 3 },
  { month: 5, weekday: 1, nth: -1 },
  { month: 9, weekday: 1, nth: 1 },
  { month: 10, weekday: 1, nth: 2 },
  { month: 11, weekday: 4, nth: 4 },
] as const;

const fixed: readonly { month: number; day: number; since?: number }[] = [
  { month: 1, day: 1 },
  // A holiday since 2021.
  { month: 6, day: 19, since: 2021 },
  { month: 7, day: 4 },
  { month: 11, day: 11 },
  { month: 12, day: 25 },
];

/** The holidays of years that were asked about. */
const known = new Map<number, ReadonlySet<string>>();

/** Whether this day is a holiday of the Federal Reserve Banks. */
export function isFederalHoliday(day: Temporal.PlainDate): boolean {
  const { year } = day;
  const holidays = known.get(year) ?? new Set(holidaysOf(year).map(String));
  known.set(year, holidays);
  return holidays.has(day.toString());
}

function holidaysOf(year: number): Temporal.PlainDate[] {
  const dated = fixed
    .filter(({ since = 0 }) => year >= since)
    .map(({ month, day }) => {
      const date = Temporal.PlainDate.from({ year, month, day });
      // A holiday on a Sunday moves to Monday. For one on a Saturday the Reserve Banks stay open on Friday.
      return date.dayOfWeek === 7 ? date.add({ days: 1 }) : date;
    });
  return [...dated, ...floating.map((one) => nthWeekday(year, one))];
}

function nthWeekday(year: number, rule: (typeof floating)[number]): Temporal.PlainDate {
  const first = Temporal.PlainDate.from({ year, month: rule.month, day: 1 });
  if (rule.nth > 0) {
    const offset = (rule.weekday - first.dayOfWeek + 7) % 7;
    return first.add({ days: offset + 7 * (rule.nth - 1) });
  }
  const last = first.with({ day: first.daysInMonth });
  return last.subtract({ days: (last.dayOfWeek - rule.weekday + 7) % 7 });
}
