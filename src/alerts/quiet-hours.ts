import type { QuietHours } from './rule.ts';

/**
 * Returns when the quiet hours end that hold at this moment; `undefined` outside of them. It reads the clock on the member's wall, so
 * on a day when clocks change the hours are longer or shorter by that hour. Pure.
 * @param zone IANA
 */
export function quietUntil(
  { from, to }: QuietHours,
  at: Temporal.Instant,
  zone: string,
): Temporal.Instant | undefined {
  const local = at.toZonedDateTimeISO(zone);
  const minute = local.hour * 60 + local.minute;
  const isQuiet = from < to ? minute >= from && minute < to : minute >= from || minute < to;
  if (!isQuiet) return undefined;
  const end = local.toPlainDate().add({ days: from > to && minute >= from ? 1 : 0 });
  // A time that the change of clocks skips counts as the first that exists after it.
  const until = end
    .toPlainDateTime({ hour: Math.floor(to / 60), minute: to % 60 })
    .toZonedDateTime(zone, { disambiguation: 'compatible' })
    .toInstant();
  // In the hour that the clocks repeat, the end may have passed once already.
  return Temporal.Instant.compare(until, at) > 0 ? until : undefined;
}
