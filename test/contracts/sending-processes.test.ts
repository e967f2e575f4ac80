import { expect, it } from 'vitest';
import { createConversation } from '../../src/conversation/conversation.ts';
import { ledgerCore } from '../../src/core/local/ledger-core.ts';
import type { Database } from '../../src/database/database.ts';
import { openPostgres } from '../../src/database/open-postgres.ts';
import { present } from '../../src/kernel/assert.ts';
import { manualClock } from '../../src/kernel/clock.ts';
import { silentLogger } from '../../src/kernel/logger.ts';
import { silentMetrics } from '../../src/kernel/metrics.ts';
import { seededRandom } from '../../src/kernel/random.ts';
import { createWorld } from '../../src/kernel/world.ts';
import { loadInstitution } from '../../src/members/institution.ts';
import type { Channel, WireMessage } from '../../src/messages/channel.ts';
import { createDispatcher } from '../../src/messages/sending/dispatcher.ts';
import { onGuardedEngines } from '../support/sampled-engines.ts';
import { recordAgain } from '../support/record-again.ts';
import { createRecordingCarrier } from '../support/scripted-carriers.ts';
import { sendingTests } from '../support/sending.ts';

onGuardedEngines('processes that send', (db) => {
  const { service, dispatcherOn, statuses, of, codeOf } = sendingTests(db, { people: 26 });

  it('send the replies of a conversation in the order of the batches, whatever their clocks say', async () => {
    const { channel, sent } = createRecordingCarrier();
    const behind = createWorld({
      clock: manualClock(service.clock.now().subtract({ seconds: 20 }).toString()),
      random: seededRandom('behind'),
    });
    const other = createConversation({
      db: db(),
      core: ledgerCore,
      keyring: service.fixture.keyring,
      world: behind,
      logger: silentLogger,
      metrics: silentMetrics,
      institution: async (id) => present(await loadInstitution(db(), id), 'it exists'),
      delivery: async () => {},
      queued: () => {},
    });
    const address = present(service.fixture.members[0], 'a member').address;
    const texts = ['#bal', '#bal 7', '#bal 0', 'help', '#bal 7', '#bal'];
    for (const [index, text] of texts.entries()) {
      if (index % 2 === 0) await service.say(0, text);
      else
        await other.take({
          institutionId: service.fixture.institution.id,
          channel: 'x',
          externalId: `other${index}`,
          address,
          text,
          sentAt: behind.clock.now(),
          receivedAt: behind.clock.now(),
        });
    }
    const recorded = await db().query<{ id: string }>(
      `select o.id from outbound o
        join chain c on c.institution_id = o.institution_id and c.batch_id = o.batch_id
        where o.institution_id = $1 and o.address_id = $2 order by c.number`,
      [service.fixture.institution.id, service.fixture.members[0]?.addressId],
    );
    service.clock.advance({ seconds: 1 });
    await dispatcherOn(channel).drain();
    expect(sent.map(({ id }) => id)).toEqual(recorded.map(({ id }) => id));
    expect(sent).toHaveLength(texts.length);
  });

  it.each([
    { ours: 300, theirs: 0, person: 19 },
    { ours: -300, theirs: 0, person: 23 },
    { ours: 0, theirs: -300, person: 24 },
    { ours: 0, theirs: 300, person: 25 },
  ])(
    'find sent messages though clocks differ: a process is $ours s ahead, the carrier $theirs s',
    async ({ ours, theirs, person }) => {
      const ahead = (seconds: number) =>
        createWorld({ clock: { now: () => Temporal.Now.instant().add({ seconds }) } });
      const taken: { id: string; at: Temporal.Instant }[] = [];
      const channel: Channel = {
        ...createRecordingCarrier().channel,
        send: async ({ id }) => {
          taken.push({ id, at: ahead(theirs).clock.now() });
          return { outcome: 'unknown', code: 'lost' };
        },
        lookup: async ({ id }, sentAfter) => {
          const isThere = taken.some(
            (one) => one.id === id && Temporal.Instant.compare(one.at, sentAfter) >= 0,
          );
          return isThere ? { found: true, carrierId: `there-${id}` } : { found: false };
        },
      };
      await service.say(person, '#bal 7');
      const { fixture, world } = service;
      const { institution, keyring } = fixture;
      const addressId = fixture.members[person]?.addressId;
      const due = async () => {
        await db().query(
          `update outbound set not_before = null, expires_at = now() + interval '1 day'
            where institution_id = $1 and address_id = $2 and status in ('queued', 'unknown')`,
          [institution.id, addressId],
        );
        await recordAgain(db(), { institutionId: institution.id, keyring, world }, addressId);
      };
      await due();
      await dispatcherOn(channel, { world: ahead(ours) }).drain();
      await due();
      await dispatcherOn(channel, { world: ahead(0) }).drain();
      expect([taken.length, (await statuses(person)).at(-1)]).toEqual([1, 'wired']);
    },
  );

  it('match one text with one message, even if two of a conversation are alike', async () => {
    const { channel, sent } = createRecordingCarrier();
    const alike: Channel = {
      ...channel,
      lookup: async ({ text }, _sentAfter, known) => {
        const found = sent.find((one) => one.text === text && !known?.has(`of-${one.id}`));
        return found ? { found: true, carrierId: `of-${found.id}` } : { found: false };
      },
    };
    await service.say(20, '#bal 7');
    await service.say(20, '#bal 7');
    const [first] = await of(20);
    // As after a restore from backup: the first of two has left since.
    await db().query(
      `update outbound set status = 'unknown', error_code = 'before_run', sending_at = queued_at
        where institution_id = $1 and address_id = $2`,
      [service.fixture.institution.id, service.fixture.members[20]?.addressId],
    );
    const code = await codeOf(20);
    sent.push({
      institutionId: service.fixture.institution.id,
      id: present(first, 'two were queued').id,
      address: '',
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- as `stampCode` built it
      text: `${first?.text ?? ''} ${code}` as WireMessage['text'],
      priority: 'reply',
    });
    const dispatcher = dispatcherOn(alike);
    for (let second = 0; second < 4; second += 1) {
      service.clock.advance({ seconds: 1 });
      await dispatcher.drain();
    }
    expect([sent.length, await statuses(20)]).toEqual([2, ['wired', 'wired']]);
  });

  it('send nothing on a claim after they stood still for long', async () => {
    const { channel, sent } = createRecordingCarrier();
    await service.say(4, '#bal 7');
    let stalls = 1;
    const standing = createDispatcher({
      db: {
        ...db(),
        query: async (statement, parameters) => {
          const text = typeof statement === 'string' ? statement : statement.name;
          // The process freezes between its check and the sending.
          const rows = await db().query(statement, parameters);
          if (text === 'outbound_still_may_leave' && stalls > 0) {
            stalls -= 1;
            service.clock.advance({ seconds: 30 });
            expect(sent).toHaveLength(0);
          }
          // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- passed through unchanged
          return rows as never[];
        },
        [Symbol.asyncDispose]: async () => {},
      },
      institutionIds: async () => [service.fixture.institution.id],
      channels: () => [channel],
      keyring: service.fixture.keyring,
      world: service.world,
      logger: silentLogger,
      metrics: silentMetrics,
      staffMust: async () => {},
    });
    await standing.drain();
    // Requeued, checked again, and sent once.
    expect(stalls).toBe(0);
    expect(sent).toHaveLength(1);
  });

  it('wait for messages in flight if another sending’s end could not be recorded', async () => {
    const { channel, sent, asked, beforeSending } = createRecordingCarrier();
    await service.say(13, '#bal 7');
    await service.say(14, '#bal 7');
    let free = () => {};
    const held = new Promise<void>((resolve) => (free = resolve));
    let started = 0;
    beforeSending(async () => {
      started += 1;
      if (started === 2) await held;
      return undefined;
    });
    let failures = 1;
    const dispatcher = dispatcherOn(channel, {
      on: {
        ...db(),
        query: async (statement, parameters) => {
          const text = typeof statement === 'string' ? statement : statement.text;
          if (text.includes('with settled as') && failures > 0) {
            failures -= 1;
            throw new Error('the server restarts');
          }
          return db().query(statement, parameters);
        },
        [Symbol.asyncDispose]: async () => {},
      },
    });
    const begun = dispatcher.drain();
    await expect.poll(() => failures, { timeout: 15_000 }).toBe(0);
    const drains = [begun];
    for (let second = 0; second < 15; second += 1) {
      service.clock.advance({ seconds: 1 });
      drains.push(dispatcher.drain());
      await new Promise((resolve) => {
        setTimeout(resolve, 20);
      });
    }
    // We don't ask about a message that the carrier is still accepting.
    expect([started, asked]).toEqual([2, []]);
    free();
    await Promise.all(drains);
    service.clock.advance({ seconds: 15 });
    await dispatcher.drain();
    expect(sent).toHaveLength(2);
    expect(new Set(sent.map(({ id }) => id)).size).toBe(2);
    expect([...(await statuses(13)), ...(await statuses(14))]).toEqual(['wired', 'wired']);
  });

  it('try one message a minute if the carrier refuses all, and say so', async () => {
    const { channel, sent, beforeSending } = createRecordingCarrier();
    const staffMust: string[] = [];
    const dispatcher = dispatcherOn(channel, { staffMust });
    let tries = 0;
    beforeSending(async () => {
      tries += 1;
      return {
        outcome: 'refused',
        code: 'x_403_64',
        retryable: true,
        forAll: true,
        staffMust: 'appeal',
      };
    });
    await service.say(8, '#bal 7');
    await dispatcher.drain();
    for (const person of [9, 10, 11]) await service.say(person, '#bal 7');
    await dispatcher.drain();
    expect([tries, dispatcher.paused()]).toEqual([1, ['x']]);
    expect(await statuses(9)).toEqual(['queued']);
    expect(staffMust).toEqual(['appeal']);
    for (let minute = 0; minute < 30; minute += 1) {
      service.clock.advance({ minutes: 1 });
      await dispatcher.drain();
    }
    expect(sent).toHaveLength(0);
    beforeSending(async () => undefined);
    service.clock.advance({ minutes: 2 });
    await dispatcher.drain();
    expect(dispatcher.paused()).toEqual([]);
    expect(sent).toHaveLength(4);
  });

  it('report a database that accepts no writes, however well it answers', async () => {
    const readOnly = { code: '25006' };
    const dispatcherOf = (on: Database) =>
      createDispatcher({
        db: on,
        institutionIds: async () => [],
        channels: () => [],
        keyring: service.fixture.keyring,
        world: service.world,
        logger: silentLogger,
        metrics: silentMetrics,
        staffMust: async () => {},
      });
    const { url } = db();
    if (url === undefined) {
      await db().query('set default_transaction_read_only = on');
      await expect(dispatcherOf(db()).show()).rejects.toMatchObject(readOnly);
      await db().query('set default_transaction_read_only = off');
      await dispatcherOf(db()).show();
      return;
    }
    const name = new URL(url).pathname.slice(1);
    await db().query(`alter database "${name}" set default_transaction_read_only = on`);
    try {
      await using late = await openPostgres({ url });
      expect(await late.query('select 1 as one')).toEqual([{ one: 1 }]);
      await expect(dispatcherOf(late).show()).rejects.toMatchObject(readOnly);
    } finally {
      await db().query(`alter database "${name}" reset default_transaction_read_only`);
    }
  });
});
