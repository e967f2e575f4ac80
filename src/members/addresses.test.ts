import { moneyLockReasons, type MoneyLockReason } from '../kernel/vocabulary/lock-reason.ts';
import { beforeAll, expect, it } from 'vitest';
import { onBothEngines } from '../../test/support/engines.ts';
import { startService, type Service } from '../../test/support/service.ts';
import { present } from '../kernel/assert.ts';
import { seededRandom } from '../kernel/random.ts';
import { createKeyring, type Keyring } from '../kernel/keyring.ts';
import {
  lockMoney,
  setAddressLimits,
  setAddressState,
  touchAddresses,
  unlockMoney,
  verifyAddressAgain,
} from './address-state.ts';
import { addressKey } from './bind-address.ts';
import { bindAddresses } from '../messages/bind-addresses.ts';
import type { ChannelName } from '../kernel/vocabulary/channel.ts';
import { recordConsents } from './consents.ts';
import { lockMembers, unlockMember } from './locks.ts';
import { ensureMembers, findMemberByNumber } from './members.ts';
import { findSenders } from './senders.ts';
import { addUsage, loadUsage } from '../transfers/usage.ts';

/** A keyring with the fixture's key and a second, active one. */
function rotated(): Keyring {
  return createKeyring(
    [
      { id: 1, key: seededRandom('test key').bytes(32) },
      { id: 2, key: seededRandom('second key').bytes(32) },
    ],
    seededRandom('nonces'),
  );
}

onBothEngines('addresses', (db) => {
  let service: Service;
  beforeAll(async () => {
    service = await startService(db(), { people: 4 });
  });
  const id = () => service.fixture.institution.id;
  const person = (index: number) =>
    present(service.fixture.members[index], 'the fixture has this person');
  const find = async (
    wanted: readonly { address: string; channel?: ChannelName }[],
    keyring = service.fixture.keyring,
    institutionId = id(),
  ) =>
    findSenders(
      db(),
      institutionId,
      wanted.map(({ address, channel = 'x' }) => ({
        channel,
        blindIndexes: keyring.blindIndexes('address', addressKey(institutionId, channel, address)),
      })),
    );
  const sender = async (index: number) =>
    present((await find([person(index)]))[0], 'the sender is found');

  it('are found in one call, in the order asked, without strangers', async () => {
    const found = await find([
      person(2),
      { address: '404' },
      person(0),
      { address: person(1).address, channel: 'sms' },
      person(2),
    ]);
    expect(found.map((one) => one?.member.number)).toEqual([
      person(2).number,
      undefined,
      person(0).number,
      undefined,
      person(2).number,
    ]);
    expect(await find([])).toEqual([]);
    expect(await find([person(0)], service.fixture.keyring, id() + 1)).toEqual([undefined]);
  });

  it('are found and not bound twice during a key rotation', async () => {
    expect((await find([person(1)], rotated()))[0]?.member.id).toBe(person(1).id);
    const bind = async (address: string, memberId: string) =>
      db().transaction(async (tx) =>
        bindAddresses(tx, { keyring: rotated(), world: service.world }, id(), [
          { memberId, channel: 'x', address, mayMoveMoney: false },
        ]),
      );
    await expect(bind(person(1).address, person(2).id)).rejects.toMatchObject({
      code: 'address_taken',
    });
    await bind('777000777', person(2).id);
    expect((await find([{ address: '777000777' }], rotated()))[0]?.member.id).toBe(person(2).id);
  });

  it('lock only money movement, until they are verified or unlocked', async () => {
    const at = service.clock.now();
    const lock = { addressId: person(0).addressId, reason: 'unfollowed' as const, at };
    await lockMoney(db(), id(), [lock]);
    await lockMoney(db(), id(), [{ ...lock, at: at.add({ hours: 1 }) }]);
    expect((await sender(0)).address).toMatchObject({ state: 'proven', moneyLockedAt: at });
    await unlockMoney(db(), id(), lock.addressId);
    expect((await sender(0)).address.moneyLockedAt).toBeUndefined();
    await lockMoney(db(), id(), [lock]);
    await verifyAddressAgain(db(), id(), { addressId: lock.addressId, at });
    expect((await sender(0)).address.moneyLockedAt).toBeUndefined();
  });

  it('stay locked for the most serious reason, whichever came first', async () => {
    const at = service.clock.now();
    const { addressId } = person(0);
    const reason = async () => {
      const [row] = await db().query<{ reason: string | null; at: Temporal.Instant }>(
        'select money_locked_reason as reason, money_locked_at as at from addresses where institution_id = $1 and id = $2',
        [id(), addressId],
      );
      expect(row?.at.equals(at)).toBe(true);
      return row?.reason;
    };
    const reasons = [
      'confirmation_failures',
      'stop',
      'handle_changed',
      'stop',
      'inactivity',
    ] as const;
    const kept: unknown[] = [];
    for (const [index, one] of reasons.entries()) {
      await lockMoney(db(), id(), [{ addressId, reason: one, at: at.add({ hours: index }) }]);
      kept.push(await reason());
    }
    expect(kept).toEqual(['confirmation_failures', 'stop', ...Array(3).fill('handle_changed')]);
    await unlockMoney(db(), id(), addressId);
    expect((await sender(0)).address.moneyLockedAt).toBeUndefined();
  });

  it('stay locked while their keys are in doubt, whatever else was in doubt, until a message proves them', async () => {
    const at = service.clock.now();
    const { addressId } = person(0);
    const lock = async (reason: MoneyLockReason) =>
      lockMoney(db(), id(), [{ addressId, reason, at }]);
    const others = moneyLockReasons.filter((reason) => reason !== 'keys_changed');
    for (const other of others) {
      expect(await lock(other)).toEqual([addressId]);
      expect(await lock('keys_changed')).toEqual([addressId]);
      expect(await lock(other)).toEqual([]);
      expect(await verifyAddressAgain(db(), id(), { addressId, at })).toBe(true);
      expect((await sender(0)).address.moneyLockedAt).toEqual(at);
      expect(await verifyAddressAgain(db(), id(), { addressId, at, provesKeys: true })).toBe(false);
      expect((await sender(0)).address.moneyLockedAt).toBeUndefined();
    }
  });

  it('have their own limits, above zero', async () => {
    const limits = { addressId: person(0).addressId, mayMoveMoney: true, perDay: null };
    await setAddressLimits(db(), id(), { ...limits, perTransfer: 2_500n });
    expect((await sender(0)).address).toMatchObject({ mayMoveMoney: true, perTransfer: 2_500n });
    expect((await sender(0)).address.perDay).toBeUndefined();
    await expect(
      setAddressLimits(db(), id(), { ...limits, perTransfer: 0n }),
    ).rejects.toMatchObject({ code: 'limit_invalid' });
  });

  it('record their use once a day', async () => {
    const day = Temporal.PlainDate.from('2026-11-23');
    const written = async () =>
      db().query('select xmin::text as x from addresses where id = $1', [person(0).addressId]);
    await touchAddresses(db(), id(), { addressIds: [person(0).addressId], day });
    const first = await written();
    await touchAddresses(db(), id(), { addressIds: [person(0).addressId], day });
    expect(await written()).toEqual(first);
    expect((await sender(0)).address.lastUsedOn?.toString()).toBe('2026-11-23');
  });

  it('are strangers once removed, and can’t be verified again', async () => {
    const addressId = person(3).addressId;
    await setAddressState(db(), id(), { addressIds: [addressId], state: 'removed', reason: 'x' });
    expect(await find([person(3)])).toEqual([undefined]);
    await expect(
      verifyAddressAgain(db(), id(), { addressId, at: service.clock.now() }),
    ).rejects.toMatchObject({ code: 'address_gone' });
    await setAddressState(db(), id(), { addressIds: [addressId], state: 'paused', reason: 'x' });
    expect(await find([person(3)])).toEqual([undefined]);
  });

  it('all stop when their member locks the service', async () => {
    const at = service.clock.now();
    await lockMembers(db(), id(), { memberIds: [person(1).id, person(2).id], at });
    await lockMembers(db(), id(), { memberIds: [person(1).id], at: at.add({ hours: 1 }) });
    expect((await sender(1)).member.lockedAt).toEqual(at);
    await unlockMember(db(), id(), person(1).id);
    expect((await sender(1)).member.lockedAt).toBeUndefined();
    expect((await sender(2)).member.lockedAt).toEqual(at);
  });

  it('count their daily usage, even with concurrent additions', async () => {
    const today = Temporal.PlainDate.from('2026-11-23');
    const [a, b] = [person(0).addressId, person(1).addressId];
    await Promise.all(
      Array.from({ length: 6 }, async (_, index) => {
        const rows = [
          { addressId: a, day: today, amount: 100n },
          { addressId: b, day: today, amount: 7n },
          { addressId: a, day: today, amount: 1n },
          { addressId: a, day: today.subtract({ days: 1 }), amount: 5_000n },
        ];
        return db().transaction(async (tx) =>
          addUsage(tx, id(), index % 2 === 0 ? rows : rows.toReversed()),
        );
      }),
    );
    const usage = await loadUsage(db(), id(), [
      { addressId: a, day: today },
      { addressId: b, day: today },
      { addressId: person(2).addressId, day: today },
    ]);
    expect(usage).toEqual(
      new Map([
        [a, 606n],
        [b, 42n],
      ]),
    );
    expect((await loadUsage(db(), id() + 1, [{ addressId: a, day: today }])).size).toBe(0);
  });

  it('move money only after the first disclosure, and all records of it stay', async () => {
    const members = await ensureMembers(db(), service.world, id(), [
      { number: 'NEW-1', name: 'New One' },
      { number: 'NEW-2', name: 'New Two', language: 'fr' },
    ]);
    const idOf = (number: string) => present(members.get(number), 'the member was made').id;
    const [first, later] = [service.clock.now(), service.clock.now().add({ hours: 5 })];
    const given = (number: string, at: Temporal.Instant, kind: 'regulation_e' | 'esign') => ({
      kind,
      version: '1',
      how: 'signed in',
      at,
      memberId: idOf(number),
    });
    await recordConsents(db(), service.world, id(), [
      given('NEW-1', later, 'regulation_e'),
      given('NEW-1', first, 'regulation_e'),
      given('NEW-2', first, 'esign'),
    ]);
    await recordConsents(db(), service.world, id(), [given('NEW-1', later, 'regulation_e')]);
    const disclosedAt = async (number: string) =>
      (await findMemberByNumber(db(), id(), number))?.disclosedAt;
    expect(await disclosedAt('NEW-1')).toEqual(first);
    expect(await disclosedAt('NEW-2')).toBeUndefined();
    expect(
      await db().query('select kind from consents where institution_id = $1 and member_id = $2', [
        id(),
        idOf('NEW-1'),
      ]),
    ).toHaveLength(3);
    await expect(
      ensureMembers(db(), service.world, id(), [{ number: 'no good!', name: 'x' }]),
    ).rejects.toMatchObject({ code: 'member_invalid' });
  });
});
