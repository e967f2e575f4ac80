import { expect, it, vi } from 'vitest';
import type { Channel, SendOutcome } from '../../src/messages/channel.ts';
import { onGuardedEngines } from '../support/sampled-engines.ts';
import { createScriptedCarrier } from '../support/scripted-carriers.ts';
import { sendingTests } from '../support/sending.ts';

onGuardedEngines('sending', (db) => {
  const { service, dispatcherOn, statuses } = sendingTests(db, { people: 40 });

  it('keeps the order of a conversation and ends each message in the code', async () => {
    const { channel, sent } = createScriptedCarrier();
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

  it('sends nothing twice with several dispatchers at once', async () => {
    const { channel, sent } = createScriptedCarrier();
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

  it('loses no reply while the carrier is away, and gives up a reply that it refuses again and again', async () => {
    const { channel, sent, outcomes } = createScriptedCarrier();
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

  it('gives up one that can’t be decrypted, and sends the others', async () => {
    const { channel, sent } = createScriptedCarrier();
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

  it('delays no other channel for a slow one', async () => {
    const { channel, sent } = createScriptedCarrier();
    const slow = Promise.withResolvers<SendOutcome>();
    const stuck: Channel = {
      ...createScriptedCarrier().channel,
      name: 'sms',
      ready: async () => slow.promise,
    };
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

  it('waits when the carrier accepts nothing, gives up on what it never accepts, and expires old figures', async () => {
    const { channel, sent, outcomes } = createScriptedCarrier();
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

  it('stays within the limit that all processes share', async () => {
    service.clock.advance({ hours: 1 });
    const { channel, sent } = createScriptedCarrier({
      budget: [{ name: 'quarter', scope: 'institution', sends: 4, seconds: 900 }],
    });
    for (let person = 0; person < 6; person += 1) await service.say(person, '#bal');
    await dispatcherOn(channel).drain();
    expect(sent.length).toBe(4);
    service.clock.advance({ minutes: 16 });
    await dispatcherOn(channel).drain();
    expect(sent.length).toBe(6);
  });
});
