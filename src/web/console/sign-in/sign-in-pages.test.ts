import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { createAuthenticator, type Authenticator } from '../../../../test/support/authenticator.ts';
import { onSampledEngines } from '../../../../test/support/sampled-engines.ts';
import {
  createConsoleBrowser,
  type ConsoleBrowser,
} from '../../../../test/support/identity/console-browser.ts';
import { furnishInvited, furnishStaff } from '../../../../test/support/identity/furnish-staff.ts';
import {
  openIdentityProvider,
  type IdentityProvider,
} from '../../../../test/support/identity/identity-provider.ts';
import { startService, type Service } from '../../../../test/support/service.ts';
import { endStaffMember, setStaffRoles } from '../../../staff-access/change-staff.ts';
import { openStaffSession } from '../../../staff-access/staff-sessions.ts';

const consoleUrl = 'https://staff.bank.example';
const redirectUri = `${consoleUrl}/sign-in/single-sign-on/back`;
const toMake = z.object({
  options: z.object({ challenge: z.string(), user: z.object({ id: z.string() }) }),
});
const toSign = z.object({
  options: z.object({
    challenge: z.string(),
    allowCredentials: z.array(z.object({ id: z.string() })).optional(),
  }),
});

onSampledEngines('signing in to the console', (db) => {
  let service: Service;
  let provider: IdentityProvider;
  beforeAll(async () => {
    service = await startService(db(), { people: 1 });
    provider = await openIdentityProvider(redirectUri);
  });
  afterAll(async () => provider[Symbol.asyncDispose]());

  const institutionId = () => service.fixture.institution.id;
  const place = () => ({
    db: db(),
    world: service.world,
    keyring: service.fixture.keyring,
    institutionId: institutionId(),
  });
  const browserOf = (): ConsoleBrowser =>
    createConsoleBrowser({
      ...place(),
      consoleUrl,
      provider: {
        issuer: provider.issuer,
        clientId: provider.clientId,
        clientSecret: provider.clientSecret,
        rolesClaim: 'roles',
        roles: {},
      },
    });
  const asked = async (browser: ConsoleBrowser, path: string): Promise<unknown> => {
    const answer = await browser.ask(path, {});
    expect(answer.status, path).toBe(200);
    return answer.json();
  };
  const challenge = async (browser: ConsoleBrowser, path: string) =>
    toSign.parse(await asked(browser, path)).options;
  /** Opens an invitation with a software authenticator. */
  const activate = async (
    name: string,
  ): Promise<{ browser: ConsoleBrowser; keys: Authenticator; staffId: string }> => {
    const { link, code, staffId } = await furnishInvited(place(), name, ['supervisor']);
    const browser = browserOf();
    expect(await browser.text(`/invitation/${link}`)).toContain(`Welcome, ${name}`);
    const wrong = await browser.post(`/invitation/${link}`, { code: 'AAAA-AAAA' });
    expect(wrong.status).toBe(422);
    const right = await browser.post(`/invitation/${link}`, { code });
    expect(right.headers.get('location')).toBe('/invitation');
    expect(await browser.text('/invitation')).toContain('Create a passkey');
    const keys = createAuthenticator(consoleUrl);
    const made = toMake.parse(await asked(browser, '/invitation/passkey/options'));
    const response = keys.register(made.options);
    const answer = await browser.ask('/invitation/passkey', { response, name: 'Laptop' });
    expect(answer.status).toBe(200);
    return { browser, keys, staffId };
  };
  const signIn = async (keys: Authenticator, browser = browserOf()) => {
    const response = keys.sign(await challenge(browser, '/sign-in/passkey/options'));
    const answer = await browser.ask('/sign-in/passkey', { response });
    return { browser, answer };
  };

  it('sends strangers to sign in, and back to their page', async () => {
    const browser = browserOf();
    const answer = await browser.get('/staff?x=1');
    expect(answer.status).toBe(303);
    expect(answer.headers.get('location')).toBe('/sign-in?next=%2Fstaff%3Fx%3D1');
    const page = await browser.text('/sign-in?next=%2Fstaff');
    expect(page).toContain('data-next="/staff"');
    expect(page).toContain('Use single sign-on');
    expect(page).not.toContain('/sign-in/demonstration');
    // It never leads to another site.
    expect(await browser.text('/sign-in?next=%2F%2Fevil.example')).toContain('data-next="/"');
  });

  it('goes from an invitation to a passkey, a session, sign-out and back in', async () => {
    const { browser, keys } = await activate('Vera');
    expect(await browser.text('/you')).toContain('Laptop');
    expect(browser.cookie('__Host-console_session')).toMatch(/^[\w-]{43}$/);
    const out = await browser.post('/sign-out', {});
    expect(out.headers.get('location')).toBe('/sign-in');
    expect((await browser.get('/you')).status).toBe(303);
    const again = await signIn(keys, browser);
    expect(again.answer.status).toBe(200);
    expect(await browser.text('/you')).toContain('Vera');
  });

  it('refuses a passkey of another site’s page, and one that nobody has here', async () => {
    const { keys } = await activate('Will');
    const browser = browserOf();
    const first = await challenge(browser, '/sign-in/passkey/options');
    const response = keys.sign(first, { origin: 'https://staff.bank.example.evil.example' });
    const answer = await browser.ask('/sign-in/passkey', { response });
    expect(answer.status).toBe(401);
    expect(await answer.json()).toMatchObject({ code: 'staff_sign_in_refused' });
    const stray = createAuthenticator(consoleUrl);
    stray.register({ user: { id: 'AAAA' }, challenge: 'A'.repeat(43) });
    expect((await signIn(stray)).answer.status).toBe(401);
    expect((await browser.ask('/sign-in/passkey', { response: {} })).status).toBe(422);
  });

  it('takes no form of another site', async () => {
    const { browser } = await activate('Xena');
    const answer = await browser.post('/sign-out', {}, { 'sec-fetch-site': 'cross-site' });
    expect(answer.status).toBe(403);
    expect((await browser.get('/you')).status).toBe(200);
  });

  it('loses rights at once when roles change, and everything when the person is ended', async () => {
    const { browser, staffId } = await activate('Yuri');
    expect((await browser.get('/staff')).status).toBe(200);
    await db().transaction(async (tx) =>
      setStaffRoles(tx, { institutionId: institutionId(), staffId, roles: ['teller'] }),
    );
    expect((await browser.get('/staff')).status).toBe(403);
    expect((await browser.get('/you')).status).toBe(200);
    await db().transaction(async (tx) =>
      endStaffMember(tx, { institutionId: institutionId(), staffId, at: service.clock.now() }),
    );
    expect((await browser.get('/you')).headers.get('location')).toContain('/sign-in');
  });

  it('asks again who it is before it gives access, and remembers it for five minutes', async () => {
    const { browser, keys } = await activate('Zoe');
    expect((await browser.ask('/you/passkeys/options', {})).status).toBe(200);
    service.clock.advance({ minutes: 6 });
    const stale = await browser.ask('/you/passkeys/options', {});
    expect(await stale.json()).toMatchObject({ code: 'verify_first' });
    const token = await browser.post('/you/tokens', { name: 'laptop', days: '30' });
    expect(token.headers.get('location')).toBe('/verify?next=%2Fyou');
    const before = browser.cookie('__Host-console_session');
    const response = keys.sign(await challenge(browser, '/verify/passkey/options'));
    expect((await browser.ask('/verify/passkey', { response })).status).toBe(200);
    expect(browser.cookie('__Host-console_session')).not.toBe(before);
    const made = await browser.post('/you/tokens', { name: 'laptop', days: '30' });
    expect(await made.text()).toMatch(/tmm_staff_[\w-]{43}/);
    expect(await browser.text('/you')).not.toMatch(/tmm_staff_/);
  });

  it('lists sessions, ends another one, and keeps the last passkey', async () => {
    const { browser, keys, staffId } = await activate('Abe');
    const other = (await signIn(keys)).browser;
    const page = await browser.text('/you');
    const ends = [...page.matchAll(/\/you\/sessions\/([0-9a-f-]{36})\/end/g)];
    expect(ends).toHaveLength(1);
    await browser.post(`/you/sessions/${ends[0]?.[1]}/end`, {});
    expect((await other.get('/you')).status).toBe(303);
    const passkey = /\/you\/passkeys\/([0-9a-f-]{36})\/remove/.exec(page)?.[1] ?? '';
    await browser.post(`/you/passkeys/${passkey}/remove`, {});
    expect((await signIn(keys)).answer.status).toBe(200);
    // Nobody ends a session of somebody else.
    const stranger = await furnishStaff(place(), 'Bob', ['teller']);
    const theirs = await openStaffSession(db(), service.world, institutionId(), stranger.id, {
      provenBy: 'passkey',
      from: '192.0.2.9',
      device: 'x',
    });
    await browser.post(`/you/sessions/${theirs.sessionId}/end`, {});
    const rows = await db().query('select 1 from staff_sessions where id = $1', [theirs.sessionId]);
    expect(rows).toHaveLength(1);
    const acts = await db().query<{ what: string }>(
      'select what from acts where institution_id = $1 and subject = $2 order by at, id',
      [institutionId(), staffId],
    );
    expect(acts.map(({ what }) => what)).toEqual([
      'staff_activated',
      'staff_signed_in',
      'staff_signed_in',
      'staff_session_ended',
      'staff_signed_in',
    ]);
  });

  describe('by single sign-on', () => {
    const goThrough = async (browser: ConsoleBrowser, sub: string, path: string) => {
      provider.now = sub;
      const there = await browser.get(path);
      expect(there.status).toBe(303);
      const back = await provider.follow(there.headers.get('location') ?? '');
      return browser.get(back.slice(consoleUrl.length));
    };

    it('signs an invited person in by their verified address, and goes on to their page', async () => {
      const { email } = await furnishInvited(place(), 'Cora', ['auditor']);
      provider.accounts.set('cora', { email, email_verified: true });
      const browser = browserOf();
      const answer = await goThrough(browser, 'cora', '/sign-in/single-sign-on?next=%2Fstaff');
      expect(answer.headers.get('location')).toBe('/staff');
      expect(await browser.text('/you')).toContain(provider.issuer);
      service.clock.advance({ minutes: 6 });
      const verified = await goThrough(browser, 'cora', '/verify/single-sign-on?next=%2Fyou');
      expect(verified.headers.get('location')).toBe('/you');
      expect(await browser.text('/you')).toContain('Make a token');
      // Somebody else's account proves nothing here.
      provider.accounts.set('mallory', { email: 'm@vantage.example', email_verified: true });
      expect((await goThrough(browser, 'mallory', '/verify/single-sign-on')).status).toBe(401);
    });

    it('refuses who is not invited, and an answer in another browser', async () => {
      provider.accounts.set('nobody', { email: 'nobody@vantage.example', email_verified: true });
      const answer = await goThrough(browserOf(), 'nobody', '/sign-in/single-sign-on');
      expect(answer.status).toBe(403);
      expect(await answer.text()).toContain('nobody here has invited you');
      const first = browserOf();
      provider.now = 'nobody';
      const there = await first.get('/sign-in/single-sign-on');
      const back = await provider.follow(there.headers.get('location') ?? '');
      const stolen = await browserOf().get(back.slice(consoleUrl.length));
      expect(stolen.status).toBeGreaterThanOrEqual(400);
    });

    it('binds an account from an invitation, and to a person with a passkey', async () => {
      const { link, code } = await furnishInvited(place(), 'Dan', ['teller']);
      provider.accounts.set('dan', { email: 'dan@elsewhere.example', email_verified: false });
      const browser = browserOf();
      await browser.post(`/invitation/${link}`, { code });
      const answer = await goThrough(browser, 'dan', '/invitation/single-sign-on');
      expect(answer.headers.get('location')).toBe('/');
      expect(await browser.text('/you')).toContain('Dan');
      const { browser: hers } = await activate('Eve');
      const [eve] = await db().query<{ email: string }>(
        `select email from staff_members where institution_id = $1 and name = 'Eve'`,
        [institutionId()],
      );
      const email = eve?.email ?? '';
      // Her own account there, and verified: otherwise one person could act as two.
      provider.accounts.set('eve', { email: 'eve@elsewhere.example', email_verified: true });
      expect((await goThrough(hers, 'eve', '/you/single-sign-on')).status).toBe(403);
      provider.accounts.set('eve', { email, email_verified: false });
      expect((await goThrough(hers, 'eve', '/you/single-sign-on')).status).toBe(403);
      provider.accounts.set('eve', { email, email_verified: true });
      await goThrough(hers, 'eve', '/you/single-sign-on');
      const signedIn = browserOf();
      await goThrough(signedIn, 'eve', '/sign-in/single-sign-on');
      expect(await signedIn.text('/you')).toContain('Eve');
      // An account belongs to one person.
      expect((await goThrough(hers, 'dan', '/you/single-sign-on')).status).toBe(409);
    });

    it('binds an account only after a fresh proof, which binding is not', async () => {
      const { browser } = await activate('Fay');
      const [fay] = await db().query<{ email: string }>(
        `select email from staff_members where institution_id = $1 and name = 'Fay'`,
        [institutionId()],
      );
      provider.accounts.set('fay', { email: fay?.email ?? '', email_verified: true });
      provider.now = 'fay';
      const there = await browser.get('/you/single-sign-on');
      const back = (await provider.follow(there.headers.get('location') ?? '')).slice(
        consoleUrl.length,
      );
      service.clock.advance({ minutes: 6 });
      expect((await browser.get('/you/single-sign-on')).headers.get('location')).toBe(
        '/verify?next=%2Fyou%2Fsingle-sign-on',
      );
      expect((await browser.get(back)).headers.get('location')).toBeNull();
      const sessions = async () =>
        db().query<{ at: Temporal.Instant; bound: boolean }>(
          `select s.verified_at as at, m.oidc_subject is not null as bound from staff_sessions s
            join staff_members m on m.institution_id = $1 and m.id = s.staff_id
            where s.institution_id = $1 and m.name = 'Fay'`,
          [institutionId()],
        );
      const [before] = await sessions();
      expect(before?.bound).toBe(false);
      await db().query(
        `update staff_sessions set verified_at = $2 where institution_id = $1
          and staff_id = (select id from staff_members where institution_id = $1 and name = 'Fay')`,
        [institutionId(), service.clock.now().subtract({ minutes: 4 })],
      );
      const [proven] = await sessions();
      await goThrough(browser, 'fay', '/you/single-sign-on');
      expect(await sessions()).toEqual([{ at: proven?.at, bound: true }]);
    });

    it('counts a sign-in as old as it is at the provider', async () => {
      const { email } = await furnishInvited(place(), 'Gus', ['teller']);
      provider.accounts.set('gus', { email, email_verified: true });
      const now = Temporal.Now.instant();
      const behind = now.since(service.clock.now());
      if (behind.sign > 0) service.clock.advance({ seconds: Math.ceil(behind.total('seconds')) });
      provider.signedInAt = Math.floor(now.epochMilliseconds / 1_000) - 3_600;
      const browser = browserOf();
      await goThrough(browser, 'gus', '/sign-in/single-sign-on');
      provider.signedInAt = undefined;
      const you = await browser.text('/you');
      expect(you).toContain('Gus');
      expect(you).not.toContain('Make a token');
    });
  });
});
