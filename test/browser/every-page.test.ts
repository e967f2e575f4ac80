import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { BrowserContext, Page, Response } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { present } from '../../src/kernel/assert.ts';
import { sampled } from '../support/sampled.ts';
import { routesOf, siteOver } from '../support/site-routes.ts';
import { openSite, person, type Site } from './site.ts';

/**
 * Opens every page of the router in both themes, on a desktop and on a phone: axe, the policy, the
 * weight of scripts.
 */
let site: Site;
let paths: string[];
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

beforeAll(async () => {
  site = await openSite();
  const { db, world, keyring, institution } = site;
  const portal = siteOver({ db, world, keyring, institutionId: institution.id });
  paths = routesOf(portal)
    // app.test.ts opens the app.
    .filter(
      ({ method, path }) =>
        method === 'GET' && !path.startsWith('/static/') && !/^\/app(?:\/|$)/.test(path),
    )
    .map(({ path }) => path)
    .filter((path) => !path.startsWith('/api/v1/') && !files.some((end) => path.endsWith(end)));
}, 120_000);
afterAll(async () => site[Symbol.asyncDispose]());

/** Routes that answer with a file. */
const files = ['.pdf}', '.csv}', '.ofx}', '.zip}', '.vcf'];

/** Pages for strangers. */
const forStrangers = ['/sign-in', '/sign-in/password', '/activate', '/commands', '/api'];

/**
 * Pages that need a started process. member-site.test.ts opens them there; a direct visit is
 * redirected.
 */
const withinSteps = new Set([
  '/',
  '/sign-in/code',
  '/embed/messages',
  '/activate/passkey',
  '/activate/password',
  '/security/passkeys/:id',
  '/messages/enroll/x/:id',
  '/messages/enroll/phone/:id',
]);

/** Values for the placeholders of a path. */
async function filled(path: string, page: Page): Promise<string> {
  if (path.startsWith('/messages/addresses/:id')) {
    await page.goto(`${site.url}/messages`);
    const link = page.locator('a[href^="/messages/addresses/"]').first();
    const href = present(await link.getAttribute('href'), 'there is an address');
    return path.replace('/messages/addresses/:id', href.replace(/#.*$/, ''));
  }
  if (path.includes('/disputes/:reference'))
    return path.replace(':reference', await disputed(page));
  return path
    .replace(':suffix', '7')
    .replace(':month', '2026-10')
    .replace(/:number\{[^}]*\}/, '1');
}

/** The reference of a dispute, which the first page that asks for one opens. */
async function disputed(page: Page): Promise<string> {
  await page.goto(`${site.url}/accounts/7/transactions/1/dispute`);
  await page.fill('#words', 'This was not me.');
  await page.click('main button.primary');
  await page.waitForURL(/\/messages\/disputes\/D-/);
  return present(new URL(page.url()).pathname.split('/').at(-1), 'the dispute has a page');
}

async function lookAt(page: Page, path: string): Promise<void> {
  const scripts: Response[] = [];
  const keep = (response: Response) => {
    if (response.request().resourceType() === 'script') scripts.push(response);
  };
  page.on('response', keep);
  await page.goto(site.url + path);
  page.off('response', keep);
  const sizes = await Promise.all(scripts.map(async (one) => one.request().sizes()));
  const weight = sizes.reduce((sum, { responseBodySize }) => sum + responseBodySize, 0);
  expect(weight, `${path}: bytes of script`).toBeLessThan(60_000);
  await page.evaluate(axe);
  const found = await page.evaluate<{ violations: { id: string; nodes: { html: string }[] }[] }>(
    'axe.run()',
  );
  expect(
    found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`),
    path,
  ).toEqual([]);
  expect(
    await page.evaluate('document.documentElement.scrollWidth <= innerWidth'),
    `${path}: nothing hangs over`,
  ).toBe(true);
  expect(
    await page.evaluate(
      '[...document.querySelectorAll("nav")].every((nav) => nav.scrollWidth <= nav.clientWidth)',
    ),
    `${path}: no navigation is cut off`,
  ).toBe(true);
}

const looks = (
  [
    { scheme: 'light', width: 1280 },
    { scheme: 'dark', width: 390 },
    { scheme: 'dark', width: 1280 },
    { scheme: 'light', width: 390 },
  ] as const
)
  // The first two have each scheme and each width.
  .slice(0, sampled({ all: 4, sample: 2 }));

it.each(looks)('strangers’ pages, $scheme at $width px', async (look) => {
  const { context, page } = await site.open(look);
  for (const path of forStrangers) await lookAt(page, path);
  await context.close();
});

it.each(looks)('members’ pages, $scheme at $width px', { timeout: 120_000 }, async (look) => {
  const { context, page } = await site.open(look);
  await site.enter(context, person('Maya').number);
  for (const path of paths) {
    if (withinSteps.has(path) || forStrangers.includes(path)) continue;
    await lookAt(page, await filled(path, page));
  }
  await context.close();
});

it('pages inside a process, and refusals', async () => {
  const { context, page } = await site.open({ scheme: 'dark', width: 390 });
  const code = await site.invite(person('Ruth').number);
  await page.goto(`${site.url}/activate`);
  await page.fill('#memberNumber', person('Ruth').number);
  await page.fill('#code', 'wrong');
  await page.click('main button.primary');
  await check(page);
  await page.fill('#code', code);
  await page.click('main button.primary');
  await lookAt(page, '/activate/passkey');
  await lookAt(page, '/activate/password');
  await enterAndEnrol(context, page);
  await lookAt(page, '/accounts/none');
  await lookAt(page, '/no/such/page');
  await context.close();
});

async function check(page: Page): Promise<void> {
  await page.evaluate(axe);
  const found = await page.evaluate<{ violations: { id: string }[] }>('axe.run()');
  expect(found.violations.map(({ id }) => id)).toEqual([]);
}

async function enterAndEnrol(context: BrowserContext, page: Page): Promise<void> {
  await site.enter(context, person('Ruth').number);
  const user = site.demonstration.simulator.createUser({ username: 'axe', name: 'Axe' });
  await page.goto(`${site.url}/messages/enroll/x`);
  await page.fill('#handle', user.username);
  for (const box of await page.locator('fieldset input[type=checkbox]').all()) await box.check();
  await page.click('main button.primary');
  await page.locator('main .code').waitFor();
  await check(page);
  await page.goto(`${site.url}/transfer`);
  await page.selectOption('#from', '7');
  await page.selectOption('#to', '0');
  await page.fill('#amount', '1');
  await page.click('main button.primary');
  await check(page);
  await page.click('main button.primary');
  await check(page);
}

it('no browser complained, not even about the content policy', () => {
  expect(site.complaints).toEqual([]);
});
