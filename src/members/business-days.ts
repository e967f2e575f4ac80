/**
 * Business days as Regulation E counts them (12 CFR 1005.2(d)): days on which the institution is open for substantially all
 * functions; taken here as Monday to Friday without the holidays of the Federal Reserve Banks.
 */
export function addBusinessDays(from: Temporal.PlainDate, days: number): Temporal.PlainDate {
  let day = from;
  for (let left = days; left > 0;) {
    day = day.add({ days: 1 });
    if (isBusinessDay(day)) left -= 1;
  }
  return day;
}

/** Whether the Federal Reserve Banks are open on this day. */
export function isBusinessDay(day: Temporal.PlainDate): boolean {
  return day.dayOfWeek <= 5 && !isHoliday(day);
}

/** Nth weekday of a month; -1 is the last. Weekdays count from Monday = 1. */
const floating = [
  { month: 1, weekday: 1, nth: 3 },
  { month: 2, weekday: 1, nth: 3 },
  { month: 5, weekday: 1, nth: -1 },
  { month: 9, weekday: 1, nth: 1 },
  { month: 10, weekday: 1, nth: 2 },
  { month: 11, weekday: 4, nth: 4 },
] as const;

const fixed = [
  { month: 1, day: 1 },
  { month: 6, day: 19 },
  { month: 7, day: 4 },
  { month: 11, day: 11 },
  { month: 12, day: 25 },
] as const;

function isHoliday(day: Temporal.PlainDate): boolean {
  const isFixed = fixed.some((one) => {
    const date = Temporal.PlainDate.from({ year: day.year, ...one });
    // On a Sunday the Monday after is kept; on a Saturday the Reserve Banks are open the Friday before.
    return day.equals(date.dayOfWeek === 7 ? date.add({ days: 1 }) : date);
  });
  return isFixed || floating.some((one) => day.equals(nthWeekday(day.year, one)));
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
