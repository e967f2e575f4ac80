import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { present } from '../../src/kernel/assert.ts';
import { openConversation } from './app-conversation.ts';
import { openPhone } from './phone.ts';
import { openSite, person, type Site } from './site.ts';

/** What the worker shows first when the app starts again, and what it asks for by then. */
let site: Site;

beforeAll(async () => {
  site = await openSite();
}, 120_000);
afterAll(async () => site[Symbol.asyncDispose]());

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
  const questions = ['/api/v1/session', '/api/v1/app/messages', '/api/v1/app/address'];
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

it('complained about nothing', () => {
  expect(site.complaints).toEqual([]);
});
