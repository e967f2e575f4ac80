import type { BrowserContext, Page, Response } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { present } from '../../src/kernel/assert.ts';
import { sampled } from '../support/sampled.ts';
import { routesOf, siteOver } from '../support/site-routes.ts';
import { faultsOf } from './faults-of.ts';
import { openSite, person, type Site } from './site.ts';

/**
 * Opens every page of the router in both themes, on a desktop and on a phone: axe, the policy, the
 * weight of scripts.
 */
let site: Site;
let paths: string[];

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

const looks = (
  [
    { colorScheme: 'light', width: 1280 },
    { colorScheme: 'dark', width: 390 },
    { colorScheme: 'dark', width: 1280 },
    { colorScheme: 'light', width: 390 },
  ] as const
)
  // The first two have each scheme and each width.
  .slice(0, sampled({ all: 4, sample: 2 }));

/** Opens a page once, and checks it in each look: to load it again and axe with it took half of the time. */
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
  for (const { colorScheme, width } of looks) {
    const what = `${path}, ${colorScheme} at ${width} px`;
    // axe reads colors, which an animation changes.
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.setViewportSize({ width, height: width < 500 ? 844 : 900 });
    expect(await faultsOf(page), what).toEqual([]);
    expect(
      await page.evaluate('document.documentElement.scrollWidth <= innerWidth'),
      `${what}: nothing hangs over`,
    ).toBe(true);
    expect(
      await page.evaluate(
        '[...document.querySelectorAll("nav")].every((nav) => nav.scrollWidth <= nav.clientWidth)',
      ),
      `${what}: no navigation is cut off`,
    ).toBe(true);
  }
}

it('strangers’ pages in each look', async () => {
  const { context, page } = await site.open();
  for (const path of forStrangers) await lookAt(page, path);
  await context.close();
});

it('members’ pages in each look', async () => {
  const { context, page } = await site.open();
  await site.enter(context, person('Maya').number);
  for (const path of paths) {
    if (withinSteps.has(path) || forStrangers.includes(path)) continue;
    await lookAt(page, await filled(path, page));
  }
  await context.close();
}, 240_000);

/** The parts of a page's head of which one lies over another. */
const covered = `[...document.querySelectorAll('.brand, .brand-names span, .sections a, .masthead-end')]
  .flatMap((one, index, all) => all.slice(index + 1).filter((other) => {
    if (one.contains(other)) return false;
    const [a, b] = [one, other].map((part) => part.getBoundingClientRect());
    return a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1;
  }).map((other) => one.textContent.trim() + ' / ' + other.textContent.trim()))`;

// Each reads another language.
it.each(['Maya', 'Lucía', 'Étienne'])(
  'nothing in the head of a page covers another part: %s',
  async (name) => {
    const { context, page } = await site.open();
    await site.enter(context, person(name).number);
    await page.goto(`${site.url}/accounts`);
    for (const width of [320, 390, 735, 768, 820, 991, 1000, 1280]) {
      await page.setViewportSize({ width, height: 900 });
      expect(await page.evaluate(covered), `at ${width} px`).toEqual([]);
      expect(
        await page.evaluate('document.documentElement.scrollWidth <= innerWidth'),
        `nothing hangs over at ${width} px`,
      ).toBe(true);
    }
    await context.close();
  },
);

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
  expect(await faultsOf(page), page.url()).toEqual([]);
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
