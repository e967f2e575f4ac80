import { staffActor } from '../support/actor.ts';
import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSession } from '../../src/access/sessions.ts';
import { sign } from '../../src/channels/twilio/signature.ts';
import { signatureHeader } from '../../src/channels/twilio/wire.ts';
import type { Database } from '../../src/database/database.ts';
import { present } from '../../src/kernel/assert.ts';
import { manualClock } from '../../src/kernel/clock.ts';
import { silentLogger } from '../../src/kernel/logger.ts';
import { createWorld } from '../../src/kernel/world.ts';
import { changeSettings } from '../../src/members/institution.ts';
import { createMetrics } from '../../src/observe/metrics.ts';
import { listen, type Listening } from '../../src/service/listen.ts';
import { openService, type Service } from '../../src/service/service.ts';
import { engines, openTestDatabase } from '../support/sampled-engines.ts';
import { buildFixture, type Fixture } from '../support/fixture.ts';
import { morning } from '../support/service.ts';

/** Several institutions on one process. We find each by the host of the request. */
const accountSid = `AC${'2'.repeat(32)}`;
const authToken = 'the auth token of this test';
const north = 'north.example';
const south = 'south.example';
const installation = 'bank.example';

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

describe.each(engines)('hosts on %s', (engine) => {
  const closing = new AsyncDisposableStack();
  const clock = manualClock(morning);
  const world = createWorld({ clock });
  let db: Database;
  let service: Service;
  let listening: Listening;
  let fixtures: Record<'north' | 'south' | 'main', Fixture>;

  beforeAll(async () => {
    db = closing.use(await openTestDatabase(engine));
    const institution = async (slug: 'north' | 'south' | 'main', number: string, own?: string) =>
      buildFixture(db, world, {
        slug,
        people: 1,
        settings: {
          portalName: `The ${slug} bank online`,
          sms: { number },
          x: { userId: `99${number.slice(1)}`, handle: slug },
          ...(own === undefined ? {} : { publicUrl: own }),
        },
      });
    fixtures = {
      main: await institution('main', '+13145550001'),
      north: await institution('north', '+13145550002', `https://${north.toUpperCase()}/`),
      south: await institution('south', '+13145550003', `https://${south}`),
    };
    service = closing.use(
      await openService({
        db,
        world,
        keyring: fixtures.main.keyring,
        logger: silentLogger,
        metrics: createMetrics(),
        twilio: {
          accountSid,
          authTokens: [authToken],
          credentials: { username: accountSid, password: authToken },
          optOut: 'off',
          base: 'https://twilio.example',
          lookupsBase: 'https://twilio.example',
          microdollarsPerSegment: 1,
          publicUrl: `https://${installation}/twilio`,
          fetch: async () => Response.json({}, { status: 503 }),
        },
        portal: { publicUrl: `https://${installation}`, proxies: 0 },
      }),
    );
    listening = closing.use(await listen(service.app.fetch, { host: '127.0.0.1', port: 0 }));
  });
  afterAll(async () => closing.disposeAsync());

  /** Uses a real connection, since no browser lets us choose its Host. */
  const ask = async (
    host: string,
    path: string,
    more: { method?: string; headers?: Record<string, string>; body?: string } = {},
  ): Promise<Answer> =>
    new Promise((resolve, reject) => {
      const { method = 'GET', headers = {}, body } = more;
      const asking = request(`${listening.url}${path}`, { method, headers: { ...headers, host } });
      asking.on('error', reject);
      asking.on('response', (response) => {
        const pieces: Buffer[] = [];
        response.on('data', (piece: Buffer) => pieces.push(piece));
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            body: Buffer.concat(pieces).toString('utf8'),
          }),
        );
      });
      asking.end(body);
    });

  const bankAt = async (host: string, headers: Record<string, string> = {}) => {
    const { status, body } = await ask(host, '/sign-in', { headers });
    return status === 200 ? (/The (\w+) bank online/.exec(body)?.[1] ?? 'none') : status;
  };

  /** The cookie of a member who has just signed in. */
  const cookieOf = async (slug: 'north' | 'south' | 'main') => {
    const { institution, members, keyring } = fixtures[slug];
    const memberId = present(members[0], 'there is one member').id;
    const { token } = await db.transaction(async (tx) =>
      openSession(
        tx,
        { world, keyring },
        { institutionId: institution.id, memberId, device: 'a test' },
      ),
    );
    return `__Host-mv_session=${token}`;
  };

  it.each([
    [north, 'north'],
    [south, 'south'],
    [installation, 'main'],
    ['NORTH.Example', 'north'],
    ['north.example.', 'north'],
    ['north.example:443', 'north'],
    ['NORTH.example.:443', 'north'],
    // Not a host of ours, or not as configured.
    ['evil.example', 421],
    ['north.example:8443', 421],
    ['north.example:80', 421],
    ['north.example..', 421],
    ['www.north.example', 421],
    ['north.example.evil.example', 421],
    ['evilnorth.example', 421],
    ['127.0.0.1', 421],
    ['localhost', 421],
  ])('%s is %s', async (host, bank) => {
    expect(await bankAt(host)).toBe(bank);
  });

  it.each([
    'north.example@evil.example',
    'north.example/',
    'north.example, evil.example',
    'a b',
    '%',
  ])('an invalid host (%s) belongs to nobody', async (host) => {
    expect([400, 421]).toContain(await bankAt(host));
  });

  it('ignores other headers in which a visitor names a host', async () => {
    const lies = {
      'x-forwarded-host': south,
      'x-host': south,
      'x-original-host': south,
      forwarded: `host=${south};proto=https`,
    };
    expect(await bankAt(north, lies)).toBe('north');
    expect(await bankAt('evil.example', lies)).toBe(421);
  });

  it('says clearly that it serves no site there, to browsers and to programs', async () => {
    const page = await ask('evil.example', '/accounts');
    expect([page.status, page.body]).toEqual([
      421,
      'No site is served at this address. Check its spelling.\n',
    ]);
    expect(page.headers['content-security-policy']).toContain("default-src 'none'");
    const api = await ask('evil.example', '/api/v1/shares');
    expect(api.status).toBe(421);
    expect(api.headers['content-type']).toMatch(/^application\/problem\+json/);
    expect(JSON.parse(api.body)).toMatchObject({ status: 421 });
    // Monitoring uses the process's own address.
    expect((await ask('127.0.0.1', '/health')).status).toBe(200);
  });

  it('a session at one institution is invalid at another, under any host', async () => {
    for (const [slug, own] of [
      ['north', north],
      ['south', south],
      ['main', installation],
    ] as const) {
      const cookie = await cookieOf(slug);
      for (const host of [north, south, installation]) {
        const { status, body } = await ask(host, '/accounts', { headers: { cookie } });
        expect([slug, host, status]).toEqual([slug, host, host === own ? 200 : 303]);
        if (host === own) expect(body).toContain(`The ${slug} bank online`);
        const api = await ask(host, '/api/v1/shares', { headers: { cookie } });
        expect(api.status).toBe(host === own ? 200 : 401);
      }
    }
  });

  it('links, passkeys and the check of a page’s origin use the host’s configured address', async () => {
    const description = await ask('NORTH.EXAMPLE:443', '/api/v1/openapi.json');
    expect(JSON.parse(description.body)).toMatchObject({
      servers: [{ url: `https://${north}/api/v1` }],
    });
    const begin = async (host: string, origin: string) =>
      ask(host, '/api/v1/sign-in/passkey/options', {
        method: 'POST',
        headers: { 'content-type': 'application/json', origin },
        body: '{}',
      });
    for (const host of [north, south, installation]) {
      const { body, headers } = await begin(host, `https://${host}`);
      expect(JSON.parse(body)).toMatchObject({ options: { rpId: host } });
      expect(headers['strict-transport-security']).toBeDefined();
    }
    expect((await begin(north, `https://${south}`)).status).toBe(403);
    expect((await begin(north, `https://${installation}`)).status).toBe(403);
  });

  let texts = 0;

  /** A text to this number, as Twilio signs it for this address. */
  const text = async (host: string, number: string, signedFor = host) => {
    texts += 1;
    const fields = {
      MessageSid: `SM${String(texts).padStart(32, '0')}`,
      AccountSid: accountSid,
      From: '+13145559999',
    };
    const form = { ...fields, To: number, Body: 'BAL' };
    const url = `https://${signedFor}/twilio/inbound`;
    const { status } = await ask(host, '/twilio/inbound', {
      method: 'POST',
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        [signatureHeader]: sign(authToken, { url, fields: Object.entries(form) }),
      },
      body: new URLSearchParams(form).toString(),
    });
    return status;
  };

  it('accepts texts signed for that address, and for that institution’s number', async () => {
    expect(await text(north, '+13145550002')).toBe(200);
    expect(await text(south, '+13145550003')).toBe(200);
    // At the installation's address, Twilio may deliver for all.
    expect(await text(installation, '+13145550001')).toBe(200);
    expect(await text(installation, '+13145550002')).toBe(200);
    expect(await text(north, '+13145550003')).toBe(404);
    expect(await text(north, '+13145550001')).toBe(404);
    expect(await text(north, '+13145550002', installation)).toBe(403);
    expect(await text(installation, '+13145550002', north)).toBe(403);
    expect(await text('evil.example', '+13145550002', 'evil.example')).toBe(421);
    expect(await text('evil.example', '+13145550002', north)).toBe(421);
  });

  it('no two institutions have the same address, whatever its scheme or spelling', async () => {
    const actor = staffActor('a test', 'a test');
    const set = async (slug: 'south' | 'main', publicUrl: string | null) =>
      db.transaction(async (tx) =>
        changeSettings(tx, world, {
          institutionId: fixtures[slug].institution.id,
          changes: { publicUrl },
          actor,
        }),
      );
    await expect(set('south', 'https://North.example:443')).rejects.toThrow(
      /north.*has this address/,
    );
    await expect(set('main', `https://${south}/`)).rejects.toThrow(/south.*has this address/);
    await expect(set('main', 'http://main.example')).rejects.toThrow(/must use https/);
    await expect(set('main', 'https://main.example.')).rejects.toThrow(/dot/);
    await expect(
      buildFixture(db, world, { people: 1, settings: { publicUrl: `https://${north}` } }),
    ).rejects.toThrow(/north.*has this address/);
    // Its own again, and another that takes effect in some seconds.
    await set('south', `https://${south}`);
    await set('south', 'https://new.example');
    clock.advance({ seconds: 6 });
    expect(await bankAt('new.example')).toBe('south');
    expect(await bankAt(south)).toBe(421);
    await set('south', `https://${south}`);
    clock.advance({ seconds: 6 });
    expect(await bankAt(south)).toBe('south');
  });
});
