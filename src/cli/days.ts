import { UsageError } from './usage-error.ts';

/** Reads a day from an option. @throws UsageError that names the option */
export function dayOf(text: string, option: string): Temporal.PlainDate {
  try {
    return Temporal.PlainDate.from(text);
  } catch {
    throw new UsageError(`${option} must be a day such as 2026-11-23`);
  }
}

/**
 * Reads an instant: with an offset as written, without one in this zone.
 * @throws UsageError that names the option
 */
export function momentOf(text: string, zone: string, option: string): Temporal.Instant {
  try {
    return /(?:Z|[+-]\d\d:?\d\d)$/i.test(text)
      ? Temporal.Instant.from(text)
      : Temporal.PlainDateTime.from(text).toZonedDateTime(zone).toInstant();
  } catch {
    throw new UsageError(`${option} must be a time such as 2026-11-23T16:40`);
  }
}

/** Formats a due day with the days left: `2026-12-08 (12 days)`. */
export function dueText(day: string | null, today: Temporal.PlainDate): string {
  if (day === null) return '';
  const dueOn = Temporal.PlainDate.from(day);
  const { days } = today.until(dueOn, { largestUnit: 'days' });
  const plural = Math.abs(days) === 1 ? 'day' : 'days';
  if (days === 0) return `${dueOn.toString()} (today)`;
  return `${dueOn.toString()} (${days < 0 ? `${-days} ${plural} late` : `${days} ${plural}`})`;
}

/** Formats an instant to the minute, in this zone. */
export function localText(at: string, zone: string): string {
  return Temporal.Instant.from(at)
    .toZonedDateTimeISO(zone)
    .toPlainDateTime()
    .toString({ smallestUnit: 'minute' })
    .replace('T', ' ');
}
