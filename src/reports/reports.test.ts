import { beforeAll, expect, it } from 'vitest';
import { onSampledEngines } from '../../test/support/sampled-engines.ts';
import { startService, type Service } from '../../test/support/service.ts';
import { indexMessages } from '../messages/search/index-messages.ts';
import { costForecast } from './cost-forecast.ts';
import { countDueDays, institutionsToCount } from './count-due-days.ts';
import { readDays, storeDay } from './daily-figures.ts';
import { dayFiguresSchema, emptyFigures, sumOf } from './day-figures.ts';

onSampledEngines('the figures of each day', (db) => {
  let service: Service;
  beforeAll(async () => {
    service = await startService(db(), { people: 2 });
    await service.say(0, '#bal 7');
    await service.say(1, 'zxqv wvut');
    await service.say(0, 'transfer 20 from 7 to 0');
    // Half past eleven at night in Chicago, where it is the next day in UTC.
    service.clock.advance({ hours: 12, minutes: 48 });
    await service.say(1, '#bal 7');
    await indexMessages(db(), { institutionId: service.fixture.institution.id, rounds: 10 });
  });
  const count = async () => {
    const { world, fixture } = service;
    return countDueDays(db(), { world, institution: fixture.institution });
  };
  const due = async () =>
    institutionsToCount(db(), [service.fixture.institution], service.world.clock.now());
  const days = async () =>
    readDays(db(), service.fixture.institution.id, {
      from: Temporal.PlainDate.from('2026-11-01'),
      to: Temporal.PlainDate.from('2026-12-31'),
    });

  it('counts no day that has not ended', async () => {
    await count();
    expect((await days()).map(({ day }) => day.toString())).not.toContain('2026-11-23');
  });

  it('counts a day of the institution’s zone after its end, once however often it runs', async () => {
    service.clock.advance({ hours: 1 });
    expect(await due()).toEqual([service.fixture.institution.id]);
    await count();
    const once = await days();
    expect(once.at(-1)).toMatchObject({
      figures: {
        received: { x: 4 },
        people: 2,
        intents: { balance: 2, unknown: 1, transfer: 1 },
        disputesOpen: 0,
      },
    });
    expect(await due()).toEqual([]);
    expect(await count()).toBe(0);
    expect(await days()).toEqual(once);
  });

  it('catches up on days that it missed', async () => {
    service.clock.advance({ hours: 24 * 5 });
    await count();
    expect((await days()).map(({ day }) => day.toString())).toEqual([
      '2026-11-23',
      '2026-11-24',
      '2026-11-25',
      '2026-11-26',
      '2026-11-27',
      '2026-11-28',
    ]);
  });

  it('keeps the later count of a day', async () => {
    const { id } = service.fixture.institution;
    const day = Temporal.PlainDate.from('2026-11-24');
    const now = service.world.clock.now();
    await storeDay(db(), id, { day, figures: { ...emptyFigures, people: 9 }, countedAt: now });
    const before = now.subtract({ hours: 1 });
    await storeDay(db(), id, { day, figures: emptyFigures, countedAt: before });
    const found = (await days()).find((one) => one.day.equals(day));
    expect(found?.figures.people).toBe(9);
  });
});

it('sums days by name', () => {
  const one = dayFiguresSchema.parse({ received: { x: 2 }, people: 1, disputesOpen: 4 });
  const two = dayFiguresSchema.parse({ received: { x: 1, sms: 5 }, people: 2, disputesOpen: 3 });
  expect(sumOf([one, two])).toMatchObject({
    received: { x: 3, sms: 5 },
    people: 3,
    disputesOpen: 3,
  });
});

it('foretells the cost of a month by weekday', () => {
  const last = Temporal.PlainDate.from('2026-11-22');
  const days = Array.from({ length: 28 }, (_, ago) => {
    const day = last.subtract({ days: ago });
    return {
      day,
      figures: dayFiguresSchema.parse({ cost: { sms: day.dayOfWeek > 5 ? 0 : 10 } }),
    };
  });
  // Sixteen weekdays until the 22nd... the rest of the month has six.
  const soFar = days.filter(({ day }) => day.month === 11 && day.dayOfWeek <= 5).length * 10;
  expect(costForecast(days, last)).toEqual({
    month: '2026-11',
    soFar,
    expected: soFar + 60,
    daysLeft: 8,
  });
  expect(costForecast(days.slice(0, 5), last)).toBeUndefined();
});
