import { describe, expect, it } from 'vitest';
import { localMoment } from './dates.ts';

/** The local time in a zone. */
const shown = (at: string, zone: string) => {
  const { hour, minute } = localMoment(Temporal.Instant.from(at), zone);
  return `${hour}:${String(minute).padStart(2, '0')}`;
};

describe('a member’s own zone', () => {
  it.each([
    // Chicago and Denver change at different instants, so for an hour they show the same time.
    ['2026-11-01T06:30:00Z', '1:30', '0:30'],
    ['2026-11-01T07:30:00Z', '1:30', '1:30'],
    ['2026-11-01T08:30:00Z', '2:30', '1:30'],
    ['2026-03-08T07:30:00Z', '1:30', '0:30'],
    ['2026-03-08T08:30:00Z', '3:30', '1:30'],
    ['2026-03-08T09:30:00Z', '4:30', '3:30'],
  ])('at %s it is %s in Chicago and %s in Denver', (at, chicago, denver) => {
    expect(shown(at, 'America/Chicago')).toBe(chicago);
    expect(shown(at, 'America/Denver')).toBe(denver);
    // In any order: the cache of one zone must not affect the other.
    expect(shown(at, 'America/Chicago')).toBe(chicago);
  });

  it('in Arizona has no daylight saving time', () => {
    expect(shown('2026-07-01T18:00:00Z', 'America/Phoenix')).toBe('11:00');
    expect(shown('2026-12-01T18:00:00Z', 'America/Phoenix')).toBe('11:00');
  });
});
