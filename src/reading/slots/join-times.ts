import type { TimeFound } from './find-periods.ts';
import type { Days, SaidTime } from './period.ts';
import { spanOf, type Span } from './resolve-period.ts';

/** One period of a text, and the times that have no place in it. */
export interface Joined {
  readonly days: Days | undefined;
  readonly unapplied: readonly TimeFound[];
}

/**
 * Joins the times of a text to one period: `since nov 1`, `from monday to friday`, `between the 3rd and the 10th of october`. A
 * second period, as in a comparison, has no place.
 */
export function joinTimes(times: readonly TimeFound[], today: Temporal.PlainDate): Joined {
  let days: Days | undefined;
  const unapplied: TimeFound[] = [];
  for (let index = 0; index < times.length; index += 1) {
    const time = times[index];
    if (!time) continue;
    const next = times[index + 1];
    const isPair = next !== undefined && next.from === time.to && joins(time, next);
    const period = days ? undefined : isPair ? pair(time, next, today) : single(time, today);
    if (!period) {
      unapplied.push(time);
      continue;
    }
    days = period;
    if (isPair) index += 1;
  }
  return { days, unapplied };
}

/** `from monday to friday`, `oct 3 until oct 10`, `between … and …`, `november and december`. */
function joins(first: TimeFound, { link }: TimeFound): boolean {
  if (link === 'to' || link === 'until') return first.link !== 'until' && first.link !== 'before';
  return link === 'and';
}

function pair(first: TimeFound, second: TimeFound, today: Temporal.PlainDate): Days | undefined {
  if (!first.said || !second.said) return undefined;
  const later =
    laterDay(first.said, second.said, today) ?? laterThisYear(first.said, second.said, today);
  const end = later ?? spanOf(second.said, today);
  // The first one lies before the second: `from november to january`, `between the 30th and the 16th of june`.
  const isBefore = isOfCalendar(first.said) && !later;
  const start = end && spanOf(first.said, isBefore ? end.to : today);
  if (!start) return undefined;
  return Temporal.PlainDate.compare(start.from, end.to) <= 0
    ? { since: start.from, until: end.to }
    : { since: end.from, until: start.to };
}

/** `from october 28 to the 3rd`: the next such day. */
function laterDay(first: SaidTime, second: SaidTime, today: Temporal.PlainDate): Span | undefined {
  if (first.kind !== 'date' || first.month === undefined) return undefined;
  if (second.kind !== 'date' || second.month !== undefined) return undefined;
  const begin = spanOf(first, today)?.from;
  const next = begin && (second.day < begin.day ? begin.add({ months: 1 }) : begin);
  const to = next?.with({ day: second.day });
  return to && { from: to, to };
}

/** `between october 1 and december 31`, said in November: what has begun this year ends this year. */
function laterThisYear(
  first: SaidTime,
  second: SaidTime,
  today: Temporal.PlainDate,
): Span | undefined {
  if (!isWithoutYear(first) || !isWithoutYear(second)) return undefined;
  const begin = spanOf(first, today)?.from;
  const end = spanOf({ ...second, year: today.year }, today);
  if (!begin || !end || begin.year !== today.year) return undefined;
  const isLater =
    Temporal.PlainDate.compare(end.to, today) > 0 &&
    Temporal.PlainDate.compare(end.from, begin) >= 0;
  return isLater ? end : undefined;
}

function isWithoutYear(
  said: SaidTime,
): said is Extract<SaidTime, { readonly kind: 'date' | 'month' }> {
  if (said.kind === 'month') return said.year === undefined && !said.isLastYear;
  return said.kind === 'date' && said.month !== undefined && said.year === undefined;
}

/** Whether it names a day or month, and not its distance from today. */
function isOfCalendar({ kind }: SaidTime): boolean {
  return kind === 'date' || kind === 'month' || kind === 'weekday' || kind === 'quarter';
}

/** One time with its link. */
function single({ said, link }: TimeFound, today: Temporal.PlainDate): Days | undefined {
  const span = said && spanOf(said, today);
  if (!span) return undefined;
  switch (link) {
    case 'since':
    case 'since_start_of':
      return { since: span.from };
    case 'after':
      return { since: span.to.add({ days: 1 }) };
    case 'before':
      return { until: span.from.subtract({ days: 1 }) };
    case 'until':
      return { until: span.to };
    case 'from':
      // `from nov 1` begins there; `my transactions from yesterday` are those of that day.
      return said.kind === 'date' ? { since: span.from } : within(span, today);
    case 'week_of':
      return weekOf(span);
    case 'end_of':
      return { since: span.to, until: span.to };
    case 'in':
    case 'between':
    case 'to':
    case 'and':
    case undefined:
      return within(span, today);
    default:
      return link satisfies never;
  }
}

/** A period that is not over has no end yet. */
function within({ from, to }: Span, today: Temporal.PlainDate): Days {
  return Temporal.PlainDate.compare(to, today) > 0 && Temporal.PlainDate.compare(from, today) <= 0
    ? { since: from }
    : { since: from, until: to };
}

function weekOf({ from }: Span): Days {
  const start = from.subtract({ days: from.dayOfWeek % 7 });
  return { since: start, until: start.add({ days: 6 }) };
}
