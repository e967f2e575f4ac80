import { expect, it } from 'vitest';
import type { Database } from '../../src/database/database.ts';
import type { Channel } from '../../src/messages/channel.ts';
import { onGuardedEngines } from '../support/sampled-engines.ts';
import { createScriptedCarrier } from '../support/scripted-carriers.ts';
import { sendingTests } from '../support/sending.ts';

onGuardedEngines('sending', (db) => {
  const { service, dispatcherOn, statuses } = sendingTests(db, { people: 40 });

  it('sends only the confirmation after STOP, and nothing that was queued before', async () => {
    const { channel, sent } = createScriptedCarrier();
    await service.say(12, '#bal');
    await service.say(12, '#bal 7');
    await service.say(12, 'STOP');
    await service.say(12, '#bal');
    await dispatcherOn(channel).drain();
    expect(sent.map(({ text }) => text)).toEqual([expect.stringMatching(/START/)]);
    expect(await statuses(12)).toEqual(['stopped', 'stopped', 'wired']);
  });

  it('claims nothing after STOP’s commit, in any race', async () => {
    const { channel, sent } = createScriptedCarrier();
    for (let person = 13; person < 23; person += 1)
      for (let count = 0; count < 3; count += 1) await service.say(person, '#bal');
    const stopped = new Map<string, number>();
    const slow: Channel = {
      ...channel,
      send: async (message) => {
        const before = stopped.get(message.address);
        const outcome = await channel.send(message);
        // An earlier claim may still be in flight. A claim after the commit may not.
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
    // At most the one message that was in flight when STOP was committed.
    for (const late of stopped.values()) expect(late).toBeLessThanOrEqual(1);
    for (let index = 13; index < 23; index += 1) {
      const of = sent.filter(({ address }) => address === service.fixture.members[index]?.address);
      expect(of.at(-1)?.text).toMatch(/START/);
      expect(await statuses(index)).not.toContain('queued');
    }
  });

  it.each(['stopped', 'failed'])(
    'checks again, right before it sends, whether it may: %s between the claim and the sending',
    async (status) => {
      const person = status === 'stopped' ? 32 : 36;
      const { channel, sent } = createScriptedCarrier();
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

  it('sends a suspended address only the one sentence without a code', async () => {
    const { channel, sent } = createScriptedCarrier();
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
});
