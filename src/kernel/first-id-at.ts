/**
 * Gives the lowest id (UUIDv7) that is made at this time or later, so that rows are found by their
 * primary key where no index on their time exists.
 */
export function firstIdAt(at: Temporal.Instant): string {
  const time = at.epochMilliseconds.toString(16).padStart(12, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-0000-0000-000000000000`;
}
