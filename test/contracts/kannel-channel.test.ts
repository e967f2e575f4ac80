import { beforeEach, describe, expect, it } from 'vitest';
import { createKannelClient } from '../../src/channels/kannel/client.ts';
import { createKannelChannel, outcomeOf } from '../../src/channels/kannel/kannel-channel.ts';
import { createReceiptsHeard } from '../../src/channels/kannel/receipts-heard.ts';
import { createKannelWebhook } from '../../src/channels/kannel/webhook.ts';
import { inboundParameters } from '../../src/channels/kannel/wire.ts';
import { manualClock } from '../../src/kernel/clock.ts';
import { silentMetrics } from '../../src/kernel/metrics.ts';
import { seededRandom } from '../../src/kernel/random.ts';
import { createWorld } from '../../src/kernel/world.ts';
import type { ChannelEvent, InboundMessage } from '../../src/messages/channel.ts';
import { createSmsbox, type Smsbox } from '../support/kannel-smsbox.ts';
import { freePort } from '../support/postgres-server.ts';
import { morning } from '../support/service.ts';
import {
  createNetwork,
  listeningLogger,
  wireMessage,
  type ChannelHarness,
  type HarnessParts,
} from './channel-harness.ts';
import { describeChannel } from './channel-suite.ts';

const phone = '+13145550123';
const ourNumber = '+18005226009';
const secret = 'the shared secret of this test';
const user = { username: 'tmm', password: 'the password of sendsms' };
const base = 'https://bank.example/kannel';
const escapes = Object.entries(inboundParameters).map(([name, escape]) => `${name}=${escape}`);
const postUrl = `${base}/mo?key=${encodeURIComponent(secret)}&${escapes.join('&')}`;

describeChannel({
  name: 'Kannel',
  channel: 'sms',
  address: phone,
  answersToStop: 1,
  givesTime: true,
  surelyNotThereAfter: { minutes: 66 },
  open,
});

function open(
  parts: HarnessParts,
  secrets: readonly string[] = [secret],
): ChannelHarness & { readonly smsbox: Smsbox } {
  const { clock, logger, address } = parts;
  const network = createNetwork(async (request) => smsbox.app.fetch(request));
  const smsbox = createSmsbox({ clock, fetch: network.fetch, user, postUrl });
  const heard = createReceiptsHeard();
  const webhook = createKannelWebhook({
    secrets,
    institutionOf: ({ number }) => (number === ourNumber ? parts.institutionId : undefined),
    heard,
    inbox: parts.inbox,
    logger,
    metrics: silentMetrics,
  });
  const postWebhook = async (request: Request) => {
    const { pathname, search } = new URL(request.url);
    const path = `https://bank.example${pathname.replace('/kannel', '')}${search}`;
    return webhook.request(new Request(path, request));
  };
  const client = createKannelClient({
    base: 'http://smsbox.example:13013',
    credentials: user,
    callbackUrl: base,
    secret,
    fetch: network.fetch,
  });
  const { caught } = network;
  const receipts = async (order: 'in_order' | 'late') => {
    caught.length = 0;
    await smsbox.tellReceipts(order);
    return caught.splice(0);
  };
  return {
    smsbox,
    network,
    webhook: postWebhook,
    channel: createKannelChannel({
      client,
      from: ourNumber,
      clock,
      heard,
      costMicrodollarsPerUnit: 5_000,
    }),
    memberSends: async (text) => {
      caught.length = 0;
      await smsbox.phoneSends({ from: address, to: ourNumber, text });
      return caught.shift() ?? Promise.reject(new Error('smsbox delivered nothing'));
    },
    forgeries: async (delivery) => {
      const body = delivery.method === 'POST' ? await delivery.clone().arrayBuffer() : undefined;
      return [undefined, '', `${secret}x`, secret.slice(0, -1), 'another'].map((key) => {
        const url = new URL(delivery.url);
        if (key === undefined) url.searchParams.delete('key');
        else url.searchParams.set('key', key);
        return new Request(url, { method: delivery.method, ...(body ? { body } : {}) });
      });
    },
    oversized: async () => smsboxDelivery({ id: 'long', body: new Uint8Array(70_000).fill(97) }),
    refuseNext: (how) =>
      void smsbox.answers.push(
        how === 'throttled'
          ? [503, 'Temporal failure, try again later.']
          : how === 'staff'
            ? [403, 'Authorization failed for sendsms']
            : [403, 'Not routable. Do not try again.'],
      ),
    phone: () => smsbox.sent.filter(({ to }) => to === address).map(({ text }) => text),
    receipts,
    proveTaken: async () => {
      for (const receipt of await receipts('in_order')) await postWebhook(receipt);
    },
    secrets: [secret, encodeURIComponent(secret), user.password],
  };
}

interface Posted {
  readonly key?: string;
  readonly id?: string | undefined;
  readonly smsc?: string;
  readonly from?: string | undefined;
  readonly to?: string;
  readonly coding?: string;
  readonly charset?: string;
  readonly ts?: string;
  readonly body?: Uint8Array<ArrayBuffer>;
}

/** A text as smsbox posts it, with these changes; `undefined` leaves a field out. */
function smsboxDelivery(posted: Posted): Request {
  const { body = new TextEncoder().encode('#bal'), ...changes } = posted;
  const url = new URL(`${base}/mo`);
  const fields: Record<string, string | undefined> = {
    key: secret,
    id: 'd332e102-0a63-4dd4-bb43-8f51a3c9820c',
    smsc: 'fake',
    from: phone,
    to: ourNumber,
    coding: '0',
    charset: 'UTF-8',
    ts: '1795459137',
    ...changes,
  };
  for (const [name, value] of Object.entries(fields))
    if (typeof value === 'string') url.searchParams.set(name, value);
  return new Request(url, { method: 'POST', body });
}

describe('Kannel', () => {
  const clock = manualClock(morning);
  const world = createWorld({ clock, random: seededRandom('kannel') });
  let received: InboundMessage[];
  let happened: ChannelEvent[];
  let logged: string[];
  const openHere = (secrets?: readonly string[]) =>
    open(
      {
        institutionId: 1,
        address: phone,
        logger: listeningLogger(logged),
        world,
        clock,
        inbox: {
          receive: async (messages) => void received.push(...messages),
          happened: async (events) => void happened.push(...events),
        },
      },
      secrets,
    );
  beforeEach(() => {
    received = [];
    happened = [];
    logged = [];
    clock.set(Temporal.Instant.from(morning));
  });
  const message = (text: string) =>
    wireMessage(
      { institutionId: 7, id: '01926a00-0000-7000-8000-000000000001', address: phone },
      text,
    );

  it('is accepted with either secret during a rotation', async () => {
    const { webhook } = openHere(['the new secret', secret]);
    for (const key of ['the new secret', secret])
      expect((await webhook(smsboxDelivery({ key }))).status).toBe(200);
    expect((await openHere([]).webhook(smsboxDelivery({}))).status).toBe(403);
    expect((await openHere(['']).webhook(smsboxDelivery({ key: '' }))).status).toBe(403);
  });

  it('gives the connection with the id, and the time by its own clock', async () => {
    await openHere().webhook(smsboxDelivery({}));
    await openHere().webhook(smsboxDelivery({ smsc: '', from: '0013145550123', ts: '0' }));
    expect(received[0]?.externalId).toBe('fake:d332e102-0a63-4dd4-bb43-8f51a3c9820c');
    expect(received[0]?.sentAt?.toString()).toBe('2026-11-23T18:38:57Z');
    expect(received[1]).toMatchObject({ address: phone });
    expect(received[1]?.externalId).toBe('d332e102-0a63-4dd4-bb43-8f51a3c9820c');
    expect(received[1]).not.toHaveProperty('sentAt');
  });

  it.each([
    ['UTF-8', '0', Buffer.from('où €'), 'où €'],
    ['UTF-16BE', '2', Buffer.from('où € 💸', 'utf16le').swap16(), 'où € 💸'],
    ['UTF-16BE', '2', Buffer.from('half \ud83d', 'utf16le').swap16(), 'half \ufffd'],
    ['WINDOWS-1252', '0', Buffer.from([0x6f, 0xf9, 0x20, 0x80]), 'où €'],
    ['iso-8859-1', '0', Buffer.from([0x6f, 0xf9]), 'où'],
    ['UTF-8', '2', Buffer.from('converted €'), 'converted €'],
    ['UTF-8', '0', Buffer.alloc(0), ''],
  ])('reads %s with coding %s', async (charset, coding, body, text) => {
    const answer = await openHere().webhook(
      smsboxDelivery({ charset, coding, body: new Uint8Array(body) }),
    );
    expect(answer.status).toBe(200);
    expect(await answer.text()).toBe('');
    expect(received[0]?.text).toBe(text);
  });

  it.each([
    [{ id: undefined }, 400, 'missing or odd: id'],
    [{ id: 'x'.repeat(65) }, 400, 'missing or odd: id'],
    [{ from: undefined, ts: 'now' }, 400, 'missing or odd: from, ts'],
    [{ coding: '3' }, 400, 'missing or odd: coding'],
    [{ charset: 'KLINGON' }, 415, 'charset: not known'],
    [{ charset: 'toString' }, 415, 'charset: not known'],
    [{ to: '+18005550000' }, 404, 'to: no number of ours'],
    [
      { from: '3145550123' },
      400,
      'from: not an international number (see `unified-prefix` in Kannel’s configuration)',
    ],
  ])('is told clearly what is wrong: %j', async (given, status, sentence) => {
    const answer = await openHere().webhook(smsboxDelivery(given));
    expect(answer.status).toBe(status);
    expect(await answer.text()).toBe(sentence);
    expect(received).toEqual([]);
    expect(logged.join()).not.toContain('3145550123');
  });

  it.each([
    [{ coding: '1', charset: '8-BIT' }, 'coding: binary, not a text'],
    [
      { charset: 'UTF-16BE', coding: '2', body: new Uint8Array(3) },
      'body: not written in its charset',
    ],
    [{ body: new Uint8Array([0xff, 0xfe, 0xfd]) }, 'body: not written in its charset'],
    [{ from: 'VANTAGE' }, 'from: no phone number'],
    [{ from: '72345' }, 'from: no phone number'],
  ])('does not bring again what would be as wrong the next time: %j', async (given, sentence) => {
    const answer = await openHere().webhook(smsboxDelivery(given));
    expect([answer.status, await answer.text()]).toEqual([200, '']);
    expect(received).toEqual([]);
    expect(logged.join()).toContain(sentence);
  });

  it('gets the parameters that it needs to send and to report', async () => {
    const { channel, smsbox } = openHere();
    await channel.send(message('1 €'));
    await channel.send(message('1 ₽'));
    expect(smsbox.sent).toMatchObject([
      { from: ourNumber, to: phone, text: '1 €', coding: '0', validity: '60' },
      { text: '1 ₽', coding: '2' },
    ]);
    const url = new URL(smsbox.sent[0]?.receiptUrl ?? '');
    expect(Object.fromEntries(url.searchParams)).toEqual({
      key: secret,
      institution: '7',
      message: message('').id,
      status: '%d',
    });
  });

  it.each([
    [1, { status: 'delivered' }],
    [2, { status: 'failed', code: 'kannel_failed' }],
    [8, { status: 'sent' }],
    [16, { status: 'failed', code: 'kannel_rejected' }],
    [4, undefined],
    [32, undefined],
  ])('reports by %i the outcome of a text', async (status, meaning) => {
    const { webhook } = openHere();
    const search = new URLSearchParams({
      key: secret,
      institution: '7',
      message: message('').id,
      status: String(status),
    });
    expect((await webhook(new Request(`${base}/dlr?${search.toString()}`))).status).toBe(200);
    expect(happened).toMatchObject(
      meaning ? [{ institutionId: 7, carrierId: message('').id, ...meaning }] : [],
    );
  });

  it('learns what is wrong with a receipt', async () => {
    const { webhook } = openHere();
    const answer = await webhook(
      new Request(`${base}/dlr?key=${encodeURIComponent(secret)}&message=no-id&status=%d`),
    );
    expect(answer.status).toBe(400);
    expect(await answer.text()).toBe('missing or odd: institution, message, status');
  });

  it.each([
    [202, '0: Accepted for delivery', { outcome: 'accepted', carrierId: 'm' }],
    [202, '3: Queued for later delivery', { outcome: 'accepted', carrierId: 'm' }],
    [202, 'something else', { outcome: 'unknown', code: 'kannel_answer_unreadable' }],
    [503, 'Temporal failure, try again later.', { outcome: 'throttled' }],
    [503, 'Service Unavailable', { outcome: 'unknown', code: 'kannel_503' }],
    [403, 'Not routable. Do not try again.', { code: 'kannel_not_routable', retryable: false }],
    [403, 'Authorization failed for sendsms', { retryable: true, staffMust: expect.any(String) }],
    [404, 'Not found', { retryable: true, staffMust: expect.any(String) }],
    [400, 'Coding field misformed, rejected', { code: 'kannel_400', retryable: false }],
  ])('means by %i %s what is written', (status, text, meaning) => {
    expect(outcomeOf({ status, text }, { clock, id: 'm' })).toMatchObject(meaning);
  });

  it('is known not to have a request if nobody listened', async () => {
    const client = createKannelClient({
      base: `http://127.0.0.1:${await freePort()}`,
      credentials: user,
      callbackUrl: base,
      secret,
      fetch,
    });
    const text = { institutionId: 1, id: 'm', to: phone, from: ourNumber, text: 'hello' };
    const sending = client.send({ ...text, validityMinutes: 60 });
    await expect(sending).rejects.toMatchObject({ code: 'kannel_not_reached', cause: undefined });
  });

  it('survives any bytes', async () => {
    const { webhook } = openHere();
    const random = seededRandom('bytes');
    const names = ['id', 'smsc', 'from', 'to', 'coding', 'charset', 'ts', 'key'] as const;
    const charsets = ['UTF-8', 'UTF-16BE', 'WINDOWS-1252', 'ISO-8859-1'];
    const statuses = new Set<number>();
    for (let round = 0; round < 600; round += 1) {
      const body = random.bytes(random.below(300));
      const charset = charsets[random.below(charsets.length)] ?? '';
      const odd = Buffer.from(random.bytes(random.below(20))).toString('latin1');
      const name = names[random.below(names.length)] ?? 'id';
      const change = round % 2 === 0 ? {} : { [name]: odd };
      const posted = { charset, body: new Uint8Array(body), ...change };
      statuses.add((await webhook(smsboxDelivery(posted))).status);
    }
    for (const status of statuses) expect([200, 400, 403, 404, 415]).toContain(status);
    for (const { text } of received) expect(text.isWellFormed()).toBe(true);
    expect(received.length).toBeGreaterThan(50);
  });

  it('remembers only the newest receipts', () => {
    const heard = createReceiptsHeard({ most: 2 });
    for (const id of ['a', 'b', 'a', 'c']) heard.note(id);
    expect(['a', 'b', 'c'].map((id) => heard.has(id))).toEqual([true, false, true]);
  });
});
