import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { staffActor } from '../../test/support/actor.ts';
import { onGuardedEngines } from '../../test/support/sampled-engines.ts';
import { manualClock } from '../kernel/clock.ts';
import { seededRandom } from '../kernel/random.ts';
import { createWorld } from '../kernel/world.ts';
import { changeSettings, createInstitution } from './institution.ts';

// Nine in the evening of November 23 in Chicago.
const clock = manualClock('2026-11-24T03:00:00Z');
const world = createWorld({ clock, random: seededRandom('calendars') });
const saturday = { weekdays: [1, 2, 3, 4, 5, 6] };

onGuardedEngines('the calendar of an institution', (db) => {
  const create = async (slug: string, settings: object = {}) =>
    createInstitution(db(), world, {
      slug,
      name: 'Riverside',
      zone: 'America/Chicago',
      currency: 'USD',
      settings,
    });
  const change = async (institutionId: number, changes: object) =>
    changeSettings(db(), world, { institutionId, changes, actor: staffActor('ann', 'asked') });

  it('accepts rules, openings and closures by day, each revocable until its day', async () => {
    const { id } = await create('gains');
    await change(id, { businessDays: { rules: { '2026-11-23': saturday } } });
    await change(id, { businessDays: { rules: { '2027-01-04': { weekdays: [5, 1, 1] } } } });
    await change(id, { businessDays: { openings: { '2026-11-29': 'fair' } } });
    const { settings } = await change(id, { closures: { '2026-12-24': 'Christmas Eve' } });
    expect(settings.businessDays).toEqual({
      rules: {
        '2026-11-23': { weekdays: [1, 2, 3, 4, 5, 6], closedOnFederalHolidays: true },
        '2027-01-04': { weekdays: [1, 5], closedOnFederalHolidays: true },
      },
      openings: { '2026-11-29': 'fair' },
    });
    const after = await change(id, { businessDays: { rules: { '2027-01-04': null } } });
    expect(Object.keys(after.settings.businessDays.rules)).toEqual(['2026-11-23']);
    expect(after.settings.closures).toEqual({ '2026-12-24': 'Christmas Eve' });
  });

  it('keeps its past: a past day can’t be added, changed or removed', async () => {
    const past = {
      businessDays: { rules: { '2026-01-03': saturday }, openings: { '2026-05-03': 'fair' } },
      closures: { '2026-02-02': 'snow' },
    };
    const { id } = await create('past', past);
    for (const [changes, problem] of [
      [{ businessDays: { rules: { '2026-11-22': saturday } } }, 'businessDays.rules.2026-11-22'],
      [{ businessDays: { rules: { '2026-01-03': { weekdays: [1] } } } }, 'rules.2026-01-03'],
      [{ businessDays: { rules: { '2026-01-03': null } } }, 'rules.2026-01-03'],
      [{ businessDays: null }, 'rules.2026-01-03'],
      [{ businessDays: { openings: { '2026-05-03': null } } }, 'openings.2026-05-03'],
      [{ closures: { '2026-11-22': 'snow' } }, 'closures.2026-11-22'],
      [{ closures: null }, 'closures.2026-02-02'],
    ] as const)
      await expect(change(id, changes)).rejects.toMatchObject({
        code: 'institution_invalid',
        message: expect.stringContaining(problem),
      });
    await change(id, { closures: { '2026-11-23': 'a burst pipe' } });
    await change(id, { historyCount: 3 });
  });

  it('refuses an invalid calendar, and says where', async () => {
    const { id } = await create('slips');
    for (const [changes, problem] of [
      [{ businessDays: { rules: { '2027-02-30': saturday } } }, 'businessDays.rules'],
      [{ businessDays: { rules: { '2027-01-04': { weekdays: [] } } } }, 'weekdays'],
      [{ businessDays: { rules: { '2027-01-04': { weekdays: [0] } } } }, 'weekdays'],
      [{ businessDays: { openings: { '2027-01-09': '' } } }, 'openings'],
      [{ closures: ['2026-12-25'] }, 'closures'],
      [
        {
          businessDays: { openings: { '2027-01-09': 'fair' } },
          closures: { '2027-01-09': 'moving' },
        },
        'openings.2027-01-09',
      ],
    ] as const)
      await expect(change(id, changes)).rejects.toMatchObject({
        code: 'institution_invalid',
        message: expect.stringContaining(problem),
      });
  });

  it('keeps closures that were stored as a list', async () => {
    const { id } = await create('list');
    const listed = async (closures: string) =>
      db().query(
        `update institutions set settings = jsonb_set(settings, '{closures}', $2::text::jsonb) where id = $1`,
        [id, closures],
      );
    const text = readFileSync(new URL('../../migrations/0015-staff.sql', import.meta.url), 'utf8');
    const statement = text.slice(text.indexOf('update institutions'));
    for (const [before, after] of [
      ['["2026-12-24","2026-12-25"]', { '2026-12-24': 'Closed', '2026-12-25': 'Closed' }],
      ['[]', {}],
      ['{"2026-12-24":"Christmas Eve"}', { '2026-12-24': 'Christmas Eve' }],
    ] as const) {
      await listed(before);
      await db().query(statement);
      const rows = await db().query<{ closures: object }>(
        `select settings -> 'closures' as closures from institutions where id = $1`,
        [id],
      );
      expect(rows).toEqual([{ closures: after }]);
    }
  });
});
