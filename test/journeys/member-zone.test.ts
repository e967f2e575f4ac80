import { beforeAll, expect, it } from 'vitest';
import { present } from '../../src/kernel/assert.ts';
import { setTimeZone } from '../../src/operations/messages/set-time-zone.ts';
import { perform } from '../../src/operations/perform.ts';
import { setMemberTimeZone } from '../../src/operations/staff/set-preferences.ts';
import { onGuardedEngines } from '../support/sampled-engines.ts';
import { memberRequest } from '../support/member-request.ts';
import { startService, type Service } from '../support/service.ts';
import { staffRequest } from '../support/staff-request.ts';

onGuardedEngines('a member’s time zone', (db) => {
  let service: Service;
  beforeAll(async () => {
    service = await startService(db(), { people: 3 });
  });
  const parts = () => ({ db: db(), fixture: service.fixture, world: service.world });
  const choose = async (person: number, zone: string) =>
    perform(await memberRequest(parts(), person), setTimeZone, { zone });
  const balance = async (person: number, text = '#bal 7') =>
    present((await service.say(person, text)).text, 'it is answered');

  it.each([
    ['#bal 7', /10:42am/, /8:42am/],
    ['#solde 7', /10 h 42/, /8 h 42/],
    ['#saldo 7', /10:42/, /\b8:42/],
  ])('decides the times in the reply to %s', async (text, ours, own) => {
    await choose(0, '');
    expect(await balance(0, text)).toMatch(ours);
    expect((await choose(0, 'America/Los_Angeles')).done).toEqual({ zone: 'America/Los_Angeles' });
    expect(await balance(0, text)).toMatch(own);
    // Another member reads their own local time.
    expect(await balance(1, text)).toMatch(ours);
  });

  it('leaves the days of the books as they are', async () => {
    // Already Tuesday in Kiritimati.
    await choose(0, 'Pacific/Kiritimati');
    await service.say(0, '#trans 1 7 0');
    const [row] = await db().query<{ on: Temporal.PlainDate }>(
      `select max(effective_on) as on from transactions where institution_id = $1`,
      [service.fixture.institution.id],
    );
    expect(row?.on.toString()).toBe('2026-11-23');
  });

  it('is refused if invalid, and otherwise stored in the audit log', async () => {
    for (const zone of ['Mars/Olympus', '+05:00', 'x'.repeat(61)])
      expect((await choose(1, zone)).refused?.code).toBe('input_invalid');
    expect(await balance(1)).toMatch(/10:42am/);
    const log = await db().query<{ zone: string | null }>(
      `select detail->>'zone' as zone from acts where institution_id = $1 and what = 'time_zone_set' order by at, id`,
      [service.fixture.institution.id],
    );
    expect(log.at(-1)?.zone).toBe('Pacific/Kiritimati');
  });

  it('can be set by staff too', async () => {
    const { number } = present(service.fixture.members[2], 'they exist');
    const set = async (zone: string) =>
      perform(staffRequest(parts()), setMemberTimeZone, { number, zone });
    expect((await set('America/New_York')).done).toEqual({ zone: 'America/New_York' });
    expect(await balance(2)).toMatch(/11:42am/);
    expect((await set('')).done).toEqual({ zone: 'America/Chicago' });
    expect(await balance(2)).toMatch(/10:42am/);
  });
});
