import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { present } from '../../src/kernel/assert.ts';
import { bubbles, openConversation, write } from './app-conversation.ts';
import { openPhone, type Phone } from './phone.ts';
import { openSite, person, type Site } from './site.ts';

/** What the worker shows first when the app starts again, and what it asks for by then. */
let site: Site;

beforeAll(async () => {
  site = await openSite();
}, 120_000);
afterAll(async () => site[Symbol.asyncDispose]());

/** What each start asks for a member. */
const questions = ['/api/v1/session', '/api/v1/app/messages', '/api/v1/app/address'];

/** Counts how often the page has asked each of them from now on. */
function questionsFrom(page: Page): () => (readonly [path: string, count: number])[] {
  const paths: string[] = [];
  page.on('response', (answer) => paths.push(new URL(answer.url()).pathname));
  return () => questions.map((path) => [path, paths.filter((one) => one === path).length] as const);
}

const patience = { timeout: 30_000, interval: 100 };

/** Waits until the worker answers, and the device has noted whether nobody is signed in. */
async function noted(page: Page, isOut: boolean): Promise<void> {
  await expect
    .poll(
      async () =>
        page.evaluate(
          `caches.has('signed-out').then((out) => [navigator.serviceWorker.controller !== null, out])`,
        ),
      patience,
    )
    .toEqual([true, isOut]);
}

/** Tells what the document of the next start of the app shows, before its script runs. */
async function shownBy(page: Page, start: () => Promise<unknown>): Promise<string> {
  const [answer] = await Promise.all([
    page.waitForResponse(
      (one) =>
        one.request().isNavigationRequest() && new URL(one.url()).pathname === '/app' && one.ok(),
    ),
    start(),
  ]);
  expect(answer.fromServiceWorker()).toBe(true);
  const text = await answer.text();
  return text.includes('href="/sign-in?next=/app"') ? 'sign-in' : 'skeleton';
}

it('shows the sign-in at once to strangers alone', async () => {
  const { context, page } = await openPhone(site);
  const again = async () => shownBy(page, async () => page.goto(`${site.url}/app`));
  await page.goto(`${site.url}/app`);
  await noted(page, true);
  expect(await again()).toBe('sign-in');
  await page.locator('.sign-in button.primary').waitFor();

  await site.enter(context, person('Ruth').number);
  await page.goto(`${site.url}/app/you`);
  await page.locator('.offer button').click();
  await page.getByText('Next time, sign in with your passkey.').waitFor();
  await noted(page, false);
  expect(await again()).toBe('skeleton');

  await page.goto(`${site.url}/app/you`);
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.locator('.sign-in button.primary').waitFor();
  await noted(page, true);
  expect(await again()).toBe('sign-in');

  // The site signs the member in, and the app has not noted it yet.
  await page.goto(`${site.url}/sign-in?next=/app`);
  const enter = page.getByRole('button', { name: 'Sign in with a passkey' });
  expect(await shownBy(page, async () => enter.click())).toBe('skeleton');
  await page.locator('.tabs').waitFor();
  await noted(page, false);
  await context.close();
});

it('asks for the conversation before the script runs, and once', async () => {
  const { context, page } = await openConversation(site, 'Daniel');
  await noted(page, false);
  const asked = new Map<string, boolean[]>(questions.map((path) => [path, []]));
  page.on('response', (answer) => {
    const { pathname } = new URL(answer.url());
    asked.get(pathname)?.push(answer.fromServiceWorker());
  });
  await page.reload();
  await page.locator('.composer textarea').waitFor();
  expect([...asked]).toEqual(questions.map((path) => [path, [true]]));

  // A later caller gets the answer of that time.
  const later = `fetch('/api/v1/session').then((one) => one.json())`;
  expect(await page.evaluate(later)).toMatchObject({ member: { number: person('Daniel').number } });
  expect(present(asked.get('/api/v1/session'), 'it was asked')).toEqual([true, false]);
  await context.close();
});

it('starts without a sign-in after the site has signed the member in', async () => {
  const { context, page } = await openPhone(site);
  await page.goto(`${site.url}/app`);
  await noted(page, true);
  await site.enter(context, person('Maya').number);
  await page.goto(`${site.url}/accounts`);
  // From its icon the app starts in a window of its own, without a page that it comes from.
  const opened = await context.newPage();
  expect(await shownBy(opened, async () => opened.goto(`${site.url}/app`))).toBe('skeleton');
  await opened.locator('.tabs').waitFor();
  await context.close();
});

/** Signs this member in by a passkey once, so that the sign-in screen offers it, and out again. */
async function makePasskey({ context, page }: Phone, name: string): Promise<void> {
  await site.enter(context, person(name).number);
  await page.goto(`${site.url}/app/you`);
  await page.locator('.offer button').click();
  await page.getByText('Next time, sign in with your passkey.').waitFor();
  await signOut(page);
}

async function signOut(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.locator('.sign-in button.primary').waitFor();
}

it('shows nothing of the member before, however soon another signs in', async () => {
  const phone = await openPhone(site);
  const { context, page } = phone;
  await makePasskey(phone, 'Sam');
  await site.enter(context, person('Daniel').number);
  await page.goto(`${site.url}/app`);
  const composer = page.locator('.composer textarea');
  await page.locator('.opening .primary').or(composer).first().waitFor();
  if (!(await composer.isVisible())) await page.locator('.opening .primary').click();
  await write(page, '#bal 7');
  await noted(page, false);

  // The worker asks as Daniel, and Sam signs in before its answers are too old.
  const asked = questionsFrom(page);
  await page.goto(`${site.url}/app/you`);
  await page.getByText('Daniel Kim').waitFor();
  await signOut(page);
  expect(asked()).toEqual(questions.map((path) => [path, 1]));
  await page.locator('.sign-in button.primary').click();
  await page.getByText('Sam Okafor').waitFor();
  await page.locator('.tabs a').first().click();
  await page.locator('.opening .primary').waitFor();
  expect(await bubbles(page, 'ours').count()).toBe(0);
  expect(Math.min(...asked().map(([, count]) => count))).toBeGreaterThan(1);
  await context.close();
});

it('lets go of answers for a stranger once somebody signs in', async () => {
  const phone = await openPhone(site);
  const { context, page } = phone;
  await makePasskey(phone, 'Maya');
  await noted(page, true);
  // The browser gave up what the app kept: the worker asks, and the server's document says that nobody is signed in.
  await page.evaluate(
    `caches.keys().then((names) => Promise.all(names.map((name) => name === 'signed-out'
      ? caches.delete(name) : caches.open(name).then((kept) => kept.delete('/app/kept')))))`,
  );
  await page.goto(`${site.url}/app`);
  await page.locator('.sign-in button.primary').click();
  await page.locator('.opening .primary').waitFor();
  expect(await page.locator('.sign-in').count()).toBe(0);
  await context.close();
});

it('asks for the accounts beside the session', async () => {
  const { context, page } = await openPhone(site);
  await site.enter(context, person('Lucía').number);
  const held = Promise.withResolvers<void>();
  await context.route('**/api/v1/session', async (route) => {
    await held.promise;
    await route.continue();
  });
  await page.goto(`${site.url}/app/accounts`);
  await page.locator('.row.share').first().waitFor();
  held.resolve();
  await context.close();
});

it('complained about nothing', () => {
  expect(site.complaints).toEqual([]);
});
