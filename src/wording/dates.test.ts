import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packs } from '../languages/index.ts';
import { dayOfNumber, formatDay, localMoment, needsYear } from './dates.ts';

const zones = [
  'America/Chicago',
  'America/St_Johns',
  'Europe/Paris',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'UTC',
];

describe('localMoment', () => {
  it('agrees with the calendar of every zone at any time', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...zones),
        fc.integer({ min: Date.UTC(1990, 0, 1), max: Date.UTC(2045, 0, 1) }),
        (zone, milliseconds) => {
          const instant = Temporal.Instant.fromEpochMilliseconds(milliseconds);
          const zoned = instant.toZonedDateTimeISO(zone);
          const moment = localMoment(instant, zone);
          expect([moment.hour, moment.minute]).toEqual([zoned.hour, zoned.minute]);
          expect(dayOfNumber(moment.dayNumber).equals(zoned.toPlainDate())).toBe(true);
        },
      ),
      { seed: 5, numRuns: 2000 },
    );
  });

  it('sees the clocks change between two minutes', () => {
    const before = Temporal.Instant.from('2026-11-01T06:59:59Z');
    expect(localMoment(before, 'America/Chicago').hour).toBe(1);
    expect(localMoment(before.add({ seconds: 1 }), 'America/Chicago').hour).toBe(1);
    expect(localMoment(before.add({ hours: 1, seconds: 1 }), 'America/Chicago').hour).toBe(2);
  });
});

describe('the clock', () => {
  it.each([
    [0, 5, '12:05am', '0 h 05', '0:05'],
    [10, 42, '10:42am', '10 h 42', '10:42'],
    [12, 0, '12:00pm', '12 h 00', '12:00'],
    [23, 59, '11:59pm', '23 h 59', '23:59'],
  ])('%d:%d', (hour, minute, en, fr, es) => {
    const moment = { hour, minute };
    expect(packs.en.locale.clock(moment)).toBe(en);
    expect(packs.fr.locale.clock(moment)).toBe(fr);
    expect(packs.es.locale.clock(moment)).toBe(es);
  });
});

describe('formatDay', () => {
  const date = Temporal.PlainDate.from('2026-11-20');
  it('puts the month first in English only', () => {
    expect(formatDay(date, packs.en.locale)).toBe('11/20');
    expect(formatDay(date, packs.fr.locale)).toBe('20/11');
    expect(formatDay(date, packs.es.locale, { year: true })).toBe('20/11/2026');
  });

  it.each([
    ['2026-01-01', false],
    ['2025-12-31', true],
    ['2026-12-31', false],
    ['2027-01-01', true],
    ['2025-11-20', true],
  ])('needs the year: %s', (other, needed) => {
    expect(needsYear(Temporal.PlainDate.from(other), date)).toBe(needed);
  });
});
