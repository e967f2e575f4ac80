import { beforeAll, expect, it } from 'vitest';
import { jsonText } from '../../src/database/parameters.ts';
import { present } from '../../src/kernel/assert.ts';
import { post } from '../../src/ledger/post.ts';
import { announceChange } from '../../src/notices/announce.ts';
import { type EventRow, eventsOf } from '../support/domain-events.ts';
import { onBothEngines } from '../support/engines.ts';
import { startService, type Service } from '../support/service.ts';

onBothEngines('each change is a domain event of the transaction that decides it', (db) => {
  let service: Service;
  let read = 0n;
  beforeAll(async () => {
    service = await startService(db(), { people: 4 });
    await newEvents();
  });

  /** The events since the last call. */
  async function newEvents(): Promise<EventRow[]> {
    const events = await eventsOf(db(), service.fixture.institution.id, read);
    read = events.at(-1)?.number ?? read;
    return events;
  }

  const memberOf = (person: number) => present(service.fixture.members[person], 'they exist');

  it.each(['#bal', '#bal 7', '#hist 7', 'HELP', 'what is my balance', 'no sense at all'])(
    'a question (%s) is none',
    async (text) => {
      await service.say(0, text);
      expect(await newEvents()).toEqual([]);
    },
  );

  it('a transfer by message posts, with ids and amounts and no text', async () => {
    const { id, addressId, checkingAccountId, savingsAccountId } = memberOf(0);
    expect((await service.say(0, '#trans 5 7 0')).outcome).toBe('transferred');
    const [posted, said, ...more] = await newEvents();
    expect(more).toEqual([]);
    expect(posted).toMatchObject({
      kind: 'posted',
      data: {
        entries: [
          { accountId: checkingAccountId, amount: '500' },
          { accountId: savingsAccountId, amount: '-500' },
        ],
      },
    });
    expect(posted?.chainNumber).not.toBeNull();
    expect(said).toMatchObject({
      kind: 'said',
      data: { memberId: id, addressId, channel: 'x', outcome: 'transferred' },
      chainNumber: posted?.chainNumber,
    });
    expect(jsonText([posted, said])).not.toContain('#trans');
  });

  it('a refused or repeated transfer posts none', async () => {
    await service.say(1, '#trans 999999 7 0');
    expect(await newEvents()).toEqual([]);
    await service.say(1, '#trans 2 7 0', { externalId: 'twice' });
    await newEvents();
    await service.say(1, '#trans 2 7 0', { externalId: 'twice' });
    expect(await newEvents()).toEqual([]);
  });

  it('LOCK by message changes the member', async () => {
    const { id, addressId } = memberOf(2);
    await service.say(2, 'LOCK');
    expect(await newEvents()).toMatchObject([
      { kind: 'said', data: { memberId: id } },
      { kind: 'changed', data: { memberId: id, addressId, what: 'service_locked' } },
    ]);
  });

  it('STOP and START change what we may send', async () => {
    await service.say(3, 'STOP');
    const stopped = await newEvents();
    expect(stopped.map(({ data }) => data['what'])).toContain('messages_stopped');
    await service.say(3, 'START');
    const started = await newEvents();
    expect(started.map(({ data }) => data['what'])).toContain('messages_started');
  });

  it('a change with a notice to the member is one, and none after a rollback', async () => {
    const { id, addressId } = memberOf(0);
    const { institution } = service.fixture;
    const announce = async (fails: boolean) =>
      db().transaction(async (tx) => {
        await announceChange(
          tx,
          { world: service.world, institution },
          { memberId: id, what: 'code_changed', exceptAddressId: addressId },
        );
        if (fails) throw new Error('undone');
      });
    await expect(announce(true)).rejects.toThrow('undone');
    expect(await newEvents()).toEqual([]);
    await announce(false);
    expect(await newEvents()).toMatchObject([
      { kind: 'changed', data: { memberId: id, addressId, what: 'code_changed' } },
    ]);
  });

  it('a hold is placed, captured in part and released', async () => {
    const { checkingAccountId: accountId } = memberOf(0);
    const { institution, cashAccountId } = service.fixture;
    const effectiveOn = Temporal.PlainDate.from('2026-11-23');
    const order = async (one: Parameters<typeof post>[1]['orders'][number]) => {
      const orders = [one];
      const [outcome] = await post(db(), {
        institutionId: institution.id,
        world: service.world,
        orders,
      });
      return outcome?.outcome === 'posted' ? outcome.holdId : undefined;
    };
    const holdId = present(
      await order({
        order: 'place_hold',
        key: 'p',
        effectiveOn,
        accountId,
        amount: 300n,
        description: 'SHELL',
      }),
      'it was placed',
    );
    const hold = { holdId, accountId, effectiveOn };
    await order({
      order: 'capture_hold',
      key: 'c',
      ...hold,
      toAccountId: cashAccountId,
      amount: 100n,
      kind: 'purchase',
      description: 'SHELL',
    });
    await order({ order: 'release_hold', key: 'r', ...hold });
    const events = await newEvents();
    expect(events).toMatchObject([
      { kind: 'hold_placed', data: { holdId, accountId, amount: '300' } },
      { kind: 'posted', data: { of: 'purchase' } },
      { kind: 'hold_lowered', data: { holdId, amount: '100', by: 'captured' } },
      { kind: 'hold_lowered', data: { holdId, amount: '200', by: 'released' } },
    ]);
    expect(jsonText(events)).not.toContain('SHELL');
  });
});
