import { Hono } from 'hono';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createAuthenticator } from '../../../../test/support/authenticator.ts';
import { contentOfPage } from '../../../../test/support/content-of-page.ts';
import { openTestDatabase } from '../../../../test/support/engines.ts';
import { startService, type Service } from '../../../../test/support/service.ts';
import { createVisitor, type Visitor } from '../../../../test/support/visitor.ts';
import { inviteMember } from '../../../access/invitations.ts';
import { addPasskey } from '../../../access/passkeys.ts';
import { totpAt } from '../../../access/totp.ts';
import type { Database } from '../../../database/database.ts';
import { present } from '../../../kernel/assert.ts';
import { languages, type Language } from '../../../kernel/vocabulary/language.ts';
import { finishPasskeySignIn } from '../../../operations/access/finish-passkey-sign-in.ts';
import { listPasskeys } from '../../../operations/access/list-passkeys.ts';
import { listSessions } from '../../../operations/access/list-sessions.ts';
import type { PortalEnv } from '../../frame/visit.ts';
import { createSignInPages } from './sign-in-pages.ts';

let db: Database;
let service: Service;
beforeAll(async () => {
  db = await openTestDatabase();
  service = await startService(db, { people: 8 });
});
afterAll(async () => db[Symbol.asyncDispose]());

const password = 'a lamp beside the harbour';
const firefox = 'Mozilla/5.0 (X11; Linux x86_64; rv:143.0) Gecko/20100101 Firefox/143.0';
let networks = 0;

function browser(): Visitor {
  networks += 1;
  return createVisitor(
    { db, fixture: service.fixture, world: service.world },
    { from: `198.51.100.${networks}`, device: firefox },
  );
}

async function ask(
  visitor: Visitor,
  path: string,
  how: { form?: Record<string, string>; language?: Language } = {},
) {
  const request = { ...(await visitor.request()), language: how.language ?? 'en' };
  const app = new Hono<PortalEnv>();
  app.use(async (context, next) => {
    context.set('request', request);
    await next();
  });
  app.route('/', createSignInPages());
  const response = await app.request(
    path,
    how.form ? { method: 'POST', body: new URLSearchParams(how.form) } : {},
  );
  return {
    status: response.status,
    location: response.headers.get('location'),
    headers: response.headers,
    text: contentOfPage(await response.text()),
  };
}

const numberOf = (person: number) => String(900_001 + person);
const keyOf = (person: number) => ({
  institutionId: service.fixture.institution.id,
  memberId: present(service.fixture.members[person], 'the person lives in the fixture').id,
});

async function begin(visitor: Visitor, person: number) {
  const context = { world: service.world, keyring: service.fixture.keyring };
  const { code } = await inviteMember(db, context, keyOf(person));
  return ask(visitor, '/activate', { form: { memberNumber: numberOf(person), code } });
}

const secretIn = (text: string) =>
  present(/<code>([A-Z2-7 ]{39})<\/code>/.exec(text)?.[1], 'the key is shown').replaceAll(' ', '');
const codeOf = (secret: string) => totpAt(secret, service.clock.now());

async function activated(person: number) {
  const visitor = browser();
  await begin(visitor, person);
  const secret = secretIn((await ask(visitor, '/activate/password')).text);
  const form = { password, code: codeOf(secret) };
  const { text } = await ask(visitor, '/activate/password', { form });
  service.clock.advance({ seconds: 60 });
  return { visitor, secret, codes: text.match(/[2-9A-Z]{5}-[2-9A-Z]{5}/g) ?? [] };
}

async function addedPasskey(person: number) {
  return addPasskey(db, service, {
    ...keyOf(person),
    passkey: {
      credentialId: service.world.random.bytes(32),
      publicKey: service.world.random.bytes(77),
      counter: 0,
      transports: ['internal'],
      backedUp: true,
      name: 'My <phone>',
    },
  });
}

describe('without script', () => {
  it('a member activates with a password, sees the recovery codes once, and is signed in', async () => {
    const visitor = browser();
    expect(await begin(visitor, 0)).toMatchObject({ status: 303, location: '/activate/passkey' });
    const choice = await ask(visitor, '/activate/passkey');
    expect(choice.text).toContain('Welcome, Person 900001');
    expect(choice.text).toContain('href="/activate/password"');
    expect(choice.text).toContain('value="Firefox, Linux"');
    const page = await ask(visitor, '/activate/password');
    expect(page.text).toContain('<svg class="qr"');
    const code = codeOf(secretIn(page.text));
    const short = await ask(visitor, '/activate/password', { form: { password: 'short', code } });
    expect(short.status).toBe(422);
    expect(short.text.split('at least 12 characters')).toHaveLength(2);
    expect(short.text).toContain('id="password-error"');
    expect(short.text).not.toContain('notice-wrong');
    expect(short.text).not.toContain('value="short"');
    const done = await ask(visitor, '/activate/password', { form: { password, code } });
    expect(done.status).toBe(200);
    expect(done.headers.get('cache-control')).toBe('no-store');
    expect(done.text.match(/[2-9A-Z]{5}-[2-9A-Z]{5}/g)).toHaveLength(10);
    expect(visitor.cookies.has('session')).toBe(true);
    expect(await ask(visitor, '/sign-in')).toMatchObject({ status: 303, location: '/accounts' });
    expect((await ask(visitor, '/activate/password', { form: { password, code } })).status).toBe(
      410,
    );
  });

  it('a member signs in with password and code, and continues to their target', async () => {
    const { secret } = await activated(1);
    const visitor = browser();
    const next = '/messages/limits';
    const signIn = await ask(visitor, `/sign-in?next=${next}`);
    expect(signIn.text).toContain('href="/sign-in/password?next=%2Fmessages%2Flimits"');
    const first = { memberNumber: numberOf(1), password, next };
    expect(await ask(visitor, '/sign-in/password', { form: first })).toMatchObject({
      status: 303,
      location: '/sign-in/code?next=%2Fmessages%2Flimits',
    });
    const wrong = await ask(visitor, '/sign-in/code', { form: { code: '000000', next } });
    expect(wrong.status).toBe(422);
    expect(wrong.text).toContain(`value="${next}"`);
    expect(wrong.text).toContain('id="code-error"');
    expect(wrong.text).not.toContain('notice-wrong');
    expect(
      await ask(visitor, '/sign-in/code', { form: { code: codeOf(secret), next } }),
    ).toMatchObject({ status: 303, location: next });
    expect((await ask(visitor, '/security')).text).toContain('Firefox, Linux');
  });

  it('never leads to another site', async () => {
    const visitor = browser();
    for (const next of ['https://evil.example', '//evil.example', '/\\evil.example']) {
      const { text } = await ask(visitor, `/sign-in?next=${encodeURIComponent(next)}`);
      expect(text).not.toContain('evil');
    }
  });

  it('marks empty fields', async () => {
    const visitor = browser();
    const empty = { memberNumber: ' ', code: ' ', password: '' };
    for (const [path, fields] of [
      ['/activate', ['memberNumber', 'code']],
      ['/sign-in/password', ['memberNumber', 'password']],
    ] as const) {
      const { status, text } = await ask(visitor, path, {
        form: Object.fromEntries(fields.map((name) => [name, empty[name]])),
      });
      expect(status).toBe(422);
      for (const name of fields) expect(text).toMatch(new RegExp(`id="${name}-error">Please fill`));
    }
  });

  it('a wrong password gives no further detail, and keeps the typed number', async () => {
    const visitor = browser();
    const answers = [numberOf(1), 'nobody'].map(async (memberNumber) => {
      const { status, text } = await ask(visitor, '/sign-in/password', {
        form: { memberNumber, password: 'wrong one here' },
      });
      expect(text).not.toContain('wrong one here');
      return [status, text.replaceAll(memberNumber, '…')];
    });
    const [known, unknown] = await Promise.all(answers);
    expect(known).toEqual(unknown);
    expect(known?.[0]).toBe(401);
  });

  it('a locked account says until when, on the page and in its header', async () => {
    await activated(2);
    const form = { memberNumber: numberOf(2), password: 'wrong one here' };
    for (let tries = 0; tries < 5; tries += 1) await ask(browser(), '/sign-in/password', { form });
    const locked = await ask(browser(), '/sign-in/password', { form });
    expect(locked.status).toBe(429);
    expect(locked.headers.get('retry-after')).toBe('60');
    expect(locked.text).toMatch(/wait until 10:\d\d/);
  });

  it('a code without its first step leads back to the start', async () => {
    const visitor = browser();
    expect(await ask(visitor, '/sign-in/code')).toMatchObject({ location: '/sign-in/password' });
    expect((await ask(visitor, '/sign-in/code', { form: { code: '123456' } })).status).toBe(410);
    expect((await ask(visitor, '/activate/passkey')).status).toBe(410);
    expect((await ask(visitor, '/activate/password')).status).toBe(410);
  });

  it('strangers are sent to sign in, and back', async () => {
    const visitor = browser();
    for (const path of ['/security', '/security/password', '/security/totp']) {
      const { status, location } = await ask(visitor, path);
      expect([status, location]).toEqual([303, expect.stringMatching(/^\/sign-in\?next=%2Fsec/)]);
    }
    expect((await ask(visitor, '/verify?next=/security')).location).toBe(
      '/sign-in?next=%2Fsecurity',
    );
    for (const path of ['/security/recovery-codes', '/security/totp', '/security/password']) {
      expect((await ask(visitor, path, { form: {} })).status).toBe(303);
    }
  });

  it('signing out ends the session', async () => {
    const { visitor } = await activated(3);
    expect(await ask(visitor, '/sign-out', { form: {} })).toMatchObject({
      status: 303,
      location: '/sign-in?done=signed_out',
    });
    expect((await ask(visitor, '/sign-in?done=signed_out')).text).toContain('You are signed out');
    expect((await ask(visitor, '/security')).status).toBe(303);
  });
});

describe('what asks for a fresh proof', () => {
  it('leads there and back, by password and code', async () => {
    const { visitor, secret } = await activated(4);
    service.clock.advance({ minutes: 6 });
    expect(await ask(visitor, '/security/password')).toMatchObject({
      location: '/verify?next=%2Fsecurity%2Fpassword',
    });
    const next = '/security/password';
    const page = await ask(visitor, `/verify?next=${next}`);
    expect(page.text).toContain('name="password"');
    expect(page.text).not.toContain('data-passkey=');
    const wrong = { password: 'wrong one here', code: codeOf(secret), next };
    expect((await ask(visitor, '/verify', { form: wrong })).status).toBe(401);
    const right = { password, code: codeOf(secret), next };
    expect(await ask(visitor, '/verify', { form: right })).toMatchObject({ location: next });
    expect((await ask(visitor, next)).text).toContain('<h1>Change password</h1>');
    const form = { password: 'another lamp by the sea' };
    expect(await ask(visitor, next, { form })).toMatchObject({
      location: '/security?done=password',
    });
    expect((await ask(visitor, '/security?done=password')).text).toContain('Password saved');
  });

  it('offers a passkey to a member who has one', async () => {
    const { visitor } = await activated(4);
    await addedPasskey(4);
    const { text } = await ask(visitor, '/verify?next=/security');
    expect(text).toContain('data-begin="/api/v1/verification/passkey/options"');
    expect(text).toContain('data-next="/security"');
  });
});

describe('the security page', () => {
  it('renames and removes passkeys, and escapes their names', async () => {
    const { visitor } = await activated(5);
    await addedPasskey(5);
    const page = await ask(visitor, '/security');
    expect(page.text).toContain('My &lt;phone&gt;');
    const id = present((await visitor.do(listPasskeys, {})).passkeys[0], 'it was added').id;
    const path = `/security/passkeys/${id}`;
    expect((await ask(visitor, path)).text).toContain('My &lt;phone&gt;');
    expect((await ask(visitor, `${path}/rename`, { form: { name: ' ' } })).status).toBe(422);
    expect(await ask(visitor, `${path}/rename`, { form: { name: 'Work' } })).toMatchObject({
      location: '/security?done=renamed',
    });
    const foreign = (await activated(6)).visitor;
    expect((await ask(foreign, path)).status).toBe(404);
    expect((await ask(foreign, `${path}/remove`, { form: {} })).status).toBe(404);
    expect(await ask(visitor, `${path}/remove`, { form: {} })).toMatchObject({
      location: '/security?done=passkey_removed',
    });
  });

  it('sets up another app and new recovery codes', async () => {
    const { visitor } = await activated(5);
    expect(await ask(visitor, '/security/totp', { form: {} })).toMatchObject({
      location: '/security/totp',
    });
    const secret = secretIn((await ask(visitor, '/security/totp')).text);
    const confirm = async (code: string) =>
      ask(visitor, '/security/totp/confirm', { form: { code } });
    expect((await confirm('000000')).status).toBe(422);
    expect(await confirm(codeOf(secret))).toMatchObject({ location: '/security?done=totp' });
    const codes = await ask(visitor, '/security/recovery-codes', { form: {} });
    expect(codes.text.match(/[2-9A-Z]{5}-[2-9A-Z]{5}/g)).toHaveLength(10);
    expect((await confirm(codeOf(secret))).status).toBe(410);
  });

  it('ends another session, but never somebody else’s', async () => {
    const { visitor, secret } = await activated(5);
    const other = browser();
    await ask(other, '/sign-in/password', { form: { memberNumber: numberOf(5), password } });
    await ask(other, '/sign-in/code', { form: { code: codeOf(secret) } });
    const { sessions } = await visitor.do(listSessions, {});
    const id = present(
      sessions.find(({ current }) => !current),
      'there are two',
    ).id;
    const foreign = (await activated(6)).visitor;
    const path = `/security/sessions/${id}/end`;
    expect((await ask(foreign, path, { form: {} })).status).toBe(404);
    expect((await ask(visitor, '/security')).text).toContain('end-others');
    expect(await ask(visitor, path, { form: {} })).toMatchObject({
      location: '/security?done=session_ended',
    });
    expect((await ask(other, '/security')).status).toBe(303);
    expect(await ask(visitor, '/security/sessions/end-others', { form: {} })).toMatchObject({
      location: '/security?done=others_ended',
    });
  });
});

it.each(languages)('every page exists in %s, without a missing text', async (language) => {
  const stranger = browser();
  const activating = browser();
  await begin(activating, 7);
  const { visitor } = await activated(6);
  await addedPasskey(6);
  await ask(visitor, '/security/totp', { form: {} });
  const passkey = present((await visitor.do(listPasskeys, {})).passkeys[0], 'it was added').id;
  const pages: [Visitor, string][] = [
    [stranger, '/sign-in'],
    [stranger, '/sign-in/password'],
    [stranger, '/activate'],
    [activating, '/activate/passkey'],
    [activating, '/activate/password'],
    [visitor, '/verify'],
    [visitor, '/security'],
    [visitor, `/security/passkeys/${passkey}`],
    [visitor, '/security/password'],
    [visitor, '/security/totp'],
  ];
  for (const [who, path] of pages) {
    const { status, text } = await ask(who, path, { language });
    expect([path, status]).toEqual([path, 200]);
    expect(text).toMatch(/<h1>[^<]+<\/h1>/);
    expect(text).not.toMatch(/\{\w+\}|undefined|\[object|<script|style=|\son\w+=/);
    const ids = [...text.matchAll(/\sid="([^"]+)"/g)].map((match) => match[1]);
    expect(new Set(ids).size).toBe(ids.length);
  }
});

it('an unknown passkey gets no further than the page', async () => {
  const visitor = browser();
  const authenticator = createAuthenticator('https://bank.example');
  authenticator.register({ user: { id: 'AA' }, challenge: 'A'.repeat(43) });
  const response = authenticator.sign({ challenge: 'A'.repeat(43) });
  expect(await visitor.refusal(finishPasskeySignIn, { response })).toBe('passkey_refused');
});
