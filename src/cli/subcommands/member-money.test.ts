import { afterEach, expect, it, vi } from 'vitest';
import { openTestDatabase } from '../../../test/support/engines.ts';
import { buildFixture, testKeys } from '../../../test/support/fixture.ts';
import { enrollMembers } from '../../../test/support/fixture/enroll.ts';
import { present } from '../../kernel/assert.ts';
import { seededRandom } from '../../kernel/random.ts';
import { createWorld } from '../../kernel/world.ts';
import { lockMoney, setMayMoveMoney, unlockMoney } from '../../members/address-state.ts';
import type { MoneyLockReason } from '../../kernel/vocabulary/lock-reason.ts';
import { memberSubcommand } from './member.ts';

afterEach(() => vi.unstubAllEnvs());

it('staff lift a lock by five wrong numbers; only the member lifts STOP, or a doubt about the owner', async () => {
  const key = Buffer.from(seededRandom('test key').bytes(32)).toString('base64');
  vi.stubEnv('TMM_MASTER_KEYS', `1:${key}`);
  const said: string[] = [];
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => said.push(String(text)) > 0);
  await using db = await openTestDatabase();
  const world = createWorld();
  const { institution, members } = await buildFixture(db, world, { people: 1 });
  const { addressId } = present(members[0], 'the person lives in the fixture');
  const run = async (verb: string, ...more: string[]) => {
    const who = ['--who', 'ann', '--why', 'asked at the branch'];
    const words = [verb, '900001', ...more, '--database', db.url ?? '', ...who];
    return memberSubcommand.run(words);
  };
  const lock = async (reason: MoneyLockReason) =>
    lockMoney(db, institution.id, [{ addressId, reason, at: world.clock.now() }]);
  const state = async () => {
    const [row] = await db.query<{ reason: string | null; may: boolean }>(
      'select money_locked_reason as reason, may_move_money as may from addresses where id = $1',
      [addressId],
    );
    return row;
  };

  await setMayMoveMoney(db, institution.id, { addressId, mayMoveMoney: false });
  await lock('confirmation_failures');
  await run('money', 'on');
  expect(await state()).toEqual({ reason: null, may: true });

  await lock('stop');
  await expect(run('money', 'on')).rejects.toThrow(/sent STOP.*Only the member.*START/);
  await run('unlock');
  expect(said.at(-1)).toMatch(/stay locked on x \(the member sent STOP\).*START/);
  expect(await state()).toEqual({ reason: 'stop', may: true });

  await setMayMoveMoney(db, institution.id, { addressId, mayMoveMoney: false });
  for (const reason of ['unfollowed', 'handle_changed', 'inactivity'] as const) {
    await unlockMoney(db, institution.id, addressId);
    await lock(reason);
    await expect(run('money', 'on')).rejects.toThrow(/Only the member.*MyVantage.*X account/);
    await run('unlock');
    expect(said.at(-1)).toMatch(/Only the member can unlock them: the member verifies it again/);
    expect(await state()).toEqual({ reason, may: false });
  }
  await run('money', 'off');
  expect(await state()).toEqual({ reason: 'inactivity', may: false });
});

it('of two phones the staff name the one they mean', async () => {
  const keys = testKeys();
  const key = Buffer.from(present(keys[0], 'there is a key').key).toString('base64');
  vi.stubEnv('TMM_MASTER_KEYS', `1:${key}`);
  vi.spyOn(process.stdout, 'write').mockImplementation(() => true);
  await using db = await openTestDatabase();
  const world = createWorld();
  const fixture = await buildFixture(db, world, { people: 1 });
  const memberId = present(fixture.members[0], 'the person lives in the fixture').id;
  await enrollMembers({ db, world, fixture }, [
    { memberId, channel: 'sms', address: '+13145552671', handle: '+1 ••• 2671' },
    { memberId, channel: 'sms', address: '+13145552672', handle: '+1 ••• 2672' },
  ]);
  const remove = async (...more: string[]) => {
    const who = ['--who', 'ann', '--why', 'asked at the branch'];
    const words = ['remove', '900001', '--channel', 'sms', ...more];
    return memberSubcommand.run([...words, '--database', db.url ?? '', ...who]);
  };
  const left = async () =>
    db.query(
      `select handle from addresses where institution_id = $1 and member_id = $2 and channel = 'sms' and state <> 'removed'`,
      [fixture.institution.id, memberId],
    );
  await expect(remove()).rejects.toThrow(/which address.*2671, .*2672/);
  await expect(remove('--handle', '9999')).rejects.toThrow(/2671, .*2672/);
  expect(await left()).toHaveLength(2);
  await remove('--handle', '2672');
  expect(await left()).toEqual([{ handle: '+1 ••• 2671' }]);
  await remove();
  expect(await left()).toEqual([]);
});
