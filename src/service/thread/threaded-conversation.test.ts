import { writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestDatabase } from '../../../test/support/engines.ts';
import { buildFixture, testKeys, type Fixture } from '../../../test/support/fixture.ts';
import type { Database } from '../../database/database.ts';
import { present } from '../../kernel/assert.ts';
import { systemClock } from '../../kernel/clock.ts';
import { Fault } from '../../kernel/fault.ts';
import { silentMetrics, type Metrics } from '../../kernel/metrics.ts';
import { createWorld } from '../../kernel/world.ts';
import type { ChannelEvent } from '../../messages/channel.ts';
import {
  errorOf,
  eventOf,
  messageOf,
  plainError,
  plainEvent,
  plainMessage,
  type ThreadData,
} from './protocol.ts';
import { openThreadedConversation, type ThreadedConversation } from './threaded-conversation.ts';

describe('a conversation in a thread of its own', () => {
  let db: Database & { url?: string };
  let fixture: Fixture;
  let data: ThreadData;
  let thread: ThreadedConversation;
  let queued = 0;
  const counted: Parameters<Metrics['count']>[] = [];
  const timed: string[] = [];

  beforeAll(async () => {
    db = await openTestDatabase('postgresql');
    fixture = await buildFixture(db, createWorld(), { people: 3 });
    data = {
      url: present(db.url, 'PostgreSQL has an address'),
      connectionsMax: 3,
      masterKeys: testKeys(),
      logLevel: 'error',
    };
    thread = await openThreadedConversation(data, {
      clock: systemClock,
      metrics: {
        ...silentMetrics,
        count: (...call) => counted.push(call),
        time: (name) => timed.push(name),
      },
      queued: () => (queued += 1),
    });
  });
  afterAll(async () => {
    await thread[Symbol.asyncDispose]();
    await db[Symbol.asyncDispose]();
  });

  const bal = (externalId: string, person = 0) => ({
    institutionId: fixture.institution.id,
    channel: 'x' as const,
    externalId,
    address: present(fixture.members[person], 'the fixture has three').address,
    text: '#bal',
    sentAt: Temporal.Instant.fromEpochMilliseconds(systemClock.now().epochMilliseconds - 1_500),
  });

  it('answers after the commit, with its times, and reports metrics and waiting messages', async () => {
    const message = bal('one');
    const outcome = await thread.take({ ...message, receivedAt: systemClock.now() });
    expect(outcome).toMatchObject({ duplicate: false, intent: 'balance', outcome: 'balances' });
    const [row] = await db.query<{ sentAt: Temporal.Instant; text: string }>(
      `select i.sent_at as "sentAt", o.text from inbound i
        join outbound o on o.institution_id = i.institution_id and o.in_reply_to = 'x:' || i.external_id
        where i.external_id = 'one'`,
    );
    expect(row?.sentAt.equals(message.sentAt)).toBe(true);
    expect(row?.text).toBe(outcome.text);
    expect(queued).toBeGreaterThan(0);
    expect(counted).toContainEqual([
      'inbound_messages',
      { channel: 'x', intent: 'balance', outcome: 'balances' },
      1,
    ]);
    expect(timed).toContain('receipt_to_commit');
  });

  it('takes a message once, however often and with whichever others it comes', async () => {
    const batch = Array.from({ length: 30 }, (_, index) => bal(`many${index % 10}`, index % 3));
    await Promise.all([thread.receive(batch), ...batch.map(async (one) => thread.receive([one]))]);
    const [row] = await db.query<{ inbound: number; outbound: number }>(
      `select (select count(*)::int from inbound where external_id like 'many%') as inbound,
        (select count(*)::int from outbound where in_reply_to like 'x:many%') as outbound`,
    );
    expect(row).toEqual({ inbound: 10, outbound: 10 });
  });

  it('answers a health check until it has ended', async () => {
    await thread.answers();
    const other = await openThreadedConversation(data, hearing);
    await other[Symbol.asyncDispose]();
    await expect(other.answers()).rejects.toMatchObject({ code: 'conversation_ended' });
  });

  it('takes events', async () => {
    const { address } = bal('none', 2);
    await thread.happened([
      {
        institutionId: fixture.institution.id,
        channel: 'x',
        externalId: 'unfollowed:1',
        event: 'unfollowed',
        address,
      },
    ]);
    const rows = await db.query(`select 1 from channel_events where external_id = 'unfollowed:1'`);
    expect(rows).toHaveLength(1);
  });

  it('passes on a fault as a fault', async () => {
    const thrown = await thread
      .receive([{ ...bal('nowhere'), institutionId: 9_999 }])
      .catch((error: unknown) => error);
    expect(thrown).toBeInstanceOf(Fault);
    expect(thrown).toMatchObject({ code: 'institution_unknown', retryable: false });
  });

  it('finishes open work before it ends, and takes nothing afterwards', async () => {
    const other = await openThreadedConversation(data, hearing);
    const under = Array.from({ length: 20 }, async (_, index) =>
      other.receive([bal(`end${index}`)]),
    );
    // The calls leave at the end of the turn that made them.
    await new Promise((resolve) => setImmediate(resolve));
    await other[Symbol.asyncDispose]();
    await Promise.all(under);
    await expect(other.receive([bal('late')])).rejects.toMatchObject({
      code: 'conversation_ended',
    });
    await other.idle();
  });

  it('reports its unexpected end, also to all waiting calls', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'tmm-thread-'));
    const file = join(folder, 'dies.mjs');
    writeFileSync(
      file,
      `import { parentPort } from 'node:worker_threads';
      parentPort.on('message', () => { throw new Error('out of luck'); });
      parentPort.postMessage({ answers: [], queued: false, metrics: [] });`,
    );
    const dying = await openThreadedConversation(data, hearing, pathToFileURL(file));
    await expect(dying.receive([bal('lost')])).rejects.toMatchObject({
      code: 'conversation_ended',
      retryable: true,
    });
    await expect(dying.failed).rejects.toThrow('out of luck');
    await dying.idle();
    await dying[Symbol.asyncDispose]();
    await rm(folder, { recursive: true });
  });

  it('says why it could not start', async () => {
    await expect(
      openThreadedConversation({ ...data, url: 'postgres://nobody@127.0.0.1:9/none' }, hearing),
    ).rejects.toThrow('PostgreSQL did not respond');
  });
});

const hearing = { clock: systemClock, metrics: silentMetrics, queued: () => {} };

it('passes messages, events and errors unchanged', () => {
  const at = Temporal.Instant.from('2026-11-23T16:42:00.123Z');
  const message = {
    institutionId: 1,
    channel: 'sms' as const,
    externalId: 'a',
    address: '+15550100',
    text: 'BAL 7',
    receivedAt: at,
  };
  for (const one of [
    message,
    { ...message, sentAt: at, handle: 'm', carrierAnswered: 'stop' as const },
  ])
    expect(messageOf(structuredClone(plainMessage(one)))).toEqual(one);
  const place = { institutionId: 1, channel: 'x' as const, externalId: 'e', address: '1' };
  const events: ChannelEvent[] = [
    { ...place, event: 'followed' },
    { ...place, event: 'handle_changed', before: 'a', after: 'b' },
    { ...place, event: 'sent_echo', carrierId: '2', text: 'x', sentAt: at },
    { ...place, event: 'sent_echo', carrierId: '2', text: 'x' },
  ];
  for (const event of events) expect(eventOf(structuredClone(plainEvent(event)))).toEqual(event);
  const fault = new Fault({ code: 'overloaded', message: 'too many', retryable: true });
  expect(errorOf(structuredClone(plainError(fault)))).toEqual(fault);
  const other = Object.assign(new TypeError('odd'), { code: '40001' });
  expect(errorOf(structuredClone(plainError(other)))).toMatchObject({
    name: 'TypeError',
    message: 'odd',
    code: '40001',
  });
});
