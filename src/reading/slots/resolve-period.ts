import type { TimeUnit } from '../lexicon/slot-names.ts';
import type { Days, SaidDay, SaidTime } from './period.ts';

/** First and last day. */
export interface Span {
  readonly from: Temporal.PlainDate;
  readonly to: Temporal.PlainDate;
}

/**
 * The days that a time means today. What has no year is the latest that has begun. Weeks begin on Sunday, as calendars of North
 * America show them.
 * @returns `undefined`: there is no such day, as in `2/30`
 */
export function spanOf(said: SaidTime, today: Temporal.PlainDate): Span | undefined {
  switch (said.kind) {
    case 'days_ago':
      return oneDay(today.subtract({ days: said.days }));
    case 'this':
      return unitAround(said.unit, today);
    case 'last': {
      const current = unitAround(said.unit, today);
      // On a Wednesday the last weekend is the one just past.
      const isOver = Temporal.PlainDate.compare(current.to, today) < 0;
      return isOver ? current : unitAround(said.unit, current.from.subtract({ days: 1 }));
    }
    case 'rolling':
      return rolling(said, today);
    case 'ago':
      return said.unit === 'day'
        ? oneDay(today.subtract({ days: said.count }))
        : unitAround(said.unit, backBy(said, today));
    case 'month':
      return monthOf(said, today);
    case 'weekday': {
      const back = (today.dayOfWeek - said.weekday + 7) % 7;
      return oneDay(today.subtract({ days: back === 0 ? 7 : back }));
    }
    case 'date': {
      const day = dayOf(said, today);
      return day && oneDay(day);
    }
    case 'span': {
      const to = dayOf(said.to, today);
      // `between the 30th and the 16th of june` begins in May.
      const from = to && dayOf({ day: said.from.day }, to);
      return from && { from, to };
    }
    case 'year':
      return unitAround('year', Temporal.PlainDate.from({ year: said.year, month: 1, day: 1 }));
    case 'quarter':
      return quarterOf(said, today);
    default:
      return said satisfies never;
  }
}

/** A date without a year is the latest one that is not in the future. */
export function dayOf(
  { day, month, year }: SaidDay,
  today: Temporal.PlainDate,
): Temporal.PlainDate | undefined {
  // `2026-11-0`: no calendar has this day.
  if (day < 1 || month === 0) return undefined;
  if (month === undefined) {
    // `the 31st`: the latest month that has one.
    for (let back = 0; back < 3; back += 1) {
      const begin = today.with({ day: 1 }).subtract({ months: back });
      const date = day <= begin.daysInMonth ? begin.with({ day }) : undefined;
      if (date && Temporal.PlainDate.compare(date, today) <= 0) return date;
    }
    return undefined;
  }
  if (month > 12) return undefined;
  if (year !== undefined) return exactly({ year, month, day });
  // A leap day may be eight years back.
  for (let back = 0; back <= 8; back += 1) {
    const date = exactly({ year: today.year - back, month, day });
    if (date && Temporal.PlainDate.compare(date, today) <= 0) return date;
  }
  return undefined;
}

function exactly(parts: { year: number; month: number; day: number }) {
  const first = Temporal.PlainDate.from({ ...parts, day: 1 });
  return parts.day <= first.daysInMonth ? first.with({ day: parts.day }) : undefined;
}

/** The days of the unit that has this day. */
function unitAround(unit: TimeUnit, day: Temporal.PlainDate): Span {
  switch (unit) {
    case 'day':
      return oneDay(day);
    case 'week': {
      const from = day.subtract({ days: day.dayOfWeek % 7 });
      return { from, to: from.add({ days: 6 }) };
    }
    case 'weekend': {
      // Friday counts with neither: before Saturday the latest weekend is meant.
      const from = day.subtract({ days: (day.dayOfWeek + 1) % 7 });
      return { from, to: from.add({ days: 1 }) };
    }
    case 'month':
      return { from: day.with({ day: 1 }), to: day.with({ day: day.daysInMonth }) };
    case 'quarter': {
      const from = day.with({ day: 1 }).subtract({ months: (day.month - 1) % 3 });
      return { from, to: from.add({ months: 3 }).subtract({ days: 1 }) };
    }
    case 'year':
      return { from: day.with({ month: 1, day: 1 }), to: day.with({ month: 12, day: 31 }) };
    default:
      return unit satisfies never;
  }
}

/** `the last 3 days`: with today. `the last 2 weekends`: as many of them. */
function rolling(
  said: { readonly unit: TimeUnit; readonly count: number },
  today: Temporal.PlainDate,
): Span {
  if (said.unit === 'weekend') {
    const latest = unitAround('weekend', today);
    return { from: latest.from.subtract({ weeks: said.count - 1 }), to: latest.to };
  }
  return { from: backBy(said, today).add({ days: 1 }), to: today };
}

/** A day so many units back. */
function backBy(
  { unit, count }: { readonly unit: TimeUnit; readonly count: number },
  day: Temporal.PlainDate,
): Temporal.PlainDate {
  switch (unit) {
    case 'day':
      return day.subtract({ days: count });
    case 'week':
    case 'weekend':
      return day.subtract({ weeks: count });
    case 'month':
      return day.subtract({ months: count });
    case 'quarter':
      return day.subtract({ months: 3 * count });
    case 'year':
      return day.subtract({ years: count });
    default:
      return unit satisfies never;
  }
}

function monthOf(
  { month, year, isLastYear }: Extract<SaidTime, { kind: 'month' }>,
  today: Temporal.PlainDate,
): Span {
  const latest = month <= today.month ? today.year : today.year - 1;
  const meant = isLastYear ? today.year - 1 : (year ?? latest);
  return unitAround('month', Temporal.PlainDate.from({ year: meant, month, day: 1 }));
}

function quarterOf(
  { quarter, year }: Extract<SaidTime, { kind: 'quarter' }>,
  today: Temporal.PlainDate,
): Span {
  const month = 3 * quarter - 2;
  const meant = year ?? (month <= today.month ? today.year : today.year - 1);
  return unitAround('quarter', Temporal.PlainDate.from({ year: meant, month, day: 1 }));
}

function oneDay(day: Temporal.PlainDate): Span {
  return { from: day, to: day };
}

/** Days as a reading has them. */
export function isoDays({ since, until }: Days): {
  readonly since?: string;
  readonly until?: string;
} {
  return {
    ...(since ? { since: since.toString() } : {}),
    ...(until ? { until: until.toString() } : {}),
  };
}
