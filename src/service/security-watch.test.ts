import { afterAll, beforeAll, expect, it } from 'vitest';
import { openTestDatabase } from '../../test/support/engines.ts';
import { bankUserId, buildFixture } from '../../test/support/fixture.ts';
import { sign } from '../channels/x/signature.ts';
import { createWorld } from '../kernel/world.ts';
import { createLogger } from '../observe/log.ts';
import { createMetricsPage } from '../observe/http.ts';
import { createMetrics, type ObservedMetrics } from '../observe/metrics.ts';
import { openService } from './service.ts';
import { listen } from './listen.ts';

/** A whole service behind one proxy, listening, with every webhook and the site. */
const source = '198.51.100.23';
const secret = 'the consumer secret of this test';
const lines: string[] = [];
let metrics: ObservedMetrics;
let url: string;
let inside: string;
const closing = new AsyncDisposableStack();

beforeAll(async () => {
  const db = closing.use(await openTestDatabase());
  const world = createWorld();
  const { keyring } = await buildFixture(db, world, { people: 1 });
  metrics = createMetrics();
  const never: typeof fetch = async () => new Response('', { status: 500 });
  const credentials = { username: 'someone', password: 'no real word' };
  const service = closing.use(
    await openService({
      db,
      world,
      keyring,
      metrics,
      logger: createLogger('info', { write: (line) => void lines.push(line) }),
      x: {
        clientId: 'test',
        base: 'http://x.example',
        authorizeUrl: 'http://x.example/authorize',
        secrets: [secret],
        bearer: 'bearer',
        webhookUrl: 'https://bank.example/x/webhook',
        fetch: never,
        limits: 'none',
      },
      twilio: {
        accountSid: `AC${'0'.repeat(32)}`,
        authTokens: ['token'],
        credentials,
        optOut: 'off',
        base: 'http://twilio.example',
        lookupsBase: 'http://twilio.example',
        microdollarsPerSegment: 1,
        publicUrl: 'https://bank.example/twilio',
        fetch: never,
      },
      kannel: {
        sendsmsUrl: 'http://kannel.example',
        credentials,
        secrets: ['a secret of Kannel for this test'],
        callbackUrl: 'http://kannel.example',
        validityMinutes: 60,
        microdollarsPerSegment: 1,
        fetch: never,
      },
      portal: { publicUrl: 'https://bank.example', proxies: 1 },
    }),
  );
  const outside = closing.use(
    await listen(service.app.fetch, { host: '127.0.0.1', port: 0 }, service.rawWebhooks),
  );
  const metricsPage = closing.use(
    await listen(createMetricsPage(metrics).fetch, { host: '127.0.0.1', port: 0 }),
  );
  url = outside.url;
  inside = metricsPage.url;
});
afterAll(async () => closing.disposeAsync());

const ask = async (path: string, init: RequestInit = {}) => {
  const headers = new Headers(init.headers);
  headers.set('x-forwarded-for', `203.0.113.99, ${source}`);
  return fetch(`${url}${path}`, { redirect: 'manual', ...init, headers });
};
const json = (body: object) => ({
  method: 'POST',
  body: JSON.stringify(body),
  headers: { 'content-type': 'application/json' },
});
const hidden = 'A7K2QX hunter2 +13145550199';

it.each([
  ['x_webhook', 'unsigned', '/x/webhook', { method: 'POST', body: hidden }],
  // Its length is unknown, so it goes through the web app.
  [
    'x_webhook',
    'unsigned',
    '/x/webhook',
    { method: 'POST', body: new Blob([hidden]).stream(), duplex: 'half' },
  ],
  [
    'x_webhook',
    'malformed',
    '/x/webhook',
    {
      method: 'POST',
      body: hidden,
      headers: { 'x-twitter-webhooks-signature': sign(secret, hidden) },
    },
  ],
  ['twilio_webhook', 'unsigned', '/twilio/inbound', { method: 'POST', body: `Body=${hidden}` }],
  ['twilio_webhook', 'unsigned', '/twilio/status', { method: 'POST', body: `Body=${hidden}` }],
  ['kannel_webhook', 'unsigned', '/kannel/mo?key=hunter2', { method: 'POST', body: hidden }],
  ['kannel_webhook', 'unsigned', '/kannel/dlr?key=hunter2', {}],
  [
    'request',
    'cross_site',
    '/api/v1/sign-in/password',
    {
      ...json({ memberNumber: '900001', password: hidden }),
      headers: { 'content-type': 'application/json', 'sec-fetch-site': 'cross-site' },
    },
  ],
  [
    'request',
    'cross_site',
    '/sign-in',
    { method: 'POST', headers: { origin: 'https://evil.example' } },
  ],
  [
    'signInWithPassword',
    'sign_in_refused',
    '/api/v1/sign-in/password',
    json({ memberNumber: '900001', password: hidden }),
  ],
  [
    'beginActivation',
    'activation_refused',
    '/api/v1/activation',
    json({ memberNumber: '900001', code: 'A7K2-QXA7-K2QX' }),
  ],
  ['showCode', 'sign_in_first', '/api/v1/addresses/018f0000-0000-7000-8000-000000000000/code', {}],
] as readonly (readonly [string, string, string, RequestInit])[])(
  '%s, %s leaves one line with its source and no secret (%s)',
  async (event, outcome, path, init) => {
    const before = lines.length;
    await ask(path, init);
    const written = lines
      .slice(before)
      .filter((line) => line.includes('"outcome"'))
      .map((line): unknown => JSON.parse(line));
    expect(written).toEqual([expect.objectContaining({ event, outcome, source, level: 40 })]);
    expect(lines.slice(before).join('')).not.toMatch(/A7K2|hunter2|3145550199|900001|203\.0\.113/);
    expect(await metrics.render()).toMatch(
      new RegExp(`tmm_security_events_total\\{event="${event}",outcome="${outcome}"\\} [1-9]`),
    );
  },
);

it('a proper request leaves no line', async () => {
  const before = lines.length;
  const body = JSON.stringify({ for_user_id: bankUserId });
  const headers = { 'x-twitter-webhooks-signature': sign(secret, body) };
  expect((await ask('/x/webhook', { method: 'POST', body, headers })).status).toBe(200);
  expect((await ask('/sign-in')).status).toBe(200);
  expect(lines.slice(before)).toEqual([]);
});

it('every answer forbids browsers to guess its type, and caches to keep it unless it says so', async () => {
  const paths = [
    ['/health', 'GET'],
    ['/x/webhook', 'POST'],
    ['/x/webhook', 'PUT'],
    ['/x/webhook?crc_token=abcdefgh12345678', 'GET'],
    ['/twilio/inbound', 'POST'],
    ['/kannel/mo', 'POST'],
    ['/kannel/nothing', 'GET'],
    ['/static/portal.css', 'GET'],
    ['/static/nothing', 'GET'],
    ['/sign-in', 'GET'],
    ['/api/v1/session', 'GET'],
    ['/nothing', 'GET'],
  ] as const;
  const answers = await Promise.all([
    ...paths.map(async ([path, method]) => ask(path, { method })),
    fetch(`${inside}/metrics`),
    fetch(`${inside}/nothing`),
  ]);
  for (const answer of answers) {
    expect([answer.url, answer.headers.get('x-content-type-options')]).toEqual([
      answer.url,
      'nosniff',
    ]);
    const policy = answer.headers.get('content-security-policy') ?? '';
    if (!answer.url.startsWith(inside))
      expect([answer.url, policy]).toEqual([
        answer.url,
        expect.stringMatching(/^default-src 'none'; .*frame-ancestors 'none'/),
      ]);
    expect(answer.headers.get('cache-control')).toMatch(
      answer.url.endsWith('portal.css') ? /^public/ : /^no-store$/,
    );
  }
});
