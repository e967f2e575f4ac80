/**
 * Whether this is an IANA time zone that the runtime knows, such as `America/Chicago`. An offset
 * alone is not, since it has no daylight saving time.
 */
export function isTimeZone(zone: string): boolean {
  if (!/^[A-Za-z]/.test(zone)) return false;
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone);
    return true;
  } catch {
    return false;
  }
}
