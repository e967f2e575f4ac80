import { beforeAll, expect, it, vi } from 'vitest';
import type { Database } from '../../src/database/database.ts';
import type { Channel, SendOutcome, WireMessage } from '../../src/messages/channel.ts';
import { createDispatcher, type Dispatcher } from '../../src/messages/sending/dispatcher.ts';
import { applyReceipt, keepEcho, settleEchoes } from '../../src/messages/sending/receipts.ts';
import { settle } from '../../src/messages/sending/settle.ts';
import { silentLogger } from '../../src/kernel/logger.ts';
import { silentMetrics } from '../../src/kernel/metrics.ts';
import { onBothEngines } from '../support/engines.ts';
import { startService, type Service } from '../support/service.ts';

/** A carrier of the channel contract's own: it keeps what it is given, and answers as it is told. */
function carrier(overrides: Partial<Channel['traits']> = {}) {
  const sent: WireMessage[] = [];
  const outcomes: SendOutcome[] = [];
  let record: 'kept' | 'lost' | 'silent' = 'kept';
  const channel: Channel = {
    name: 'x',
    traits: {
      textMax: 10_000,
      encoding: 'unicode',
      recyclable: false,
      endToEndEncrypted: false,
      costMicrodollarsPerUnit: 1,
      ...overrides,
    },
    send: async (message) => {
      const outcome = outcomes.shift() ?? { outcome: 'accepted', carrierId: `c${sent.length + 1}` };
      if (outcome.outcome === 'accepted' || (outcome.outcome === 'unknown' && record === 'kept'))
        sent.push(message);
      return outcome;
    },
    lookup: async (message) => {
      if (record === 'silent') return { found: 'unknown' };
      const found = sent.findIndex((one) => one.id === message.id);
      return found < 0 ? { found: false } : { found: true, carrierId: `looked-up-${found}` };
    },
  };
  return { channel, sent, outcomes, keeps: (how: typeof record) => (record = how) };
}

onBothEngines('sending', (db) => {
  let service: Service;
  beforeAll(async () => {
    service = await startService(db(), { people: 40 });
  });
  const dispatcherOn = (
    channel: Channel,
    { also = [], on = db() }: { readonly also?: readonly Channel[]; readonly on?: Database } = {},
  ): Dispatcher =>
    createDispatcher({
      db: on,
      institutionIds: async () => [service.fixture.institution.id],
      channels: () => [channel, ...also],
      keyring: service.fixture.keyring,
      world: service.world,
      logger: silentLogger,
      metrics: silentMetrics,
      staffMust: async () => {},
    });
  const statuses = async (person: number) =>
    (
      await db().query<{ status: string }>(
        'select status from outbound where institution_id = $1 and address_id = $2 order by id',
        [service.fixture.institution.id, service.fixture.members[person]?.addressId],
      )
    ).map(({ status }) => status);

  it('keeps the order of a conversation and ends each message in the code', async () => {
    const { channel, sent } = carrier();
    for (const text of ['#bal', '#bal 7', '#bal 0', 'help']) await service.say(0, text);
    await dispatcherOn(channel).drain();
    expect(sent.map(({ text }) => text.slice(0, 10))).toEqual([
      'Available:',
      'Checking 7',
      'Savings 0:',
      expect.any(String),
    ]);
    const codes = new Set(sent.map(({ text }) => text.slice(-7)));
    expect(codes.size).toBe(1);
    expect([...codes][0]).toMatch(/^ [A-Z0-9]{6}$/);
  });

  it('sends nothing twice when several dispatchers work at once', async () => {
    const { channel, sent } = carrier();
    for (let person = 1; person < 12; person += 1)
      for (let count = 0; count < 3; count += 1)
        await service.say(person, `#bal ${count === 0 ? '' : '7'}`);
    await Promise.all(
      [dispatcherOn(channel), dispatcherOn(channel), dispatcherOn(channel)].map(async (one) =>
        one.drain(),
      ),
    );
    await dispatcherOn(channel).drain();
    expect(sent).toHaveLength(33);
    expect(new Set(sent.map(({ id }) => id)).size).toBe(33);
  });

  it('loses no reply while the carrier is away, and gives up what it refuses again and again', async () => {
    const { channel, sent, outcomes } = carrier();
    const sending = dispatcherOn(channel);
    const refusal = { outcome: 'refused', code: 'away', retryable: true } as const;
    const tryFor = async (minutes: number) => {
      for (let minute = 0; minute < minutes; minute += 1) {
        service.clock.advance({ minutes: 2 });
        await sending.drain();
      }
    };
    await service.say(13, '#bal 7');
    outcomes.push(...Array.from({ length: 20 }, () => ({ ...refusal, forAll: true as const })));
    await tryFor(20);
    expect([sent.length, await statuses(13)]).toEqual([0, ['errored']]);
    await tryFor(1);
    expect([sent.length, await statuses(13)]).toEqual([1, ['wired']]);
    await service.say(14, '#bal 7');
    outcomes.push(...Array.from({ length: 20 }, () => refusal));
    await tryFor(20);
    expect(await statuses(14)).toEqual(['failed']);
    outcomes.length = 0;
    await service.say(15, '#bal 7');
    outcomes.push(...Array.from({ length: 20 }, () => ({ ...refusal, forAll: true as const })));
    await tryFor(10);
    service.clock.advance({ hours: 24 });
    await sending.drain();
    expect([sent.length, await statuses(15)]).toEqual([1, ['expired']]);
  });

  it('sends nothing after STOP but its confirmation, also of what was queued before', async () => {
    const { channel, sent } = carrier();
    await service.say(12, '#bal');
    await service.say(12, '#bal 7');
    await service.say(12, 'STOP');
    await service.say(12, '#bal');
    await dispatcherOn(channel).drain();
    expect(sent.map(({ text }) => text)).toEqual([expect.stringMatching(/START/)]);
    expect(await statuses(12)).toEqual(['stopped', 'stopped', 'wired']);
  });

  it('claims nothing after STOP’s commit, however they race', async () => {
    const { channel, sent } = carrier();
    for (let person = 13; person < 23; person += 1)
      for (let count = 0; count < 3; count += 1) await service.say(person, '#bal');
    const stopped = new Map<string, number>();
    const slow: Channel = {
      ...channel,
      send: async (message) => {
        const before = stopped.get(message.address);
        const outcome = await channel.send(message);
        // What was claimed before may still be on its way; a claim after the commit may not.
        if (before !== undefined && !message.text.includes('START'))
          stopped.set(message.address, before + 1);
        return outcome;
      },
    };
    const dispatcher = dispatcherOn(slow);
    await Promise.all([
      dispatcher.drain(),
      ...Array.from({ length: 10 }, async (_, index) => {
        await service.say(13 + index, 'STOP');
        stopped.set(service.fixture.members[13 + index]?.address ?? '', 0);
      }),
    ]);
    await dispatcher.drain();
    // At most the one message that was on its way when STOP was committed.
    for (const late of stopped.values()) expect(late).toBeLessThanOrEqual(1);
    for (let index = 13; index < 23; index += 1) {
      const of = sent.filter(({ address }) => address === service.fixture.members[index]?.address);
      expect(of.at(-1)?.text).toMatch(/START/);
      expect(await statuses(index)).not.toContain('queued');
    }
  });

  it('looks up what ended in the dark, and sends again only what is surely not there', async () => {
    const { channel, sent, outcomes, keeps } = carrier();
    const dispatcher = dispatcherOn(channel);
    outcomes.push({ outcome: 'unknown', code: 'lost' });
    await service.say(23, '#bal');
    await dispatcher.drain();
    expect(await statuses(23)).toEqual(['unknown']);
    // A request whose answer was lost may still be under way: the carrier is not asked at once.
    service.clock.advance({ seconds: 10 });
    await dispatcher.drain();
    expect(await statuses(23)).toEqual(['unknown']);
    service.clock.advance({ seconds: 10 });
    await dispatcher.drain();
    expect(await statuses(23)).toEqual(['wired']);
    expect(sent).toHaveLength(1);
    keeps('lost');
    outcomes.push({ outcome: 'unknown', code: 'lost' });
    await service.say(23, '#bal 7');
    await dispatcher.drain();
    keeps('silent');
    service.clock.advance({ seconds: 20 });
    await dispatcher.drain();
    expect(sent).toHaveLength(1);
    keeps('kept');
    // Not there, and not there again: only then it is sent once more.
    service.clock.advance({ seconds: 40 });
    await dispatcher.drain();
    expect(sent).toHaveLength(1);
    service.clock.advance({ seconds: 15 });
    await dispatcher.drain();
    await dispatcher.drain();
    expect(sent).toHaveLength(2);
    expect(await statuses(23)).toEqual(['wired', 'wired']);
  });

  it('asks of each what became of it, also where nothing is learned of those before', async () => {
    const { channel, outcomes } = carrier();
    const asked = new Set<string>();
    const dispatcher = dispatcherOn({
      ...channel,
      lookup: async ({ id }) => {
        asked.add(id);
        return { found: 'unknown' };
      },
    });
    for (const person of [7, 8, 9]) {
      outcomes.push({ outcome: 'unknown', code: 'lost' });
      await service.say(person, '#bal');
      await dispatcher.drain();
    }
    for (let round = 0; round < 3; round += 1) {
      service.clock.advance({ seconds: 40 });
      await dispatcher.drain();
    }
    expect(asked.size).toBe(3);
    service.clock.advance({ hours: 2 });
    for (let round = 0; round < 3; round += 1) await dispatcher.drain();
    expect((await statuses(9)).at(-1)).toBe('failed');
  });

  it('takes what a dead process had claimed for unknown', async () => {
    const { channel, sent } = carrier();
    await service.say(24, '#bal');
    await db().query(
      "update outbound set status = 'sending', sending_at = $3, attempts = 1 where institution_id = $1 and address_id = $2",
      [service.fixture.institution.id, service.fixture.members[24]?.addressId, service.clock.now()],
    );
    const dispatcher = dispatcherOn(channel);
    await dispatcher.drain();
    expect(sent).toHaveLength(0);
    service.clock.advance({ seconds: 90 });
    await dispatcher.drain();
    service.clock.advance({ seconds: 15 });
    await dispatcher.drain();
    await dispatcher.drain();
    expect(sent).toHaveLength(1);
  });

  it('lets only the sending itself, or a lookup of it, say how it ended', async () => {
    await service.say(33, '#bal');
    const institutionId = service.fixture.institution.id;
    const [row] = await db().query<{ id: string }>(
      'select id from outbound where institution_id = $1 and address_id = $2',
      [institutionId, service.fixture.members[33]?.addressId],
    );
    const id = row?.id ?? '';
    const first = service.clock.now();
    const set = async (status: string, sendingAt: Temporal.Instant) =>
      db().query(
        'update outbound set status = $3, sending_at = $4 where institution_id = $1 and id = $2',
        [institutionId, id, status, sendingAt],
      );
    const second = first.add({ seconds: 30 });
    await set('sending', second);
    // What another process learned of the first sending says nothing of the second.
    const stale = { id, sendingAt: first, by: 'lookup' } as const;
    await settle(db(), institutionId, { ...stale, status: 'queued', notBefore: second });
    expect(await statuses(33)).toEqual(['sending']);
    await settle(db(), institutionId, {
      ...stale,
      sendingAt: second,
      status: 'failed',
      code: 'outcome_unknown',
    });
    expect(await statuses(33)).toEqual(['sending']);
    // Its own sender knows best, also after it was given up for lost.
    await set('unknown', second);
    const receipt = {
      institutionId,
      channel: 'x',
      externalId: 'early',
      event: 'receipt',
      carrierId: 'early-1',
      status: 'delivered',
    } as const;
    await applyReceipt(db(), receipt, second);
    await settle(db(), institutionId, {
      id,
      sendingAt: second,
      by: 'sender',
      status: 'wired',
      carrierId: 'early-1',
      segments: 1,
      costMicrodollars: 1,
      at: second,
    });
    // The receipt had come first, and counts.
    expect(await statuses(33)).toEqual(['delivered']);
    // Also where it was queued again, and nobody has claimed it since.
    await set('queued', second);
    await settle(db(), institutionId, {
      id,
      sendingAt: second,
      by: 'sender',
      status: 'wired',
      carrierId: 'late-1',
      segments: 1,
      costMicrodollars: 1,
      at: second,
    });
    expect(await statuses(33)).toEqual(['wired']);
    await db().query(`update outbound set carrier_id = 'early-1' where carrier_id = 'late-1'`);
    // One that was being kept in the very moment in which the sending was recorded is found a little later.
    await set('wired', second);
    await db().query(
      `insert into early_receipts (institution_id, channel, carrier_id, status, heard_at) values ($1, 'x', 'early-1', 'delivered', $2)`,
      [institutionId, second],
    );
    await settleEchoes({ db: db(), world: service.world, metrics: silentMetrics }, async () => {});
    expect(await statuses(33)).toEqual(['delivered']);
    expect(await db().query('select from early_receipts')).toEqual([]);
  });

  it('gives up one that can’t be opened, and sends the others', async () => {
    const { channel, sent } = carrier();
    await service.say(34, '#bal');
    await service.say(35, '#bal');
    await db().query(`update codes set sealed = $3 where institution_id = $1 and address_id = $2`, [
      service.fixture.institution.id,
      service.fixture.members[34]?.addressId,
      new Uint8Array(40).fill(1),
    ]);
    await dispatcherOn(channel).drain();
    expect(sent.map(({ address }) => address)).toContain(service.fixture.members[35]?.address);
    expect(await statuses(34)).toEqual(['failed']);
  });

  it('lets a channel that is slow hold up no other', async () => {
    const { channel, sent } = carrier();
    const slow = Promise.withResolvers<SendOutcome>();
    const stuck: Channel = { ...carrier().channel, name: 'sms', ready: async () => slow.promise };
    await service.say(30, '#bal');
    await db().query(
      `update outbound set channel = 'sms' where institution_id = $1 and address_id = $2`,
      [service.fixture.institution.id, service.fixture.members[30]?.addressId],
    );
    const dispatcher = dispatcherOn(channel, { also: [stuck] });
    const first = dispatcher.drain();
    await service.say(31, '#bal');
    // Woken while the other channel still waits for its carrier.
    dispatcher.wake();
    await vi.waitUntil(() => sent.length === 1);
    slow.resolve({ outcome: 'throttled', until: service.clock.now() });
    await first;
    expect(await statuses(30)).toEqual(['queued']);
    await db().query(
      `update outbound set status = 'expired' where institution_id = $1 and address_id = $2`,
      [service.fixture.institution.id, service.fixture.members[30]?.addressId],
    );
  });

  it.each(['stopped', 'failed'])(
    'reads again, right before it sends, whether it may: %s between the claim and the sending',
    async (status) => {
      const person = status === 'stopped' ? 32 : 36;
      const { channel, sent } = carrier();
      await service.say(person, '#bal');
      let claims = 0;
      const between: Database = {
        ...db(),
        transaction: async (work) => {
          const result = await db().transaction(work);
          claims += 1;
          if (claims > 1) return result;
          if (status === 'stopped') await service.say(person, 'STOP');
          else {
            await db().query(
              `update addresses set state = 'suspended' where institution_id = $1 and id = $2`,
              [service.fixture.institution.id, service.fixture.members[person]?.addressId],
            );
          }
          return result;
        },
      };
      await dispatcherOn(channel, { on: between }).drain();
      expect(sent.filter(({ text }) => text.includes('$'))).toEqual([]);
      expect((await statuses(person))[0]).toBe(status);
    },
  );

  it('waits when the carrier wants no message, gives up on what it never takes, and lets old figures die', async () => {
    const { channel, sent, outcomes } = carrier();
    const dispatcher = dispatcherOn(channel);
    outcomes.push({ outcome: 'throttled', until: service.clock.now().add({ minutes: 5 }) });
    await service.say(25, '#bal');
    await dispatcher.drain();
    expect(sent).toHaveLength(0);
    service.clock.advance({ minutes: 6 });
    await dispatcher.drain();
    expect(sent).toHaveLength(1);
    outcomes.push({ outcome: 'refused', code: 'gone', retryable: false });
    await service.say(26, '#bal');
    await dispatcher.drain();
    expect(await statuses(26)).toEqual(['failed']);
    await service.say(27, '#bal');
    service.clock.advance({ hours: 25 });
    await dispatcher.drain();
    expect(await statuses(27)).toEqual(['expired']);
  });

  it('keeps within the budget that all processes share', async () => {
    service.clock.advance({ hours: 1 });
    const { channel, sent } = carrier({
      budget: [{ name: 'quarter', scope: 'institution', sends: 4, seconds: 900 }],
    });
    for (let person = 0; person < 6; person += 1) await service.say(person, '#bal');
    await dispatcherOn(channel).drain();
    expect(sent.length).toBe(4);
    service.clock.advance({ minutes: 16 });
    await dispatcherOn(channel).drain();
    expect(sent.length).toBe(6);
  });

  it('lets no message leave for a suspended address but the one sentence without a code', async () => {
    const { channel, sent } = carrier();
    const { addressId } = service.fixture.members[28] ?? { addressId: '' };
    await service.say(28, '#bal');
    await db().query(
      "update addresses set state = 'suspended' where institution_id = $1 and id = $2",
      [service.fixture.institution.id, addressId],
    );
    await dispatcherOn(channel).drain();
    expect(sent).toHaveLength(0);
    expect(await statuses(28)).toEqual(['failed']);
    await service.say(28, '#bal');
    await dispatcherOn(channel).drain();
    expect(sent).toHaveLength(1);
    expect(sent[0]?.text).not.toMatch(/\$|[A-Z0-9]{6}$/);
  });

  it('applies receipts by rank, never backwards, and tells our echoes from foreign ones', async () => {
    const { channel } = carrier();
    await service.say(29, '#bal');
    await dispatcherOn(channel).drain();
    const [row] = await db().query<{ carrierId: string }>(
      'select carrier_id as "carrierId" from outbound where institution_id = $1 and address_id = $2',
      [service.fixture.institution.id, service.fixture.members[29]?.addressId],
    );
    const receipt = {
      institutionId: service.fixture.institution.id,
      channel: 'x',
      externalId: 'r',
      event: 'receipt',
      carrierId: row?.carrierId ?? '',
    } as const;
    await applyReceipt(db(), { ...receipt, status: 'delivered' }, service.clock.now());
    await applyReceipt(db(), { ...receipt, status: 'sent' }, service.clock.now());
    expect(await statuses(29)).toEqual(['delivered']);
    const echo = {
      institutionId: receipt.institutionId,
      channel: 'x',
      event: 'sent_echo',
      address: '1',
      text: 'x',
    } as const;
    await keepEcho(
      db(),
      { ...echo, externalId: 'e1', carrierId: receipt.carrierId },
      service.clock.now(),
    );
    await keepEcho(db(), { ...echo, externalId: 'e2', carrierId: 'by-hand' }, service.clock.now());
    const alarms: string[] = [];
    const parts = { db: db(), world: service.world, metrics: silentMetrics };
    const alarm = async (
      _tx: unknown,
      _institution: number,
      { carrierId }: { carrierId: string },
    ) => {
      alarms.push(carrierId);
    };
    expect(await settleEchoes(parts, alarm)).toBe(0);
    const onItsWay = async (person: number) =>
      db().query(
        `update outbound set status = 'sending', sending_at = $3 where institution_id = $1 and address_id = $2`,
        [receipt.institutionId, service.fixture.members[person]?.addressId, service.clock.now()],
      );
    await service.say(37, '#bal');
    await onItsWay(37);
    service.clock.advance({ minutes: 4 });
    // It may be the one that was on its way when the echo came.
    expect(await settleEchoes(parts, alarm)).toBe(0);
    // What was claimed since can't be it: a channel that is never idle puts no judgement off.
    await onItsWay(37);
    expect(await settleEchoes(parts, alarm)).toBe(1);
    expect(alarms).toEqual(['by-hand']);
  });
});
