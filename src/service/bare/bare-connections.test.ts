import { once } from 'node:events';
import { connect } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { present } from '../../kernel/assert.ts';
import type { RawWebhook } from '../../messages/raw-webhook.ts';
import { listen, type Listening } from '../listen.ts';
import { readHead } from './read-head.ts';

/**
 * A connection that begins with plain posts and goes on with anything else: the server behind must
 * get all the rest, and judge all that is unusual.
 */
const taken: string[] = [];
const waits: (() => void)[] = [];
const webhook: RawWebhook = {
  bodyMax: 200_000,
  signatureHeader: 'x-signature',
  take: async (raw, signature) => {
    const text = Buffer.from(raw).toString();
    if (text === 'wait') await new Promise<void>((resolve) => waits.push(resolve));
    if (text === 'throw') throw new Error('a bug');
    taken.push(`${signature ?? 'none'}: ${text}`);
    return { status: 200, body: { got: raw.length } };
  },
};
const start = async (idle?: { head: number; whole: number; every: number }) =>
  listen(
    async (request) =>
      Response.json({ by: 'app', method: request.method, got: (await request.text()).length }),
    { host: '127.0.0.1', port: 0 },
    new Map([['/hook', webhook]]),
    idle,
  );
let service: Listening;
beforeAll(async () => (service = await start()));
afterAll(async () => service[Symbol.asyncDispose]());

const post = (body: string, ...more: string[]) =>
  `POST /hook HTTP/1.1\r\nHost: a\r\nX-Signature: s\r\n${more.map((line) => `${line}\r\n`).join('')}Content-Length: ${body.length}\r\n\r\n${body}`;

/** Sends these pieces one after the other. @returns all that was answered until the connection ended */
async function said(pieces: readonly string[], { url }: Listening = service): Promise<string> {
  const socket = connect(Number(new URL(url).port), '127.0.0.1');
  socket.setNoDelay(true);
  let heard = '';
  socket.on('data', (piece: Buffer) => (heard += piece.toString()));
  const closed = once(socket, 'close');
  for (const piece of pieces) {
    socket.write(piece);
    await pause(10);
  }
  await closed;
  return heard;
}

const statuses = (heard: string) => heard.match(/HTTP\/1\.1 \d+/g)?.map((one) => one.slice(9));
const last = 'GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n';

it('takes posts and leaves all that follows to the server', async () => {
  const heard = await said([post('one') + post('two') + last]);
  expect(statuses(heard)).toEqual(['200', '200', '200']);
  expect(heard.match(/\{.*?\}/g)).toEqual([
    '{"got":3}',
    '{"got":3}',
    '{"by":"app","method":"GET","got":0}',
  ]);
  expect(heard).toContain('x-content-type-options: nosniff\r\n');
  expect(heard).toMatch(/Date: \w{3}, \d{2} \w{3} \d{4} [\d:]{8} GMT\r\n/);
});

it('takes a body that comes in pieces, and answers many requests in their order', async () => {
  taken.length = 0;
  const long = 'x'.repeat(150_000);
  const [head = '', body = ''] = post('slow').split('\r\n\r\n');
  const heard = await said([
    `${head}\r\n\r\n${body.slice(0, 1)}`,
    body.slice(1, 3),
    body.slice(3) + post(long) + post('a').repeat(300) + post('end', 'Connection: close'),
  ]);
  const lengths = [...heard.matchAll(/"got":(\d+)/g)].map(([, length]) => Number(length));
  expect(lengths).toEqual([4, long.length, ...Array.from({ length: 300 }, () => 1), 3]);
  expect(taken.slice(0, 2)).toEqual(['s: slow', `s: ${long}`]);
  expect(heard).toMatch(/Connection: close\r\n/i);
});

it('lets the server read a head that comes in pieces, and what is chunked', async () => {
  const whole = post('one', 'Connection: close');
  expect(await said([whole.slice(0, 20), whole.slice(20)])).toMatch(/"by":"app".*"got":3/);
  const chunked =
    'POST /hook HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n3\r\none\r\n0\r\n\r\n';
  expect(statuses(await said([post('two') + chunked + last]))).toEqual(['200', '200', '200']);
});

it.each([
  ['two lengths', post('one', 'Content-Length: 2')],
  ['a length and chunks', post('one', 'Transfer-Encoding: chunked')],
  ['a space before the colon', post('one', 'A : b')],
  ['a folded line', post('one', 'A: b', ' c')],
  ['no host', post('one').replace('Host: a\r\n', '')],
  ['a broken line', post('one', 'A: b\nC: d\0')],
])('leaves a request with %s to the server, which refuses it', async (_what, request) => {
  const before = taken.length;
  expect(statuses(await said([request]))).toEqual(['400']);
  expect(taken).toHaveLength(before);
});

it('reads only plain heads', () => {
  const read = (text: string) => readHead(Buffer.from(text, 'latin1'));
  expect(read(post('one'))).toMatchObject({ path: '/hook', bodyLength: 3, closes: false });
  for (const odd of [
    post('one').replace('POST', 'PUT'),
    post('one').replace('1.1', '1.0'),
    post('one').replace('/hook', '/hook?a=b'),
    post('one', 'Expect: 100-continue'),
    post('one', 'Connection: upgrade'),
    post('one', 'A: \u00e9'),
    post('one', `A: ${'b'.repeat(9_000)}`),
    post('one').replace('Content-Length: 3', 'Content-Length: +3'),
  ])
    expect(read(odd)).toBeUndefined();
});

it('asks for the delivery again after an unexpected error', async () => {
  expect(statuses(await said([post('throw', 'Connection: close')]))).toEqual(['503']);
});

it('ends connections that say nothing, or no more', async () => {
  await using hasty = await start({ head: 200, whole: 200, every: 20 });
  expect(statuses(await said([], hasty))).toEqual(['408']);
  const [head = ''] = post('one').split('\r\n\r\n');
  expect(statuses(await said([`${head}\r\n\r\no`], hasty))).toEqual(['408']);
});

it('answers what it has taken before it stops', async () => {
  const stopping = await start();
  const heard = said([post('wait')], stopping);
  await expect.poll(() => waits.length).toBe(1);
  const stopped = stopping[Symbol.asyncDispose]();
  present(waits[0], 'it waits')();
  expect(await heard).toMatch(/^HTTP\/1\.1 200[\s\S]*Connection: close/);
  await stopped;
});
