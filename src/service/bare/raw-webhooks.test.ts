import { connect } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { bankUserId } from '../../../test/support/fixture.ts';
import { sign } from '../../channels/x/signature.ts';
import { createXDeliveries, createXWebhook } from '../../channels/x/webhook.ts';
import { systemClock } from '../../kernel/clock.ts';
import { silentLogger } from '../../kernel/logger.ts';
import { silentMetrics } from '../../kernel/metrics.ts';
import type { InboundMessage } from '../../messages/channel.ts';
import type { RawWebhook } from '../../messages/raw-webhook.ts';
import { listen, type Listening } from '../listen.ts';

/**
 * X's webhook as the service has it: deliveries of a known length go straight to it, all others
 * through the web app.
 */
const secret = 'the consumer secret of this test';
const taken: InboundMessage[] = [];
let fails = false;
let service: Listening;
let deliveries: RawWebhook;
let url: string;

beforeAll(async () => {
  const options = {
    secrets: [secret],
    bankOf: (userId: string) => (userId === bankUserId ? 1 : undefined),
    banks: () => [1],
    inbox: {
      receive: async (messages: readonly InboundMessage[]) => {
        if (fails) throw new Error('the database is away');
        taken.push(...messages);
      },
      happened: async () => {},
    },
    logger: silentLogger,
    metrics: silentMetrics,
    clock: systemClock,
  };
  deliveries = createXDeliveries(options);
  const app = createXWebhook(options, deliveries);
  service = await listen(
    (request) =>
      app.fetch(new Request(new URL(`/${new URL(request.url).search}`, request.url), request)),
    { host: '127.0.0.1', port: 0 },
    new Map([['/x/webhook', deliveries]]),
  );
  url = `${service.url}/x/webhook`;
});
afterAll(async () => service[Symbol.asyncDispose]());

const delivery = (id: string, text: string) =>
  JSON.stringify({
    direct_message_events: [
      {
        type: 'message_create',
        id,
        created_timestamp: '1795452000000',
        message_create: {
          target: { recipient_id: bankUserId },
          sender_id: '2000000000',
          message_data: { text },
        },
      },
    ],
  });

const post = async (body: string | Uint8Array<ArrayBuffer>, signature = sign(secret, body)) => {
  const response = await fetch(url, {
    method: 'POST',
    // A request refused unread ends its connection, so that the next request can't land on it.
    headers: { 'x-twitter-webhooks-signature': signature, connection: 'close' },
    body,
  });
  return { status: response.status, body: await response.json() };
};

/** The same body in pieces, without a length in advance. */
const postInPieces = async (body: string) => {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'x-twitter-webhooks-signature': sign(secret, body), connection: 'close' },
    body: new Blob([body]).stream(),
    duplex: 'half',
  });
  return { status: response.status, body: await response.json() };
};

it('accepts a signed delivery, in one piece and in several', async () => {
  const said = '#bal 7 € ✓ '.repeat(9_000);
  expect(await post(delivery('1', '#bal'))).toEqual({ status: 200, body: { ok: true } });
  expect(await post(delivery('2', said))).toEqual({ status: 200, body: { ok: true } });
  expect(await postInPieces(delivery('3', said))).toEqual({ status: 200, body: { ok: true } });
  expect(taken.map(({ externalId, text }) => [externalId, text])).toEqual([
    ['1', '#bal'],
    ['2', said],
    ['3', said],
  ]);
});

it('says only that a request is unsigned', async () => {
  const body = delivery('4', '#bal');
  const refused = { status: 401, body: { error: 'not signed' } };
  expect(await post(body, sign('another secret', body))).toEqual(refused);
  expect(await post(body, '')).toEqual(refused);
  expect(await post('', 'sha256=')).toEqual(refused);
});

it('refuses bodies that are no JSON, no UTF-8 or too long, with or without a length', async () => {
  expect(await post('{"a":')).toEqual({ status: 400, body: { error: 'not JSON' } });
  const torn = Uint8Array.from([0x22, 0xff, 0x22]);
  expect(await post(torn)).toEqual({ status: 400, body: { error: 'not JSON' } });
  const long = delivery('5', 'x'.repeat(1_000_000));
  expect(await post(long)).toEqual({ status: 413, body: { error: 'too large' } });
  expect(await postInPieces(long)).toEqual({ status: 413, body: { error: 'too large' } });
});

it('asks X to deliver again if it could not accept', async () => {
  fails = true;
  expect(await post(delivery('6', '#bal'))).toEqual({ status: 503, body: { error: 'try again' } });
  fails = false;
});

it('answers the challenge through the app', async () => {
  const response = await fetch(`${url}?crc_token=abcdefgh12345678`);
  expect(response.status).toBe(200);
  expect(await response.json()).toEqual({ response_token: sign(secret, 'abcdefgh12345678') });
});

it('survives a connection that breaks in the middle of a delivery', async () => {
  await new Promise<void>((resolve) => {
    const socket = connect(Number(new URL(service.url).port), '127.0.0.1', () => {
      socket.write('POST /x/webhook HTTP/1.1\r\nhost: a\r\ncontent-length: 500\r\n\r\n{"half', () =>
        socket.destroy(),
      );
    });
    socket.once('close', () => resolve());
  });
  expect(await post(delivery('7', '#bal'))).toMatchObject({ status: 200 });
});

it('cuts off a slow sender, and accepts nothing of its delivery', async () => {
  const before = taken.length;
  await using hasty = await listen(
    () => new Response(),
    { host: '127.0.0.1', port: 0 },
    new Map([['/x/webhook', deliveries]]),
    { head: 300, whole: 300, every: 50 },
  );
  const body = delivery('8', '#bal');
  const heard = await new Promise<string>((resolve) => {
    let text = '';
    const socket = connect(Number(new URL(hasty.url).port), '127.0.0.1', () => {
      socket.write(
        `POST /x/webhook HTTP/1.1\r\nhost: a\r\nx-twitter-webhooks-signature: ${sign(secret, body)}\r\ncontent-length: ${body.length}\r\n\r\n${body.slice(0, 30)}`,
      );
    });
    socket.on('data', (piece: Buffer) => (text += piece.toString()));
    socket.once('close', () => resolve(text));
  });
  expect(heard).toMatch(/^HTTP\/1\.1 408 /);
  expect(taken).toHaveLength(before);
});

it('answers each of several requests on one connection, good ones after bad', async () => {
  const body = delivery('9', '#bal');
  const request = (signature: string) =>
    `POST /x/webhook HTTP/1.1\r\nhost: a\r\nx-twitter-webhooks-signature: ${signature}\r\ncontent-length: ${body.length}\r\n\r\n${body}`;
  const heard = await new Promise<string>((resolve) => {
    let text = '';
    const socket = connect(Number(new URL(service.url).port), '127.0.0.1', () => {
      socket.write(request('sha256=none') + request(sign(secret, body)) + request('') + 'GET /');
    });
    socket.on('data', (piece: Buffer) => {
      text += piece.toString();
      if (text.match(/HTTP\/1\.1 /g)?.length === 3) socket.destroy();
    });
    socket.once('close', () => resolve(text));
  });
  expect(heard.match(/HTTP\/1\.1 \d+/g)).toEqual(['HTTP/1.1 401', 'HTTP/1.1 200', 'HTTP/1.1 401']);
  expect(taken.at(-1)?.externalId).toBe('9');
});

it('ends the connection of a delivery that is too long, and says so', async () => {
  const response = await fetch(url, { method: 'POST', body: 'x'.repeat(300_000) });
  expect(response.status).toBe(413);
  expect(response.headers.get('connection')).toBe('close');
});

it.each(['PUT', 'DELETE', 'PATCH', 'OPTIONS'])(
  'tells %s which methods it accepts',
  async (method) => {
    const response = await fetch(url, { method });
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'GET, HEAD, POST']);
  },
);
