/** A moment as a zone's clocks show it. */
export interface LocalMoment {
  /** 0 to 23. */
  readonly hour: number;
  readonly minute: number;
  /** Days since 1970-01-01, for comparison and for `dayOfNumber`. */
  readonly dayNumber: number;
}

const millisecondsOfDay = 86_400_000;

// Offsets change only at full quarter hours, and asking Temporal for one costs more than the rest of a reply.
const quarter = 900_000;
const offsets = new Map<string, { quarter: number; offset: number }>();

/** The local time in an IANA zone. Pure: it caches only the zone's offset from UTC. */
export function localMoment(instant: Temporal.Instant, zone: string): LocalMoment {
  const milliseconds = instant.epochMilliseconds;
  const local = milliseconds + offsetOf(instant, milliseconds, zone);
  const dayNumber = Math.floor(local / millisecondsOfDay);
  const minutes = Math.floor((local - dayNumber * millisecondsOfDay) / 60_000);
  return { hour: Math.floor(minutes / 60), minute: minutes % 60, dayNumber };
}

function offsetOf(instant: Temporal.Instant, milliseconds: number, zone: string): number {
  const current = Math.floor(milliseconds / quarter);
  const remembered = offsets.get(zone);
  if (remembered?.quarter === current) return remembered.offset;
  const offset = instant.toZonedDateTimeISO(zone).offsetNanoseconds / 1_000_000;
  offsets.set(zone, { quarter: current, offset });
  return offset;
}

/** The calendar date of a day number. */
export function dayOfNumber(dayNumber: number): Temporal.PlainDate {
  // Usually asked for today, many times.
  if (lastDay?.dayNumber !== dayNumber)
    lastDay = { dayNumber, day: epoch.add({ days: dayNumber }) };
  return lastDay.day;
}

const epoch = Temporal.PlainDate.from('1970-01-01');
let lastDay: { readonly dayNumber: number; readonly day: Temporal.PlainDate } | undefined;

/** The date in an IANA zone. */
export function dayIn(zone: string, instant: Temporal.Instant): Temporal.PlainDate {
  return dayOfNumber(localMoment(instant, zone).dayNumber);
}

/** `11/20`, `20/11`; with `year` `11/20/2025`, `20/11/2025`; with a short one `11/20/25`. */
export function formatDay(
  { day, month, year }: Temporal.PlainDate,
  { isMonthFirst }: { readonly isMonthFirst: boolean },
  options?: { readonly year: boolean | 'short' },
): string {
  const short = isMonthFirst ? `${month}/${day}` : `${day}/${month}`;
  if (options?.year === 'short') return `${short}/${String(year % 100).padStart(2, '0')}`;
  return options?.year ? `${short}/${year}` : short;
}

/** Whether a date needs its year, because it is not this one. */
export function needsYear(date: Temporal.PlainDate, today: Temporal.PlainDate): boolean {
  return date.year !== today.year;
}
