import { expect, it } from 'vitest';
import { quietUntil } from './quiet-hours.ts';

const night = { from: 21 * 60, to: 7 * 60 };
const noon = { from: 12 * 60, to: 13 * 60 + 30 };
/** Over the hours in which clocks change. */
const small = { from: 60, to: 2 * 60 + 30 };
const early = { from: 0, to: 90 };

it.each<[string, typeof night, string, string, string | undefined]>([
  ['in the evening', night, 'America/Chicago', '2026-11-24T03:00:00Z', '2026-11-24T13:00:00Z'],
  ['before dawn', night, 'America/Chicago', '2026-11-23T12:59:59Z', '2026-11-23T13:00:00Z'],
  ['at their end', night, 'America/Chicago', '2026-11-23T13:00:00Z', undefined],
  ['by day', night, 'America/Chicago', '2026-11-23T18:00:00Z', undefined],
  ['in another zone', night, 'America/Phoenix', '2026-11-23T13:30:00Z', '2026-11-23T14:00:00Z'],
  ['within a day', noon, 'America/Chicago', '2026-11-23T18:15:00Z', '2026-11-23T19:30:00Z'],
  // In the night to March 8, 2026, the clocks in Chicago skip from 2 to 3; to November 1 they repeat the hour from 1 to 2.
  ['over a short night', night, 'America/Chicago', '2026-03-08T03:00:00Z', '2026-03-08T12:00:00Z'],
  ['over a long night', night, 'America/Chicago', '2026-11-01T02:00:00Z', '2026-11-01T13:00:00Z'],
  ['to a skipped time', small, 'America/Chicago', '2026-03-08T07:30:00Z', '2026-03-08T08:30:00Z'],
  ['after a skipped time', small, 'America/Chicago', '2026-03-08T08:30:00Z', undefined],
  ['to the first 1:30', early, 'America/Chicago', '2026-11-01T06:15:00Z', '2026-11-01T06:30:00Z'],
  ['to the second 1:30', early, 'America/Chicago', '2026-11-01T07:15:00Z', undefined],
  // Lord Howe Island changes by half an hour; Nepal is off by a quarter.
  ['by half an hour', night, 'Australia/Lord_Howe', '2026-10-03T12:00:00Z', '2026-10-03T20:00:00Z'],
  ['by a quarter', night, 'Asia/Kathmandu', '2026-11-23T16:00:00Z', '2026-11-24T01:15:00Z'],
])('quiet hours %s', (_name, quiet, zone, at, until) => {
  expect(quietUntil(quiet, Temporal.Instant.from(at), zone)?.toString()).toBe(until);
});
