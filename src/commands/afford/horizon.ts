import type { RecurringItem } from '../../shares/recurring/recurring-item.ts';

/** Without a day in the question and without pay that recurs, we look this far ahead. */
const daysAhead = 14;

/** We look no further, whatever was asked: what comes later is guessing. */
export const daysMax = 45;

/** The last day that counts, and what it is. */
export interface Horizon {
  readonly until: Temporal.PlainDate;
  /** The day of the next pay. */
  readonly isPayday?: true;
}

/**
 * Finds the day that *until friday* means, in the institution's zone.
 * @param said as `AffordReading` has it; without it the next pay counts, or two weeks
 * @param items found with a look ahead of `daysMax`
 */
export function horizonOf(
  said: string | undefined,
  today: Temporal.PlainDate,
  items: readonly RecurringItem[],
): Horizon {
  const payday = said === undefined || said === 'payday' ? nextPay(items, today) : undefined;
  if (payday) return { until: payday, isPayday: true };
  const until =
    (said === undefined ? undefined : dayOf(said, today)) ?? today.add({ days: daysAhead });
  const last = today.add({ days: daysMax });
  return { until: Temporal.PlainDate.compare(until, last) > 0 ? last : until };
}

/** The next day on which money that recurs comes in. What is due today may have come already. */
function nextPay(
  items: readonly RecurringItem[],
  today: Temporal.PlainDate,
): Temporal.PlainDate | undefined {
  const days = items
    .filter(({ direction, kind }) => direction === 'in' && kind === 'deposit')
    .flatMap(({ expected }) => expected.map(({ on }) => on))
    .filter((on) => Temporal.PlainDate.compare(on, today) > 0)
    .toSorted((a, b) => Temporal.PlainDate.compare(a, b));
  return days[0];
}

function dayOf(said: string, today: Temporal.PlainDate): Temporal.PlainDate | undefined {
  if (said === 'month_end') return today.with({ day: today.daysInMonth });
  if (said === 'week_end') return nextWeekday(7, today);
  if (said === 'weekend') return nextWeekday(6, today);
  const [, days] = /^(\d+)d$/.exec(said) ?? [];
  if (days !== undefined) return today.add({ days: Number(days) });
  const [, weekday] = /^weekday_([1-7])$/.exec(said) ?? [];
  if (weekday !== undefined) return nextWeekday(Number(weekday), today);
  const [, nth] = /^day_(\d+)$/.exec(said) ?? [];
  if (nth !== undefined) return nextDate(Number(nth), undefined, today);
  const [, month, day] = /^(\d+)-(\d+)$/.exec(said) ?? [];
  return month === undefined ? undefined : nextDate(Number(day), Number(month), today);
}

/** The next such weekday; today is none. */
function nextWeekday(weekday: number, today: Temporal.PlainDate): Temporal.PlainDate {
  return today.add({ days: ((weekday - today.dayOfWeek + 6) % 7) + 1 });
}

/** The next such day of a month, today included. `undefined`: there is none, as February 30. */
function nextDate(
  day: number,
  month: number | undefined,
  today: Temporal.PlainDate,
): Temporal.PlainDate | undefined {
  if (day < 1 || day > 31 || (month !== undefined && (month < 1 || month > 12))) return undefined;
  let first = today.with({ day: 1 });
  for (let ahead = 0; ahead <= 12; ahead += 1) {
    const date = first.add({ days: day - 1 });
    const fits = date.month === first.month && (month === undefined || date.month === month);
    if (fits && Temporal.PlainDate.compare(date, today) >= 0) return date;
    first = first.add({ months: 1 });
  }
  return undefined;
}
