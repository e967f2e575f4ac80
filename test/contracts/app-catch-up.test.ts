import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../src/database/database.ts';
import { openPostgres } from '../../src/database/open-postgres.ts';
import { present } from '../../src/kernel/assert.ts';
import { silentLogger } from '../../src/kernel/logger.ts';
import { createAppChannel } from '../../src/channels/app/app-channel.ts';
import { placeInbound } from '../../src/messages/hosted/place-inbound.ts';
import { placeOutbound } from '../../src/messages/hosted/place-outbound.ts';
import { createHostedNews } from '../../src/messages/hosted/news.ts';
import { openTestDatabase } from '../support/engines.ts';
import { appOver, openAppWorld, type AppDevice, type AppWorld } from '../support/app-world.ts';
import { readEvents } from '../support/event-reader.ts';

/** Two processes, each with its own connections, on one server. */
describe('catching up while two processes write', () => {
  let db: Database & { url?: string };
  let second: Database;
  let one: AppWorld;
  let other: AppWorld;
  beforeAll(async () => {
    db = await openTestDatabase();
    second = await openPostgres({ url: present(db.url, 'it is on a server') });
    one = await openAppWorld(db, { people: 4 });
    other = appOver(second, one.service);
  });
  afterAll(async () => {
    await other[Symbol.asyncDispose]();
    await one[Symbol.asyncDispose]();
    await second[Symbol.asyncDispose]();
    await db[Symbol.asyncDispose]();
  });

  const conversationOf = async (person: number) => {
    const { fixture } = one.service;
    const [row] = await db.query<{ id: string; member: string }>(
      `select conversation_id as id, member_id as member from addresses
        where institution_id = $1 and member_id = $2 and channel = 'app'`,
      [fixture.institution.id, fixture.members[person]?.id],
    );
    return present(row, 'it is open');
  };
  const placesAfter = async (device: AppDevice, after: number): Promise<number[]> => {
    const { body } = await device.get(`messages?after=${after}&limit=7`);
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- as described by the API
    return (body['messages'] as { place: number }[]).map(({ place }) => place);
  };

  it('shows a place only after all smaller ones: the next one waits for the commit', async () => {
    const phone = await one.device(0);
    await phone.post('address');
    await one.dispatcher.drain();
    const { id: conversationId, member } = await conversationOf(0);
    const { fixture, world } = one.service;
    const institutionId = fixture.institution.id;
    const row = { conversationId, externalId: 'held', receivedAt: world.clock.now() };
    let placed: Promise<unknown> = Promise.resolve();
    await db.transaction(async (tx) => {
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- it places by these columns alone
      await placeInbound(tx, institutionId, [{ ...row, channel: 'app' } as never]);
      placed = placeOutbound(
        second,
        fixture.keyring,
        { institutionId, channel: 'app', id: world.ids.next(), address: member },
        world.clock.now(),
      );
      // It waits for this transaction.
      const waiting = async () => {
        const [locked] = await db.query<{ count: number }>(
          `select count(*)::int as count from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`,
        );
        return locked?.count ?? 0;
      };
      await expect.poll(waiting, { timeout: 10_000 }).toBeGreaterThan(0);
      const seen = await second.query(
        'select place from hosted_messages where institution_id = $1 and conversation_id = $2 and place > 1',
        [institutionId, conversationId],
      );
      expect(seen).toEqual([]);
    });
    expect(await placed).toEqual({ conversationId, place: 3n });
  });

  it('gives the same message one place, and a foreign address none', async () => {
    const phone = await one.device(1);
    await phone.post('address');
    await one.dispatcher.drain();
    const { member } = await conversationOf(1);
    const { fixture, world } = one.service;
    const id = world.ids.next();
    const message = { institutionId: fixture.institution.id, channel: 'app' as const, id };
    const at = world.clock.now();
    const places = await Promise.all(
      Array.from({ length: 12 }, async (_, index) =>
        placeOutbound(
          index % 2 === 0 ? db : second,
          fixture.keyring,
          { ...message, address: member },
          at,
        ),
      ),
    );
    expect(new Set(places.map((given) => given?.place)).size).toBe(1);
    const stranger = { ...message, id: world.ids.next(), address: world.ids.next() };
    expect(await placeOutbound(db, fixture.keyring, stranger, at)).toBeUndefined();
  });

  it('loses nothing, doubles nothing and keeps the order for each reader', async () => {
    const phone = await one.device(2);
    const tablet = await other.device(2);
    await phone.post('address');
    const total = 120;
    const writing = async (device: AppDevice, texts: number) => {
      for (let at = 0; at < texts; at += 1) {
        // The pace of posts lets one through each second.
        one.service.clock.advance({ seconds: 2 });
        const id = one.service.world.ids.next();
        const body = { id, text: at % 5 === 0 ? 'help' : '#bal 7' };
        expect((await device.post('messages', body)).status).toBe(200);
        // The answer got lost: the device sends it again, perhaps to the other process.
        if (at % 7 === 0) await (at % 2 === 0 ? phone : tablet).post('messages', body);
      }
    };
    const done = new AbortController();
    const isWriting = () => !done.signal.aborted;
    const sending = async (world: AppWorld) => {
      while (isWriting()) await world.dispatcher.drain();
    };
    const listed: number[] = [];
    const listing = async (device: AppDevice) => {
      while (isWriting()) {
        one.service.clock.advance({ milliseconds: 150 });
        listed.push(...(await placesAfter(device, listed.at(-1) ?? 0)));
      }
    };
    const followed: number[] = [];
    const following = async () => {
      // The connection breaks after a few events, and the next process takes over.
      for (let turn = 0; isWriting(); turn += 1) {
        const device = turn % 2 === 0 ? phone : tablet;
        const events = readEvents(
          await device.events('', { 'last-event-id': String(followed.at(-1) ?? 0) }),
        );
        for (let count = 0; count < 9 && isWriting(); count += 1) {
          const event = await events.next();
          if (event?.event === 'message') followed.push(Number(event.id));
        }
        await events.cancel();
      }
    };
    const work = [sending(one), sending(other), listing(tablet), following()];
    await Promise.all([
      ...[1, 2, 3].map(async () => writing(phone, total / 6)),
      ...[1, 2, 3].map(async () => writing(tablet, total / 6)),
    ]).finally(() => done.abort());
    // Wakes a reader that waits for more.
    await phone.say('#bal 7');
    await Promise.all(work);
    await one.dispatcher.drain();
    for (;;) {
      const rest = await placesAfter(phone, listed.at(-1) ?? 0);
      if (rest.length === 0) break;
      listed.push(...rest);
    }
    const { id } = await conversationOf(2);
    const rows = await db.query<{ place: bigint }>(
      `select place from hosted_messages where institution_id = $1 and conversation_id = $2 order by place`,
      [one.service.fixture.institution.id, id],
    );
    const all = rows.map(({ place }) => Number(place));
    // A welcome, then each text with its answer.
    expect(all).toHaveLength(1 + 2 * (total + 1));
    expect(listed).toEqual(all);
    expect(followed.length).toBeGreaterThan(20);
    expect(followed).toEqual(all.slice(0, followed.length));
  });

  it('tells followers in the other process', async () => {
    const { fixture, world } = one.service;
    const phone = await one.device(3);
    await phone.post('address');
    await one.dispatcher.drain();
    const { id: conversationId, member } = await conversationOf(3);
    const key = { institutionId: fixture.institution.id, conversationId };
    const heard: string[] = [];
    const there = createHostedNews({ db: second, logger: silentLogger });
    there.follow(key, () => heard.push('told'));
    // It is told once when it begins to listen.
    await expect.poll(() => heard.length, { timeout: 10_000 }).toBeGreaterThan(0);
    const before = heard.length;
    const channel = createAppChannel({ db, keyring: fixture.keyring, world, news: one.news });
    for (let times = 0; times < 3; times += 1)
      await channel.send({
        institutionId: fixture.institution.id,
        id: world.ids.next(),
        address: member,
        // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- it places the message by its id alone
        text: '' as never,
        priority: 'reply',
      });
    await expect.poll(() => heard.length, { timeout: 10_000 }).toBeGreaterThan(before);
    await there[Symbol.asyncDispose]();
  });
});
