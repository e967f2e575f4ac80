import { Hono } from 'hono';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { inviteMember } from '../../src/access/invitations.ts';
import { findSession } from '../../src/access/sessions.ts';
import { totpAt } from '../../src/access/totp.ts';
import type { Database } from '../../src/database/database.ts';
import { listen, type Listening } from '../../src/service/listen.ts';
import { present } from '../../src/kernel/assert.ts';
import { silentLogger } from '../../src/kernel/logger.ts';
import { silentMetrics } from '../../src/kernel/metrics.ts';
import { silentSecurityLog } from '../../src/kernel/security-log.ts';
import { createWorld } from '../../src/kernel/world.ts';
import { loadInstitution } from '../../src/members/institution.ts';
import { ledgerCore } from '../../src/core/local/ledger-core.ts';
import { memberPrincipal } from '../../src/operations/principal.ts';
import type { RequestContext } from '../../src/operations/request-context.ts';
import type { Operation } from '../../src/operations/operation.ts';
import { accessOperations } from '../../src/operations/access/index.ts';
import { perform } from '../../src/operations/perform.ts';
import type { PortalEnv } from '../../src/web/frame/visit.ts';
import { createStaticFiles, themeOf } from '../../src/web/frame/static-files.ts';
import { createSignInPages } from '../../src/web/site/sign-in/sign-in-pages.ts';
import { cookiesOf } from '../../src/web/session-cookie.ts';
import { openTestDatabase } from '../support/engines.ts';
import { buildFixture, type Fixture } from '../support/fixture.ts';
import { launchBrowser } from './launch.ts';

let db: Database;
let fixture: Fixture;
let site: Listening;
let publicUrl: string;
let browser: Browser;
const world = createWorld();

beforeAll(async () => {
  db = await openTestDatabase();
  fixture = await buildFixture(db, world, { people: 3 });
  const app = createSite();
  site = await listen((request) => app.fetch(request), { host: '127.0.0.1', port: 0 });
  publicUrl = site.url.replace('127.0.0.1', 'localhost');
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
  await site[Symbol.asyncDispose]();
  await db[Symbol.asyncDispose]();
});

/** Serves the pages and the script of the sign-in. */
function createSite(): Hono<PortalEnv> {
  const app = new Hono<PortalEnv>();
  app.use(async (context, next) => {
    context.header(
      'content-security-policy',
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'",
    );
    const cookies = cookiesOf(context, { publicUrl, world });
    const institution = present(await loadInstitution(db, fixture.institution.id), 'it exists');
    const found = await findSession(
      db,
      { world, keyring: fixture.keyring },
      { institutionId: institution.id, token: cookies.read('session') ?? '' },
    );
    const request: RequestContext = {
      db,
      core: ledgerCore,
      keyring: fixture.keyring,
      world,
      logger: silentLogger,
      metrics: silentMetrics,
      security: silentSecurityLog,
      ports: { channels: ['x'] },
      publicUrl,
      queued: () => {},
      institution,
      language: 'en',
      from: '127.0.0.1',
      device: context.req.header('user-agent') ?? '',
      cookies,
      ...found,
      ...(found ? { principal: memberPrincipal(found.session, found.member) } : {}),
    };
    context.set('request', request);
    await next();
  });
  for (const operation of accessOperations as readonly Operation[]) {
    app.on(operation.method, `/api/v1${operation.path.replace('{id}', ':id')}`, async (context) => {
      const body: unknown = operation.method === 'GET' ? {} : await context.req.json();
      const { done, refused } = await perform(context.get('request'), operation, body);
      return refused
        ? context.json({ code: refused.code, detail: refused.text }, 422)
        : context.body(JSON.stringify(done), 200, { 'content-type': 'application/json' });
    });
  }
  app.get('/accounts', (context) =>
    context.html(`<h1>${'member' in context.get('request') ? 'Accounts' : 'Nobody'}</h1>`),
  );
  app.route('/', createStaticFiles());
  app.get('/static/theme.css', (context) =>
    context.body(themeOf(context.get('request')), 200, { 'content-type': 'text/css' }),
  );
  app.get('/favicon.ico', (context) => context.body(null, 204));
  app.route('/', createSignInPages());
  return app;
}

/** A separate browser with a device that holds passkeys. Keeps its console errors. */
async function open(how: { script?: boolean; verified?: boolean } = {}) {
  const context = await browser.newContext({ javaScriptEnabled: how.script ?? true });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  const devtools = await context.newCDPSession(page);
  await devtools.send('WebAuthn.enable');
  const { authenticatorId } = await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: how.verified ?? true,
      automaticPresenceSimulation: true,
    },
  });
  const setVerified = async (isUserVerified: boolean) =>
    devtools.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified });
  return { context, page, complaints, setVerified };
}

async function begin(page: Page, person: number): Promise<void> {
  const { code } = await inviteMember(
    db,
    { world, keyring: fixture.keyring },
    {
      institutionId: fixture.institution.id,
      memberId: present(fixture.members[person], 'the person lives in the fixture').id,
    },
  );
  await page.goto(`${publicUrl}/activate`);
  await page.getByLabel('Member number').fill(String(900_001 + person));
  await page.getByLabel('Activation code').fill(code.toLowerCase());
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.waitForURL('**/activate/passkey');
}

async function sessionCookie(context: BrowserContext) {
  return (await context.cookies()).find(({ name }) => name === 'mv_session');
}

it('activates with a passkey, signs out, signs in with it, and verifies again', async () => {
  const { context, page, complaints, setVerified } = await open();
  await begin(page, 0);
  await page.getByLabel('What should we call it?').fill('Test device');
  await page.getByRole('button', { name: 'Create a passkey' }).click();
  await page.waitForURL('**/accounts');
  await expect(page.locator('h1').textContent()).resolves.toBe('Accounts');
  const cookie = present(await sessionCookie(context), 'the session is kept');
  expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Lax', path: '/' });

  await page.goto(`${publicUrl}/security`);
  expect(await page.locator('table').first().textContent()).toContain('Test device');
  await page.getByRole('row', { name: 'This browser' }).getByRole('button').click();
  await page.waitForURL('**/sign-in?done=signed_out');
  expect(await sessionCookie(context)).toBeUndefined();

  await page.goto(`${publicUrl}/sign-in?next=/security`);
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
  await page.waitForURL(`${publicUrl}/security`);
  const before = (await sessionCookie(context))?.value;
  await page.goto(`${publicUrl}/verify?next=/security`);
  await page.getByRole('button', { name: 'Confirm with a passkey' }).click();
  await page.waitForURL(`${publicUrl}/security`);
  expect((await sessionCookie(context))?.value).not.toBe(before);

  // The device already has a passkey: the browser refuses, and the page says so.
  await page.getByRole('button', { name: 'Add a passkey' }).click();
  await page.getByRole('alert').filter({ hasText: 'already' }).waitFor();
  expect(complaints).toEqual([]);

  // The device does not know this finger, so it can't sign in.
  await setVerified(false);
  await page.goto(`${publicUrl}/verify?next=/security`);
  await page.getByRole('button', { name: 'Confirm with a passkey' }).click();
  await page.getByRole('alert').filter({ hasText: 'try again' }).waitFor();
  await context.close();
});

it('without script offers the password, and all of that works', async () => {
  const { context, page } = await open({ script: false });
  await page.goto(`${publicUrl}/sign-in`);
  expect(await page.getByRole('button', { name: 'Sign in with a passkey' }).isVisible()).toBe(
    false,
  );
  expect(await page.getByText('Passkeys need JavaScript').isVisible()).toBe(true);
  await begin(page, 1);
  await page.getByRole('link', { name: 'Use a password instead' }).click();
  const key = present(await page.locator('code').textContent(), 'the key is shown');
  const secret = key.replaceAll(' ', '');
  await page.getByLabel('New password').fill('a lamp beside the harbour');
  await page.getByLabel('Code from the app').fill(totpAt(secret, world.clock.now()));
  await page.getByRole('button', { name: 'Activate' }).click();
  expect(await page.getByRole('listitem').count()).toBe(10);
  const recoveryCode = present(await page.getByRole('listitem').first().textContent(), 'a code');
  await page.getByRole('link', { name: 'I saved them' }).click();
  expect(await page.locator('h1').textContent()).toBe('Accounts');

  await context.clearCookies();
  await page.goto(`${publicUrl}/sign-in/password?next=/security`);
  await page.getByLabel('Member number').fill('900002');
  await page.getByLabel('Password').fill('a lamp beside the harbour');
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByLabel('Code').fill(recoveryCode.trim());
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL(`${publicUrl}/security`);
  expect(await page.locator('main').textContent()).toContain('Recovery codes left: 9');
  await context.close();
});

it('a device that can’t verify the person makes no passkey', async () => {
  const { context, page } = await open({ verified: false });
  await begin(page, 2);
  await page.getByRole('button', { name: 'Create a passkey' }).click();
  await page.getByRole('alert').filter({ hasText: 'try again' }).waitFor();
  expect(await sessionCookie(context)).toBeUndefined();
  await context.close();
});
