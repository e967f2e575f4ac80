import { beforeAll, describe, expect, it } from 'vitest';
import { onSampledEngines } from '../../test/support/sampled-engines.ts';
import { startService, type Service } from '../../test/support/service.ts';
import { present } from '../kernel/assert.ts';
import { limits } from './limits.ts';
import {
  endSession,
  endSessions,
  findSession,
  listSessions,
  openSession,
  renewSession,
} from './sessions.ts';

onSampledEngines('sessions', (db) => {
  let service: Service;
  beforeAll(async () => {
    service = await startService(db(), { people: 6 });
  });
  const context = () => ({ world: service.world, keyring: service.fixture.keyring });
  const key = (person: number) => ({
    institutionId: service.fixture.institution.id,
    memberId: present(service.fixture.members[person], 'the fixture has this person').id,
  });
  const open = async (person: number, device = 'Firefox') =>
    openSession(db(), context(), { ...key(person), device });
  const find = async (token: string, institutionId = service.fixture.institution.id) =>
    findSession(db(), context(), { institutionId, token });

  it('are found by their token, with the member, and only in their institution', async () => {
    const { token, session } = await open(0);
    expect(token).toMatch(/^[\w-]{43}$/);
    const found = await find(token);
    expect(found?.session).toEqual(session);
    expect(found?.member).toMatchObject({ id: key(0).memberId, number: '900001' });
    expect(await find(token, service.fixture.institution.id + 1)).toBeUndefined();
    expect(await find('x'.repeat(43))).toBeUndefined();
    expect(await find('')).toBeUndefined();
  });

  it('are stored as a blind index: the token is nowhere in the table', async () => {
    const { token } = await open(0);
    const rows = await db().query<{ row: string }>(
      'select s::text as row from sessions s where institution_id = $1',
      [service.fixture.institution.id],
    );
    expect(rows.length).toBeGreaterThan(0);
    const hex = Buffer.from(token, 'base64url').toString('hex');
    for (const { row } of rows) {
      expect(row).not.toContain(token);
      expect(row).not.toContain(hex);
    }
  });

  it('end when idle, and record activity at most once a minute', async () => {
    const { token, session } = await open(1);
    service.clock.advance({ seconds: 59 });
    expect((await find(token))?.session.lastSeenAt).toEqual(session.createdAt);
    service.clock.advance({ seconds: 1 });
    const seen = service.clock.now();
    expect((await find(token))?.session.lastSeenAt).toEqual(seen);
    service.clock.advance({ seconds: limits.session.idleMinutes * 60 - 1 });
    expect(await find(token)).toBeDefined();
    service.clock.advance({ minutes: limits.session.idleMinutes });
    expect(await find(token)).toBeUndefined();
    expect(await listSessions(db(), context(), key(1))).toEqual([]);
  });

  it('end twelve hours after they were opened, even if active', async () => {
    const { token } = await open(2);
    for (let minutes = 0; minutes < 12 * 60 - 10; minutes += 10) {
      service.clock.advance({ minutes: 10 });
      expect(await find(token)).toBeDefined();
    }
    service.clock.advance({ minutes: 10 });
    expect(await find(token)).toBeUndefined();
  });

  it('get a new token after a proof of identity, and count as fresh', async () => {
    const { token, session } = await open(3);
    service.clock.advance({ minutes: 6 });
    const renewed = present(await renewSession(db(), context(), session), 'it lives');
    expect(renewed.session).toMatchObject({ id: session.id, createdAt: session.createdAt });
    expect(renewed.session.verifiedAt).toEqual(service.clock.now());
    expect(await find(token)).toBeUndefined();
    expect((await find(renewed.token))?.session).toEqual(renewed.session);
  });

  describe('of a member', () => {
    it('are listed and ended, one or all others, never another member’s', async () => {
      const [one, two, three] = [
        await open(4, 'one'),
        await open(4, 'two'),
        await open(4, 'three'),
      ];
      const foreign = await open(5);
      expect((await listSessions(db(), context(), key(4))).map(({ device }) => device)).toEqual([
        'three',
        'two',
        'one',
      ]);
      expect(await endSession(db(), { ...key(4), id: foreign.session.id })).toBe(false);
      expect(await endSession(db(), { ...key(4), id: one.session.id })).toBe(true);
      expect(await find(one.token)).toBeUndefined();
      expect(await endSessions(db(), { ...key(4), exceptId: two.session.id })).toBe(1);
      expect(await find(three.token)).toBeUndefined();
      expect(await find(two.token)).toBeDefined();
      expect(await endSessions(db(), key(4))).toBe(1);
      expect(await find(two.token)).toBeUndefined();
      expect(await find(foreign.token)).toBeDefined();
    });

    it('are at most twenty: the least recently seen goes', async () => {
      const first = await open(5, 'first');
      for (let count = 0; count < limits.session.perMember; count += 1) {
        service.clock.advance({ seconds: 1 });
        await open(5);
      }
      expect(await find(first.token)).toBeUndefined();
      expect(await listSessions(db(), context(), key(5))).toHaveLength(limits.session.perMember);
    });
  });
});
