import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Database } from '../../src/database/database.ts';
import { createWorld } from '../../src/kernel/world.ts';
import { listen, type Listening } from '../../src/service/listen.ts';
import { openTestDatabase } from '../support/engines.ts';
import { buildFixture, type Fixture } from '../support/fixture.ts';
import { consoleApp } from '../support/identity/console-browser.ts';
import { furnishInvited } from '../support/identity/furnish-staff.ts';
import {
  openIdentityProvider,
  type IdentityProvider,
} from '../support/identity/identity-provider.ts';
import { sampled } from '../support/sampled.ts';
import { faultsOf } from './faults-of.ts';
import { launchBrowser } from './launch.ts';

/** The console's sign-in in a real browser: a virtual authenticator, and a real OpenID provider. */
let db: Database;
let fixture: Fixture;
let provider: IdentityProvider;
let desk: Listening;
let url: string;
let browser: Browser;
const world = createWorld();

beforeAll(async () => {
  db = await openTestDatabase();
  fixture = await buildFixture(db, world, { people: 1 });
  let app: ReturnType<typeof consoleApp> | undefined;
  desk = await listen(
    (request, env) => app?.fetch(request, env) ?? new Response('', { status: 503 }),
    {
      host: '127.0.0.1',
      port: 0,
    },
  );
  url = desk.url.replace('127.0.0.1', 'localhost');
  provider = await openIdentityProvider(`${url}/sign-in/single-sign-on/back`);
  const { issuer, clientId, clientSecret } = provider;
  app = consoleApp({
    ...place(),
    consoleUrl: url,
    provider: { issuer, clientId, clientSecret, rolesClaim: 'roles', roles: {} },
  });
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
  await desk[Symbol.asyncDispose]();
  await provider[Symbol.asyncDispose]();
  await db[Symbol.asyncDispose]();
});

const place = () => ({
  db,
  world,
  keyring: fixture.keyring,
  institutionId: fixture.institution.id,
});

async function open() {
  const context = await browser.newContext({ locale: 'en-US' });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  const devtools = await context.newCDPSession(page);
  await devtools.send('WebAuthn.enable');
  await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  return { context, page, complaints };
}

/** The looks in which each page is checked. The first two have each theme and each width. */
const looks = (
  [
    { colorScheme: 'light', width: 1280 },
    { colorScheme: 'dark', width: 390 },
    { colorScheme: 'dark', width: 1280 },
    { colorScheme: 'light', width: 390 },
  ] as const
).slice(0, sampled({ all: 4, sample: 2 }));

/** Checks this page in each look. */
async function isWellMade(page: Page): Promise<void> {
  for (const { colorScheme, width } of looks) {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: 900 });
    expect(await faultsOf(page), `${page.url()} ${colorScheme} ${width}`).toEqual([]);
    const isTooWide = await page.evaluate(
      'document.documentElement.scrollWidth > document.documentElement.clientWidth',
    );
    expect(isTooWide, `${page.url()} ${width}`).toBe(false);
  }
  await page.setViewportSize({ width: 1280, height: 900 });
}

it('goes from an invitation to a passkey and back in, and looks after its own access', async () => {
  const { link, code, staffId } = await furnishInvited(place(), 'Dora', ['admin']);
  const { context, page, complaints } = await open();
  await page.goto(`${url}/invitation/${link}`);
  await isWellMade(page);
  await page.getByLabel('Your code').fill(code.toLowerCase());
  await page.getByRole('button', { name: 'Go on' }).click();
  await page.waitForURL(`${url}/invitation`);
  await isWellMade(page);
  await page.getByLabel('What should we call it?').fill('Office laptop');
  await page.getByRole('button', { name: 'Create a passkey' }).click();
  await page.waitForURL(`${url}/`);
  await page.goto(`${url}/you`);
  expect(await page.locator('#passkeys').textContent()).toContain('Office laptop');
  await isWellMade(page);
  await page.getByText('Make a token').first().click();
  await page.getByLabel('Where do you use it?').fill('laptop');
  await page.getByRole('button', { name: 'Make a token' }).click();
  expect(await page.getByLabel('TMM_STAFF_TOKEN').inputValue()).toMatch(/^tmm_staff_/);
  await isWellMade(page);
  await page.goto(`${url}/staff`);
  await isWellMade(page);
  await page.goto(`${url}/staff/${staffId}`);
  await isWellMade(page);
  await page.getByRole('button', { name: 'Sign out', exact: true }).click();
  await page.waitForURL(`${url}/sign-in`);
  await isWellMade(page);
  await page.goto(`${url}/staff`);
  await page.waitForURL('**/sign-in?next=%2Fstaff');
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
  await page.waitForURL(`${url}/staff`);
  await page.goto(`${url}/verify?next=/you`);
  await isWellMade(page);
  await page.getByRole('button', { name: 'Confirm with a passkey' }).click();
  await page.waitForURL(`${url}/you`);
  // The root has no page of its own here, and says so.
  expect(complaints.filter((text) => !text.includes('404'))).toEqual([]);
  await context.close();
});

it('signs in by the institution’s single sign-on', async () => {
  const { email } = await furnishInvited(place(), 'Eli', ['auditor']);
  provider.accounts.set('eli', { email, email_verified: true });
  provider.now = 'eli';
  const { context, page, complaints } = await open();
  await page.goto(`${url}/staff`);
  await page.getByRole('link', { name: 'Use single sign-on' }).click();
  await page.waitForURL(`${url}/staff`);
  expect(await page.locator('.person').textContent()).toContain('Eli');
  await page.goto(`${url}/you`);
  expect(await page.locator('main').textContent()).toContain(provider.issuer);
  expect(complaints).toEqual([]);
  await context.close();
});
