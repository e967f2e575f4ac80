import { expect, it } from 'vitest';
import type { Database } from '../../src/database/database.ts';
import { createPresence, isAlive } from '../../src/database/presence.ts';
import { present } from '../../src/kernel/assert.ts';
import { onSampledEngines } from '../support/sampled-engines.ts';
import { createRecordingCarrier } from '../support/scripted-carriers.ts';
import { sendingTests } from '../support/sending.ts';

onSampledEngines('processes that send', (db) => {
  const { service, dispatcherOn, statuses, of, claimedBy } = sendingTests(db, { people: 26 });

  it('take over a dead process’s claims at once, and ask before they send', async () => {
    const { channel, sent, asked } = createRecordingCarrier();
    await service.say(1, '#bal 7');
    await claimedBy(1, service.world.ids.next());
    const dispatcher = dispatcherOn(channel);
    await dispatcher.drain();
    expect([asked.length, sent.length, await statuses(1)]).toEqual([1, 0, ['unknown']]);
    service.clock.advance({ seconds: 12 });
    await dispatcher.drain();
    // A request of the dead process may still be in flight, since this carrier has not proven to be
    // quick.
    expect([asked.length, sent.length, await statuses(1)]).toEqual([2, 0, ['unknown']]);
    service.clock.advance({ seconds: 12 });
    await dispatcher.drain();
    expect([asked.length, sent.length, await statuses(1)]).toEqual([3, 1, ['wired']]);
  });

  it.each([
    [9.5, 15],
    [12, 21],
    [13.9, 22],
  ])(
    'send nothing again that the carrier accepts %s seconds after the claim',
    async (takenAfter, person) => {
      const { channel, sent, takes } = createRecordingCarrier();
      await service.say(person, '#bal 7');
      await claimedBy(person, service.world.ids.next());
      const id = present((await of(person)).at(-1), 'it was queued').id;
      const dispatcher = dispatcherOn(channel);
      // By now, others see that it is dead.
      service.clock.advance({ seconds: 5 });
      for (let second = 5; second < takenAfter; second += 0.5) {
        await dispatcher.drain();
        expect(sent).toHaveLength(0);
        service.clock.advance({ milliseconds: 500 });
      }
      takes(id);
      for (let second = 0; second < 30; second += 1) {
        service.clock.advance({ seconds: 1 });
        await dispatcher.drain();
      }
      expect([sent.length, (await statuses(person)).at(-1)]).toEqual([1, 'wired']);
    },
  );

  it('quickly send a dead process’s messages again if the carrier was quick lately', async () => {
    const { channel, sent } = createRecordingCarrier();
    const dispatcher = dispatcherOn(channel);
    await service.say(16, '#bal 7');
    await dispatcher.drain();
    await service.say(17, '#bal 7');
    await claimedBy(17, service.world.ids.next());
    await dispatcher.drain();
    expect([sent.length, await statuses(17)]).toEqual([1, ['unknown']]);
    service.clock.advance({ seconds: 10 });
    await dispatcher.drain();
    expect([sent.length, await statuses(17)]).toEqual([2, ['wired']]);
  });

  it('end their requests before others consider them dead', { timeout: 20_000 }, async () => {
    const { channel } = createRecordingCarrier();
    let isCutOff = false;
    const cutOff: Database = {
      ...db(),
      query: async (statement, parameters) => {
        if (isCutOff) throw new Error('the network is gone');
        return db().query(statement, parameters);
      },
      [Symbol.asyncDispose]: async () => {},
    };
    const ended = Promise.withResolvers<boolean>();
    const dispatcher = dispatcherOn(
      {
        ...channel,
        // Its carrier is still reachable, and keeps it waiting.
        send: async (_message, until) => {
          isCutOff = true;
          await new Promise((resolve) => {
            until?.addEventListener('abort', resolve);
          });
          const [row] = await db().query<{ alive: boolean }>(
            `select ${isAlive('claimed_by')} as alive from outbound where institution_id = $1 and address_id = $2`,
            [service.fixture.institution.id, service.fixture.members[18]?.addressId],
          );
          ended.resolve(row?.alive ?? false);
          return { outcome: 'unknown', code: 'ended' };
        },
      },
      { on: cutOff },
    );
    dispatcher.start();
    await service.say(18, '#bal 7');
    dispatcher.wake();
    expect(await ended.promise).toBe(true);
    await dispatcher[Symbol.asyncDispose]();
    await db().query(
      `update outbound set status = 'expired' where institution_id = $1 and address_id = $2`,
      [service.fixture.institution.id, service.fixture.members[18]?.addressId],
    );
  });

  it('leave a living process’s claims alone, until it is dead', async () => {
    const { channel, asked } = createRecordingCarrier();
    const living = createPresence(db(), service.world);
    await living.show();
    await service.say(2, '#bal 7');
    await claimedBy(2, living.id);
    const dispatcher = dispatcherOn(channel);
    // This process's clock says that the claim is long, but the database's clock decides.
    service.clock.advance({ minutes: 5 });
    await dispatcher.drain();
    expect([asked.length, await statuses(2)]).toEqual([0, ['sending']]);
    await db().query(
      `update processes set beat_at = beat_at - interval '5 seconds' where id = $1`,
      [living.id],
    );
    await dispatcher.drain();
    expect([asked.length, await statuses(2)]).toEqual([1, ['unknown']]);
    service.clock.advance({ seconds: 12 });
    await dispatcher.drain();
    expect(await statuses(2)).toEqual(['wired']);
  });

  it('use a receipt that any process stored if the carrier can’t be asked', async () => {
    const { channel, sent, asked } = createRecordingCarrier();
    await service.say(3, '#bal 7');
    await claimedBy(3, service.world.ids.next());
    const [row] = await of(3);
    await db().query(
      `insert into early_receipts (institution_id, channel, carrier_id, status, heard_at) values ($1, 'x', $2, 'sent', $3)`,
      [service.fixture.institution.id, row?.id, service.clock.now()],
    );
    await dispatcherOn(channel).drain();
    expect([asked.length, sent.length, await statuses(3)]).toEqual([0, 0, ['sent']]);
  });

  it('look up messages that waited before any of them started, and send only the missing ones', async () => {
    const { channel, sent, asked } = createRecordingCarrier();
    const first = dispatcherOn(channel);
    await service.say(5, '#bal 7');
    await first.drain();
    await first[Symbol.asyncDispose]();
    expect(sent).toHaveLength(1);
    await service.say(6, '#bal 7');
    // As in a backup from before the first sending.
    await db().query(
      `update outbound set status = 'queued', carrier_id = null, sending_at = null, wired_at = null, attempts = 0
        where institution_id = $1 and address_id = $2`,
      [service.fixture.institution.id, service.fixture.members[5]?.addressId],
    );
    await db().query('delete from processes');
    service.clock.advance({ hours: 2 });
    const restored = dispatcherOn(channel);
    restored.start();
    await expect.poll(async () => statuses(6), { timeout: 15_000 }).toEqual(['wired']);
    await expect.poll(async () => statuses(5), { timeout: 15_000 }).toEqual(['wired']);
    expect(sent).toHaveLength(2);
    expect(asked).toHaveLength(2);
    // Next to a living process, another leaves its waiting messages alone.
    const second = dispatcherOn(channel);
    await service.say(7, '#bal 7');
    second.start();
    await expect.poll(async () => statuses(7), { timeout: 15_000 }).toEqual(['wired']);
    expect(asked).toHaveLength(2);
    await second[Symbol.asyncDispose]();
    await restored[Symbol.asyncDispose]();
  });

  it('look up waiting messages even if several start at once', async () => {
    const { channel, sent, asked } = createRecordingCarrier();
    const first = dispatcherOn(channel);
    await service.say(12, '#bal 7');
    await first.drain();
    await first[Symbol.asyncDispose]();
    expect(sent).toHaveLength(1);
    await db().query(
      `update outbound set status = 'queued', carrier_id = null, sending_at = null, wired_at = null, attempts = 0
        where institution_id = $1 and address_id = $2`,
      [service.fixture.institution.id, service.fixture.members[12]?.addressId],
    );
    await db().query('delete from processes');
    service.clock.advance({ hours: 2 });
    const restored = [1, 2, 3].map(() => dispatcherOn(channel));
    for (const one of restored) one.start();
    await expect.poll(async () => statuses(12), { timeout: 15_000 }).toEqual(['wired']);
    for (const one of restored) await one[Symbol.asyncDispose]();
    // Each of them may ask, but none sends it again.
    expect([asked.length > 0, sent.length]).toEqual([true, 1]);
  });
});
