import { beforeAll, expect, it } from 'vitest';
import { createConversation } from '../../src/conversation/conversation.ts';
import type { Database } from '../../src/database/database.ts';
import { openPostgres } from '../../src/database/open-postgres.ts';
import { createPresence, isAlive } from '../../src/database/presence.ts';
import { present } from '../../src/kernel/assert.ts';
import { manualClock } from '../../src/kernel/clock.ts';
import { silentLogger } from '../../src/kernel/logger.ts';
import { silentMetrics } from '../../src/kernel/metrics.ts';
import { seededRandom } from '../../src/kernel/random.ts';
import { createWorld, type World } from '../../src/kernel/world.ts';
import { openCodes } from '../../src/members/codes.ts';
import { loadInstitution } from '../../src/members/institution.ts';
import type { Channel, SendOutcome, WireMessage } from '../../src/messages/channel.ts';
import { createDispatcher } from '../../src/messages/sending/dispatcher.ts';
import { ledgerCore } from '../../src/core/local/ledger-core.ts';
import { onBothEngines } from '../support/engines.ts';
import { startService, type Service } from '../support/service.ts';

/** A carrier with a record of what it took. */
function carrier(more: Partial<Channel['traits']> = {}) {
  const sent: WireMessage[] = [];
  const asked: string[] = [];
  let before: () => Promise<SendOutcome | undefined> = async () => undefined;
  const channel: Channel = {
    name: 'x',
    traits: {
      textMax: 10_000,
      encoding: 'unicode',
      recyclable: false,
      endToEndEncrypted: false,
      costMicrodollarsPerUnit: 1,
      ...more,
    },
    send: async (message) => {
      const instead = await before();
      if (instead) return instead;
      sent.push(message);
      return { outcome: 'accepted', carrierId: `c${sent.length}-${message.id}` };
    },
    lookup: async ({ id }) => {
      asked.push(id);
      const found = sent.find((one) => one.id === id);
      return found ? { found: true, carrierId: `found-${id}` } : { found: false };
    },
  };
  return {
    channel,
    sent,
    asked,
    beforeSending: (what: typeof before) => (before = what),
    /** Takes a request that was on its way. */
    takes: (id: string) =>
      void sent.push({
        institutionId: 1,
        id,
        address: '',
        // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- nobody reads it
        text: '' as WireMessage['text'],
        priority: 'reply',
      }),
  };
}

onBothEngines('processes that send', (db) => {
  let service: Service;
  beforeAll(async () => {
    service = await startService(db(), { people: 26 });
  });
  const dispatcherOn = (
    channel: Channel,
    staffMust: string[] = [],
    on: Database = db(),
    world: World = service.world,
  ) =>
    createDispatcher({
      db: on,
      institutionIds: async () => [service.fixture.institution.id],
      channels: () => [channel],
      keyring: service.fixture.keyring,
      world,
      logger: silentLogger,
      metrics: silentMetrics,
      staffMust: async (_institution, what) => void staffMust.push(what),
    });
  const of = async (person: number) =>
    db().query<{ id: string; status: string; text: string }>(
      'select id, status, text from outbound where institution_id = $1 and address_id = $2 order by place',
      [service.fixture.institution.id, service.fixture.members[person]?.addressId],
    );
  const codeOf = async (person: number) => {
    const addressId = service.fixture.members[person]?.addressId ?? '';
    const codes = await openCodes(db(), service.fixture.keyring, service.fixture.institution.id, [
      addressId,
    ]);
    return codes.get(addressId)?.code ?? '';
  };
  const statuses = async (person: number) => (await of(person)).map(({ status }) => status);
  const claimedBy = async (person: number, by: string) =>
    db().query(
      `update outbound set status = 'sending', sending_at = $3, attempts = 1, claimed_by = $4
        where institution_id = $1 and address_id = $2`,
      [
        service.fixture.institution.id,
        service.fixture.members[person]?.addressId,
        service.clock.now(),
        by,
      ],
    );

  it('send the replies of a conversation in the order of the record, whatever their clocks say', async () => {
    const { channel, sent } = carrier();
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

  it('take over at once what a dead process had claimed, and ask before they send', async () => {
    const { channel, sent, asked } = carrier();
    await service.say(1, '#bal 7');
    await claimedBy(1, service.world.ids.next());
    const dispatcher = dispatcherOn(channel);
    await dispatcher.drain();
    expect([asked.length, sent.length, await statuses(1)]).toEqual([1, 0, ['unknown']]);
    service.clock.advance({ seconds: 12 });
    await dispatcher.drain();
    // A request of the dead process may still be on its way, and this carrier has not shown that it is quick.
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
    'send nothing again that the carrier takes %s seconds after the claim',
    async (takenAfter, person) => {
      const { channel, sent, takes } = carrier();
      await service.say(person, '#bal 7');
      await claimedBy(person, service.world.ids.next());
      const id = present((await of(person)).at(-1), 'it was queued').id;
      const dispatcher = dispatcherOn(channel);
      // By now it is seen to be dead.
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

  it('send soon again what a dead process left, where the carrier was quick lately', async () => {
    const { channel, sent } = carrier();
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

  it('end their requests before others take them for dead', { timeout: 20_000 }, async () => {
    const { channel } = carrier();
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
        // Its carrier can be reached still, and keeps it waiting.
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
      [],
      cutOff,
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

  it.each([
    { ours: 300, theirs: 0, person: 19 },
    { ours: -300, theirs: 0, person: 23 },
    { ours: 0, theirs: -300, person: 24 },
    { ours: 0, theirs: 300, person: 25 },
  ])(
    'find what left, though clocks differ: a process is $ours s ahead, the carrier $theirs s',
    async ({ ours, theirs, person }) => {
      const ahead = (seconds: number) =>
        createWorld({ clock: { now: () => Temporal.Now.instant().add({ seconds }) } });
      const taken: { id: string; at: Temporal.Instant }[] = [];
      const channel: Channel = {
        ...carrier().channel,
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
      const due = async () =>
        db().query(
          `update outbound set not_before = null, expires_at = now() + interval '1 day'
            where institution_id = $1 and address_id = $2 and status in ('queued', 'unknown')`,
          [service.fixture.institution.id, service.fixture.members[person]?.addressId],
        );
      await due();
      await dispatcherOn(channel, [], db(), ahead(ours)).drain();
      await due();
      await dispatcherOn(channel, [], db(), ahead(0)).drain();
      expect([taken.length, (await statuses(person)).at(-1)]).toEqual([1, 'wired']);
    },
  );

  it('take one text for one message, where two of a conversation are alike', async () => {
    const { channel, sent } = carrier();
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
    // As after a backup was restored: the first of two has left since.
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
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- as the exit built it
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

  it('leave alone what a living process has claimed, until it is dead', async () => {
    const { channel, asked } = carrier();
    const living = createPresence(db(), service.world);
    await living.show();
    await service.say(2, '#bal 7');
    await claimedBy(2, living.id);
    const dispatcher = dispatcherOn(channel);
    // The claim is long, by this process's clock: the database's decides.
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

  it('know by a receipt that any process stored, where the carrier can’t be asked', async () => {
    const { channel, sent, asked } = carrier();
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

  it('send nothing on a claim after they stood still for long', async () => {
    const { channel, sent } = carrier();
    await service.say(4, '#bal 7');
    let stalls = 1;
    const standing = createDispatcher({
      db: {
        ...db(),
        query: async (statement, parameters) => {
          const text = typeof statement === 'string' ? statement : statement.name;
          // The process stands still between its look at what may leave and the sending.
          const rows = await db().query(statement, parameters);
          if (text === 'outbound_still_may_leave' && stalls > 0) {
            stalls -= 1;
            service.clock.advance({ seconds: 30 });
            expect(sent).toHaveLength(0);
          }
          // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- handed through as it came
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
    // Put back, looked at again, and sent once.
    expect(stalls).toBe(0);
    expect(sent).toHaveLength(1);
  });

  it('look up what waited before any of them began, and send only what did not leave', async () => {
    const { channel, sent, asked } = carrier();
    const first = dispatcherOn(channel);
    await service.say(5, '#bal 7');
    await first.drain();
    await first[Symbol.asyncDispose]();
    expect(sent).toHaveLength(1);
    await service.say(6, '#bal 7');
    // As a backup has it that was taken before the first was sent.
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
    // Beside one that lives, another asks nothing of what waits.
    const second = dispatcherOn(channel);
    await service.say(7, '#bal 7');
    second.start();
    await expect.poll(async () => statuses(7), { timeout: 15_000 }).toEqual(['wired']);
    expect(asked).toHaveLength(2);
    await second[Symbol.asyncDispose]();
    await restored[Symbol.asyncDispose]();
  });

  it('look up what waited also where several begin at once', async () => {
    const { channel, sent, asked } = carrier();
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
    // Each of them may ask; none sends it again.
    expect([asked.length > 0, sent.length]).toEqual([true, 1]);
  });

  it('wait for what is on its way where the end of another sending could not be recorded', async () => {
    const { channel, sent, asked, beforeSending } = carrier();
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
    const dispatcher = dispatcherOn(channel, [], {
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
    });
    const begun = dispatcher.drain();
    await expect.poll(() => failures).toBe(0);
    const drains = [begun];
    for (let second = 0; second < 15; second += 1) {
      service.clock.advance({ seconds: 1 });
      drains.push(dispatcher.drain());
      await new Promise((resolve) => {
        setTimeout(resolve, 20);
      });
    }
    // Nothing is asked of the one that the carrier is still taking.
    expect([started, asked]).toEqual([2, []]);
    free();
    await Promise.all(drains);
    service.clock.advance({ seconds: 15 });
    await dispatcher.drain();
    expect(sent).toHaveLength(2);
    expect(new Set(sent.map(({ id }) => id)).size).toBe(2);
    expect([...(await statuses(13)), ...(await statuses(14))]).toEqual(['wired', 'wired']);
  });

  it('try one message a minute where the carrier refuses all, and say so', async () => {
    const { channel, sent, beforeSending } = carrier();
    const staffMust: string[] = [];
    const dispatcher = dispatcherOn(channel, staffMust);
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

  it('tell a database that takes no writing, however well it answers', async () => {
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
