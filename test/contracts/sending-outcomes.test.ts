import { expect, it } from 'vitest';
import { silentMetrics } from '../../src/kernel/metrics.ts';
import { applyReceipt, keepEcho, settleEchoes } from '../../src/messages/sending/receipts.ts';
import { settle } from '../../src/messages/sending/settle.ts';
import { onGuardedEngines } from '../support/sampled-engines.ts';
import { createScriptedCarrier } from '../support/scripted-carriers.ts';
import { sendingTests } from '../support/sending.ts';

onGuardedEngines('sending', (db) => {
  const { service, dispatcherOn, statuses } = sendingTests(db, { people: 40 });

  it('looks up messages with an unknown outcome, and repeats only those surely missing', async () => {
    const { channel, sent, outcomes, keeps } = createScriptedCarrier();
    const dispatcher = dispatcherOn(channel);
    outcomes.push({ outcome: 'unknown', code: 'lost' });
    await service.say(23, '#bal');
    await dispatcher.drain();
    expect(await statuses(23)).toEqual(['unknown']);
    // A request with a lost answer may still be in flight, so we don't ask the carrier at once.
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
    // Missing twice: only then we send it once more.
    service.clock.advance({ seconds: 40 });
    await dispatcher.drain();
    expect(sent).toHaveLength(1);
    service.clock.advance({ seconds: 15 });
    await dispatcher.drain();
    await dispatcher.drain();
    expect(sent).toHaveLength(2);
    expect(await statuses(23)).toEqual(['wired', 'wired']);
  });

  it('asks about each message, even if earlier ones stay unknown', async () => {
    const { channel, outcomes } = createScriptedCarrier();
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

  it('treats a dead process’s claims as unknown', async () => {
    const { channel, sent } = createScriptedCarrier();
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

  it('accepts the outcome only from the sending itself or from a lookup of it', async () => {
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
    // Another process's finding about the first sending says nothing about the second.
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
    // Its own sender knows best, even after we counted it as lost.
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
    // The receipt came first, and counts.
    expect(await statuses(33)).toEqual(['delivered']);
    // Also if it was queued again, and nobody has claimed it since.
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
    // If the carrier was still storing it when we recorded the sending, we find it a little later.
    await set('wired', second);
    await db().query(
      `insert into early_receipts (institution_id, channel, carrier_id, status, heard_at) values ($1, 'x', 'early-1', 'delivered', $2)`,
      [institutionId, second],
    );
    await settleEchoes({ db: db(), world: service.world, metrics: silentMetrics }, async () => {});
    expect(await statuses(33)).toEqual(['delivered']);
    expect(await db().query('select from early_receipts')).toEqual([]);
  });

  it('applies receipts by rank, never backwards, and tells our echoes from foreign ones', async () => {
    const { channel } = createScriptedCarrier();
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
    // It may be the message that was in flight when the echo came.
    expect(await settleEchoes(parts, alarm)).toBe(0);
    // A later claim can't be it, so a busy channel does not delay the decision.
    await onItsWay(37);
    expect(await settleEchoes(parts, alarm)).toBe(1);
    expect(alarms).toEqual(['by-hand']);
  });
});
