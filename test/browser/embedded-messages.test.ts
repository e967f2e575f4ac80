import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Database } from '../../src/database/database.ts';
import { createWorld } from '../../src/kernel/world.ts';
import { listen, type Listening } from '../../src/service/listen.ts';
import { createSiteSignOn } from '../../src/service/single-sign-on.ts';
import { openTestDatabase } from '../support/engines.ts';
import { buildFixture, type Fixture } from '../support/fixture.ts';
import {
  openIdentityProvider,
  type IdentityProvider,
} from '../support/identity/identity-provider.ts';
import { siteOver } from '../support/site-routes.ts';
import { launchBrowser } from './launch.ts';

/** A real browser at another bank's page, which frames the Messages section: that bank is on another site (127.0.0.1) than ours (localhost). */
let db: Database;
let fixture: Fixture;
let away: IdentityProvider;
let ours: Listening;
let url: string;
let bank: { readonly origin: string; close(): Promise<void> };
let browser: Browser;
const world = createWorld();

beforeAll(async () => {
  db = await openTestDatabase();
  let site: ReturnType<typeof siteOver> | undefined;
  ours = await listen(
    (request, env) => site?.fetch(request, env) ?? new Response('', { status: 503 }),
    {
      host: '127.0.0.1',
      port: 0,
    },
  );
  url = ours.url.replace('127.0.0.1', 'localhost');
  bank = await openBank(url);
  away = await openIdentityProvider(`${url}/sign-in/single-sign-on/back`);
  const { issuer, clientId, clientSecret } = away;
  const signOn = { name: 'Vantage Online', issuer, clientId, embedIn: [bank.origin] };
  fixture = await buildFixture(db, world, { people: 1, settings: { signOn } });
  const { institution, keyring } = fixture;
  site = siteOver(
    { db, world, keyring, institutionId: institution.id },
    {
      publicUrl: url,
      signOn: createSiteSignOn(world, new Map([[institution.slug, clientSecret]])),
    },
  );
  away.now = 'sub-1';
  away.accounts.set('sub-1', { member_number: '900001' });
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
  await ours[Symbol.asyncDispose]();
  await bank.close();
  await away[Symbol.asyncDispose]();
  await db[Symbol.asyncDispose]();
});

/** A bank's page with a frame that takes the height from our message. */
async function openBank(site: string) {
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://bank').searchParams.get('frame') ?? '';
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end(`<!doctype html><title>Bank</title>
      <iframe id="ours" title="Messages" src="${site}${path}" width="800" height="100" style="border: 0"></iframe>
      <script>addEventListener('message', ({ origin, data }) => {
        if (origin !== '${site}' || data.type !== 'tmm:height') return;
        document.getElementById('ours').style.height = data.height + 'px';
        document.body.dataset.height = data.height;
      });</script>`);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- it listens on a port
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** A browser that is signed in at the bank. Its cookie there goes along in a frame, as a bank that lets itself be framed sets it. */
async function atTheBank(): Promise<{ readonly context: BrowserContext; readonly page: Page }> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(`${url}/sign-in`);
  await page.getByRole('link', { name: 'Continue from Vantage Online' }).click();
  await page.waitForURL(`${url}/accounts`);
  const there = await context.cookies(away.issuer);
  await context.clearCookies();
  await context.addCookies(
    there
      .filter(({ domain }) => domain === '127.0.0.1')
      .map((cookie) => ({ ...cookie, sameSite: 'None' as const, secure: true })),
  );
  return { context, page };
}

it('shows the Messages section in the bank’s page, as high as it is, and nothing that moves money', async () => {
  const { context, page } = await atTheBank();
  await page.goto(`${bank.origin}/?frame=/embed/messages`);
  const frame = page.frameLocator('#ours');
  await frame.getByRole('heading', { level: 1 }).waitFor();
  expect(await frame.locator('body').getAttribute('class')).toBe('embedded signed-in');
  expect(await frame.locator('.masthead').count()).toBe(0);
  await page.waitForFunction('Number(document.body.dataset.height) > 300');
  expect((await page.locator('#ours').boundingBox())?.height).toBe(
    Number(await page.locator('body').getAttribute('data-height')),
  );
  // A form in the frame comes from our own page.
  await frame.locator('a[href="/messages/time-zone"]').first().click();
  await frame.locator('form[action="/messages/time-zone"] button').first().click();
  await frame.locator('.notice').first().waitFor();
  await page.evaluate(`document.getElementById('ours').src = '${url}/transfer'`);
  await frame.getByRole('link', { name: /^Open in / }).waitFor();
  expect(await frame.locator('form').count()).toBe(0);
  // The tab of its own is not signed in by the frame.
  const tab = await context.newPage();
  await tab.goto(`${url}/accounts`);
  expect(new URL(tab.url()).pathname).toBe('/sign-in');
  await context.close();
});

it('shows nothing in the page of a site that the setting doesn’t name', async () => {
  const context = await browser.newContext();
  const page = await context.newPage();
  const stranger = await openBank(url);
  await page.goto(`${stranger.origin}/?frame=/embed/messages`);
  await page.waitForTimeout(500);
  const frame = page.frames().find((one) => one !== page.mainFrame());
  expect(frame?.url()).toMatch(/^chrome-error:/);
  await context.close();
  await stranger.close();
});
