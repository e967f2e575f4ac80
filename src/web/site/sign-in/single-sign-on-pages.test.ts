import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contentOfPage } from '../../../../test/support/content-of-page.ts';
import { openTestDatabase } from '../../../../test/support/engines.ts';
import {
  openIdentityProvider,
  type IdentityProvider,
} from '../../../../test/support/identity/identity-provider.ts';
import { startService, type Service } from '../../../../test/support/service.ts';
import { createSiteBrowser, type SiteBrowser } from '../../../../test/support/site-browser.ts';
import { siteOver } from '../../../../test/support/site-routes.ts';
import { createVisitor } from '../../../../test/support/visitor.ts';
import { recording } from '../../../audit/changes/recording.ts';
import { activateAccess, closeAccess } from '../../../access/accesses.ts';
import { recordSecurityEvent } from '../../../access/events.ts';
import type { Database } from '../../../database/database.ts';
import { present } from '../../../kernel/assert.ts';
import { enterFromBank } from '../../../operations/access/enter-from-bank.ts';
import { createSiteSignOn } from '../../../service/single-sign-on.ts';
import type { createPortal } from '../site.ts';

const publicUrl = 'https://bank.example';
const bank = 'https://online.example';
const back = `${publicUrl}/sign-in/single-sign-on/back`;

let db: Database;
let away: IdentityProvider;
let service: Service;
let site: ReturnType<typeof createPortal>;

beforeAll(async () => {
  db = await openTestDatabase();
  away = await openIdentityProvider(back);
  service = await startService(db, { people: 6, settings: { signOn: signOn() } });
  const { fixture, world } = service;
  site = siteOver(
    {
      db: recording(db, { world, keyringOf: () => fixture.keyring }),
      world,
      keyring: fixture.keyring,
      institutionId: fixture.institution.id,
    },
    {
      publicUrl,
      signOn: createSiteSignOn(world, new Map([[fixture.institution.slug, away.clientSecret]])),
    },
  );
});
afterAll(async () => {
  await away[Symbol.asyncDispose]();
  await db[Symbol.asyncDispose]();
});

const signOn = (more: object = {}) => ({
  name: 'Vantage Online',
  issuer: away.issuer,
  clientId: away.clientId,
  embedIn: [bank],
  ...more,
});
const setSignOn = async (given: object | null) =>
  db.query(
    `update institutions set settings = jsonb_strip_nulls(settings || jsonb_build_object('signOn', $2::jsonb)) where id = $1`,
    [service.fixture.institution.id, given],
  );
const number = (person: number) => String(900_001 + person);
const keyOf = (person: number) => ({
  institutionId: service.fixture.institution.id,
  memberId: present(service.fixture.members[person], 'the person lives in the fixture').id,
});
const at = (sub: string, memberNumber: unknown) => {
  away.accounts.set(sub, { member_number: memberNumber });
  away.now = sub;
};
const browser = (more: { framed?: boolean } = {}) => createSiteBrowser(site, publicUrl, more);
const locationOf = (response: Response) => present(response.headers.get('location'), 'it leads on');
/** Goes from the site to the other bank and back, and gives the last answer. */
const comeBack = async (
  visitor: SiteBrowser,
  start = '/sign-in/single-sign-on',
  jar?: Map<string, string>,
) => {
  const there = locationOf(await visitor.get(start));
  const returned = new URL(await away.follow(there, jar));
  return visitor.get(`${returned.pathname}${returned.search}`);
};
const eventsOf = async (person: number) =>
  db.query<{ kind: string; detail: Record<string, string> }>(
    'select kind, detail from security_events where institution_id = $1 and member_id = $2 order by at, id',
    Object.values(keyOf(person)),
  );

describe('members from another online bank', () => {
  it('are offered it by name on the sign-in page', async () => {
    const page = await (await browser().get('/sign-in?next=/messages')).text();
    expect(page).toContain('href="/sign-in/single-sign-on?next=%2Fmessages"');
    expect(page).toMatch(/>\s*Continue from Vantage Online/);
  });

  it('leave with PKCE, a state and a nonce, and come in where they wanted to go', async () => {
    at('sub-0', number(0));
    const visitor = browser();
    const there = new URL(
      locationOf(await visitor.get('/sign-in/single-sign-on?next=/messages/log')),
    );
    expect(there.origin).toBe(away.issuer);
    expect(Object.fromEntries(there.searchParams)).toMatchObject({
      response_type: 'code',
      redirect_uri: back,
      code_challenge_method: 'S256',
      state: expect.stringMatching(/^[\w-]{43}$/),
      nonce: expect.stringMatching(/^[\w-]{43}$/),
    });
    const returned = new URL(await away.follow(there.href));
    const done = await visitor.get(`${returned.pathname}${returned.search}`);
    expect([done.status, locationOf(done)]).toEqual([303, '/messages/log']);
    expect((await visitor.get('/messages/log')).status).toBe(200);
    expect(visitor.set.find((line) => line.startsWith('__Host-mv_session='))).toMatch(
      /HttpOnly; Secure; SameSite=Lax$/,
    );
    expect(await eventsOf(0)).toEqual([
      {
        kind: 'signed_in',
        detail: { way: 'oidc', issuer: away.issuer, subject: 'sub-0' },
      },
    ]);
  });

  it('prove nothing by it: what needs a proof asks for one here', async () => {
    at('sub-1', number(1));
    const visitor = browser();
    await comeBack(visitor);
    const session = await (await visitor.get('/api/v1/session')).json();
    expect(session).toMatchObject({ member: { number: number(1) }, session: { verifiedAt: null } });
    const ask = async (path: string, body: object) =>
      site.request(`${publicUrl}/api/v1/${path}`, {
        method: 'POST',
        headers: {
          'sec-fetch-site': 'same-origin',
          'content-type': 'application/json',
          cookie: [...visitor.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
        },
        body: JSON.stringify(body),
      });
    const added = await ask('passkeys/options', {});
    expect(await added.json()).toMatchObject({ code: 'verify_first' });
    const written = await ask('app/messages', {
      id: '0190a1b2-0000-7000-8000-000000000001',
      text: 'transfer 5 from 1 to 7',
      addressId: '0190a1b2-0000-7000-8000-000000000002',
    });
    expect(await written.json()).toMatchObject({ code: 'verify_first' });
    expect(await (await visitor.get('/verify')).text()).toContain(
      'You have no passkey and no password here yet',
    );
  });

  it('sign out here', async () => {
    at('sub-1', number(1));
    const visitor = browser();
    await comeBack(visitor);
    await visitor.post('/sign-out', {});
    expect(locationOf(await visitor.get('/accounts'))).toMatch(/^\/sign-in/);
  });

  it('are refused alike if they are unknown or staff closed their access', async () => {
    const { world, fixture } = service;
    const context = { world, keyring: fixture.keyring };
    const pages: string[] = [];
    await db.transaction(async (tx) => {
      await closeAccess(tx, context, keyOf(2));
      await recordSecurityEvent(tx, context, { ...keyOf(2), kind: 'access_closed' });
    });
    for (const given of ['777777777', number(2), [number(0)], undefined, '', { a: 1 }]) {
      at('sub-2', given);
      const visitor = browser();
      const done = await comeBack(visitor);
      expect(done.status).toBe(403);
      expect(visitor.cookies.has('__Host-mv_session')).toBe(false);
      pages.push(contentOfPage(await done.text()));
    }
    expect(new Set(pages).size).toBe(1);
    expect(pages[0]).toContain('we have no online access for that account');
    expect(await eventsOf(2)).toEqual([
      { kind: 'access_closed', detail: {} },
      { kind: 'sign_in_refused', detail: { step: 'oidc' } },
    ]);
    await db.transaction(async (tx) => {
      await activateAccess(tx, context, keyOf(2));
      await recordSecurityEvent(tx, context, { ...keyOf(2), kind: 'access_activated' });
    });
    service.clock.advance({ seconds: 1 });
    at('sub-2', number(2));
    expect((await comeBack(browser())).status).toBe(303);
  });

  it('are refused while they are locked', async () => {
    await db.query('update members set locked_at = $3 where institution_id = $1 and id = $2', [
      ...Object.values(keyOf(3)),
      service.world.clock.now(),
    ]);
    at('sub-3', Number(number(3)));
    const done = await comeBack(browser());
    expect(done.status).toBe(403);
    expect(await done.text()).toContain('Your service is locked');
  });

  it('are refused without the strength that the settings ask for', async () => {
    await setSignOn(signOn({ acr: ['two-factors'] }));
    at('sub-4', number(4));
    const visitor = browser();
    expect(
      new URL(locationOf(await visitor.get('/sign-in/single-sign-on'))).searchParams.get(
        'acr_values',
      ),
    ).toBe('two-factors');
    const weak = await comeBack(visitor);
    expect([weak.status, await weak.text()]).toEqual([
      403,
      expect.stringContaining('not as safely as we need'),
    ]);
    away.acr = 'two-factors';
    expect((await comeBack(browser())).status).toBe(303);
    away.acr = undefined;
    expect((await eventsOf(4)).at(-1)?.detail).toMatchObject({ acr: 'two-factors' });
    // The provider of these tests never says how somebody signed in there.
    const { fixture, world } = service;
    const visitor4 = createVisitor({ db, fixture, world });
    const claims = { iss: away.issuer, sub: 'sub-4', member_number: number(4) };
    const said = { acr: 'two-factors', amr: ['pwd', 'otp'] };
    expect(await enterFromBank(await visitor4.request(), { ...claims, ...said })).toBeUndefined();
    expect((await eventsOf(4)).at(-1)?.detail).toMatchObject({ amr: 'pwd otp' });
    await setSignOn(signOn());
  });

  it('come in by no answer that another browser began', async () => {
    at('sub-0', number(0));
    const attacker = browser();
    const victim = browser();
    const there = locationOf(await attacker.get('/sign-in/single-sign-on'));
    const returned = new URL(await away.follow(there));
    const path = `${returned.pathname}${returned.search}`;
    expect((await victim.get(path)).status).toBe(410);
    await victim.get('/sign-in/single-sign-on');
    const forced = await victim.get(path);
    expect([forced.status, victim.cookies.has('__Host-mv_session')]).toEqual([403, false]);
    expect(await forced.text()).toContain('We couldn’t check the answer');
    // Each answer counts once.
    expect((await attacker.get(path)).status).toBe(303);
    expect((await attacker.get(path)).status).toBe(410);
  });

  it('may be sent by the other bank itself', async () => {
    at('sub-0', number(0));
    const visitor = browser();
    const query = new URLSearchParams({
      iss: away.issuer,
      login_hint: 'sub-0',
      target_link_uri: `${publicUrl}/messages/alerts`,
    });
    const start = () => `/sign-in/single-sign-on?${query.toString()}`;
    const there = locationOf(await visitor.get(start()));
    expect(new URL(there).searchParams.get('login_hint')).toBe('sub-0');
    expect(locationOf(await comeBack(visitor, start()))).toBe('/messages/alerts');
    const posted = await browser().post('/sign-in/single-sign-on', Object.fromEntries(query), {
      'sec-fetch-site': 'cross-site',
      origin: bank,
    });
    expect(posted.status).toBe(303);
    query.set('target_link_uri', 'https://evil.example/accounts');
    expect(locationOf(await comeBack(browser(), start()))).toBe('/accounts');
    query.set('iss', 'https://evil.example');
    expect((await browser().get(start())).status).toBe(403);
  });

  it('hear in words that the other bank is away, says no, or is not set', async () => {
    await setSignOn(signOn({ issuer: 'http://127.0.0.1:9' }));
    const gone = await browser().get('/sign-in/single-sign-on');
    expect([gone.status, await gone.text()]).toEqual([
      503,
      expect.stringContaining('can’t reach Vantage Online right now'),
    ]);
    await setSignOn(signOn());
    const visitor = browser();
    const there = new URL(locationOf(await visitor.get('/sign-in/single-sign-on')));
    const state = there.searchParams.get('state') ?? '';
    const iss = encodeURIComponent(away.issuer);
    const denied = await visitor.get(
      `/sign-in/single-sign-on/back?error=access_denied&state=${state}&iss=${iss}`,
    );
    expect([denied.status, await denied.text()]).toEqual([
      403,
      expect.stringContaining('didn’t sign you in'),
    ]);
    await setSignOn(null);
    expect(locationOf(await browser().get('/sign-in/single-sign-on'))).toBe('/sign-in');
    expect(await (await browser().get('/sign-in')).text()).not.toContain('Continue from');
    await setSignOn(signOn());
  });
});

describe('the Messages section in another site’s frame', () => {
  const policyOf = (response: Response) =>
    /frame-ancestors ([^;]+)/.exec(response.headers.get('content-security-policy') ?? '')?.[1];

  it('signs members in without a page of the other bank, with cookies of that frame alone', async () => {
    at('sub-5', number(5));
    const jar = new Map<string, string>();
    await comeBack(browser(), '/sign-in/single-sign-on', jar);
    const frame = browser({ framed: true });
    const first = await frame.get('/embed/messages');
    expect(locationOf(first)).toBe('/sign-in/single-sign-on?next=/messages');
    const there = locationOf(await frame.get(locationOf(first)));
    expect(new URL(there).searchParams.get('prompt')).toBe('none');
    const returned = new URL(await away.follow(there, jar));
    const done = await frame.get(`${returned.pathname}${returned.search}`);
    expect([done.status, locationOf(done)]).toEqual([303, '/messages']);
    expect(frame.set.filter((line) => line.startsWith('__Host-mv_framed_session='))).toEqual([
      expect.stringMatching(/Path=\/; HttpOnly; Secure; SameSite=None; Partitioned$/),
    ]);
    const page = await frame.get('/messages');
    const text = await page.text();
    expect(page.status).toBe(200);
    expect(policyOf(page)).toBe(bank);
    expect(page.headers.get('x-frame-options')).toBeNull();
    expect(text).toContain(`data-parents="${bank}"`);
    expect(text).toContain('/static/embedded.js');
    expect(text).not.toContain('class="masthead"');
    expect(text).not.toContain('href="/transfer"');
  });

  it('asks to sign in there if the other bank has no session', async () => {
    const answer = await comeBack(
      browser({ framed: true }),
      '/sign-in/single-sign-on?next=/messages',
    );
    expect(answer.status).toBe(401);
    expect(policyOf(answer)).toBe(bank);
    expect(await answer.text()).toContain('You are not signed in to Vantage Online');
  });

  it('shows no other page, and carries out nothing that is posted to one', async () => {
    at('sub-5', number(5));
    const jar = new Map<string, string>();
    await comeBack(browser(), '/sign-in/single-sign-on', jar);
    const frame = browser({ framed: true });
    await comeBack(frame, '/sign-in/single-sign-on?next=/messages', jar);
    for (const path of [
      '/accounts',
      '/transfer',
      '/security',
      '/verify?next=/messages',
      '/sign-in',
      '/messages/approvals',
      '/messages/devices',
    ]) {
      const page = await (await frame.get(path)).text();
      expect(page).toContain('Opens in');
      expect(page).toContain(`href="${path}" target="_blank" rel="noopener"`);
    }
    for (const path of ['/transfer', '/sign-out', '/messages/approvals/x'])
      expect(await (await frame.post(path, {})).text()).toContain('Opens in');
    expect((await frame.get('/messages')).status).toBe(200);
    // In a tab of its own the frame's session counts nothing.
    const tab = await site.request(`${publicUrl}/accounts`, {
      headers: {
        'sec-fetch-dest': 'document',
        cookie: [...frame.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
      },
    });
    expect(tab.headers.get('location')).toMatch(/^\/sign-in/);
  });

  it('takes no form of another site', async () => {
    const frame = browser({ framed: true });
    const refused = await frame.post('/messages/lock', {}, { 'sec-fetch-site': 'cross-site' });
    expect(refused.status).toBe(403);
  });

  it.each([
    '/messages',
    '/embed/messages',
    '/accounts',
    '/transfer',
    '/sign-in',
    '/messages/approvals',
  ])('lets nobody frame %s in a tab of its own', async (path) => {
    const answer = await browser().get(path);
    expect(policyOf(answer)).toBe("'none'");
    expect(answer.headers.get('x-frame-options')).toBe('DENY');
  });

  it('is not framed without the setting', async () => {
    await setSignOn(signOn({ embedIn: [] }));
    const answer = await browser({ framed: true }).get('/messages');
    expect([answer.status, policyOf(answer)]).toEqual([303, "'none'"]);
    await setSignOn(signOn());
  });
});
