import { beforeAll, expect, it } from 'vitest';
import { onSampledEngines } from '../../test/support/sampled-engines.ts';
import { startService, type Service } from '../../test/support/service.ts';
import { present } from '../kernel/assert.ts';
import {
  findKnownDevice,
  findSharedDevice,
  forgetDevices,
  rememberDevice,
} from './known-devices.ts';

onSampledEngines('known browsers', (db) => {
  let service: Service;
  beforeAll(async () => {
    service = await startService(db(), { people: 6 });
  });
  const context = () => ({ world: service.world, keyring: service.fixture.keyring });
  const key = (person: number) => ({
    institutionId: service.fixture.institution.id,
    memberId: present(service.fixture.members[person], 'the fixture has this person').id,
  });
  const signIn = async (person: number, token?: string) =>
    (await rememberDevice(db(), context(), { ...key(person), token })).token;
  const knows = async (person: number, token: string) =>
    (await findKnownDevice(db(), context(), { ...key(person), token })) !== undefined;

  it('get a new token at each sign-in, also for other members who share the browser', async () => {
    const first = await signIn(0);
    const second = await signIn(1, first);
    expect(second).not.toBe(first);
    expect([await knows(0, first), await knows(1, first)]).toEqual([false, false]);
    expect([await knows(0, second), await knows(1, second)]).toEqual([true, true]);
    expect(await knows(2, second)).toBe(false);
    const { institutionId } = key(0);
    const find = async (token: string) =>
      findSharedDevice(db(), context(), { institutionId, token });
    expect(await find(second)).toBeDefined();
    expect(await find(first)).toBeUndefined();
    // An invented token, or one from another institution, matches nobody.
    expect(await find('a'.repeat(43))).toBeUndefined();
    expect(
      await findSharedDevice(db(), context(), { institutionId: institutionId + 1, token: second }),
    ).toBeUndefined();
    expect(
      await findKnownDevice(db(), context(), { institutionId, memberId: undefined, token: second }),
    ).toBeUndefined();
  });

  it('are forgotten together except the current one, and stay known for other members', async () => {
    const own = await signIn(2);
    const old = await signIn(2);
    const shared = await signIn(3, old);
    await forgetDevices(db(), context(), { ...key(2), exceptToken: own });
    expect([await knows(2, own), await knows(2, shared), await knows(3, shared)]).toEqual([
      true,
      false,
      true,
    ]);
    await forgetDevices(db(), context(), key(2));
    expect(await knows(2, own)).toBe(false);
  });

  it('are at most ten per member, drop the least recently used, and expire after 400 days', async () => {
    const tokens: string[] = [];
    for (let browser = 0; browser < 11; browser += 1) {
      tokens.push(await signIn(4));
      service.clock.advance({ minutes: 1 });
    }
    const known = await Promise.all(tokens.map(async (token) => knows(4, token)));
    expect(known).toEqual([false, ...Array.from({ length: 10 }, () => true)]);
    service.clock.advance({ days: 401 });
    expect(await knows(4, tokens.at(-1) ?? '')).toBe(false);
    await signIn(4);
    const rows = await db().query(
      'select 1 from known_devices where institution_id = $1 and member_id = $2',
      [key(4).institutionId, key(4).memberId],
    );
    expect(rows).toHaveLength(1);
  });

  it('are stored without their token', async () => {
    const token = await signIn(5);
    const rows = await db().query<{ row: string }>('select d::text as row from known_devices d');
    expect(rows.map(({ row }) => row).join()).not.toContain(token);
  });
});
