import { mkdirSync } from 'node:fs';
import type { FrameLocator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { present } from '../../src/kernel/assert.ts';
import { openSite, person, type Site } from './site.ts';

/** X Chat in the demonstration's own page: the phone decrypts by itself, the bank is beside it. */
let site: Site;
const pictures = new URL('../../.data/pictures/', import.meta.url).pathname;

beforeAll(async () => {
  site = await openSite();
  mkdirSync(pictures, { recursive: true });
}, 120_000);
afterAll(async () => site[Symbol.asyncDispose]());

const theirs = (page: Page) => page.locator('#chat .bubble.theirs:not(.typing)');

/** Says it in X Chat, and waits for the next answer. */
async function say(page: Page, text: string): Promise<string> {
  const before = await theirs(page).count();
  await page.fill('#text', text);
  await page.keyboard.press('Enter');
  const answer = theirs(page).nth(before);
  await answer.waitFor();
  return (await answer.textContent()) ?? '';
}

async function goTo(page: Page, path: string): Promise<void> {
  await present(page.frame('bank') ?? undefined, 'the bank is beside the phone').goto(
    site.url + path,
  );
}

/** Adds the member's X account in the bank, and proves it by its word in X Chat. */
async function enroll(page: Page, bank: FrameLocator, handle: string): Promise<string> {
  await goTo(page, '/messages/enroll/x');
  const proof = bank.locator('form[action="/demo/verify"] button');
  const field = bank.locator('#handle');
  await proof.or(field).first().waitFor();
  if (await proof.isVisible()) await proof.click();
  await field.fill(handle);
  await bank.locator('#mayMoveMoney').check();
  for (const box of await bank.locator('fieldset input[type=checkbox]').all()) await box.check();
  await bank.locator('main button.primary').click();
  const word = await bank.locator('main .code').first().textContent();
  await page.screenshot({ path: `${pictures}x-chat-enroll.png` });
  const welcome = await say(page, present(word ?? undefined, 'the word is shown').trim());
  await bank.locator('.notice-done').waitFor();
  return welcome;
}

it('a member enrolls by X Chat, asks, moves money, changes phones and confirms in MyVantage', async () => {
  const { context, page } = await site.open({ width: 1440 });
  const daniel = person('Daniel');
  await page.goto(`${site.url}/?member=${daniel.number}&view=chat`);
  await page.locator('#tab-chat[aria-pressed="true"]').waitFor();
  const bank = page.frameLocator('#bank');
  await page.click('#enter-button');
  await bank.getByRole('heading', { name: 'Your accounts' }).waitFor();
  // Somebody whom the credit union does not know here yet.
  await goTo(page, '/messages');
  await bank.locator('main .list a', { hasText: 'Manage' }).first().click();
  await bank.locator('form[action$="/remove"] button').click();
  const proof = bank.locator('form[action="/demo/verify"] button');
  const gone = bank.locator('.notice-done');
  await proof.or(gone).first().waitFor();
  if (await proof.isVisible()) {
    await proof.click();
    await bank.locator('form[action$="/remove"] button').click();
    await gone.waitFor();
  }
  expect(await say(page, '#bal')).toMatch(/MyVantage/);

  expect(await enroll(page, bank, daniel.handle)).toMatch(/[A-Z0-9]{6}$/);
  expect(await say(page, '#bal 7')).toMatch(/Checking 7: \$[\d,.]+ available.* [A-Z0-9]{6}$/);
  let answer = await say(page, '#trans 12.34 7 0');
  const asked = /OK \d{4}/.exec(answer);
  if (asked) answer = await say(page, asked[0]);
  expect(answer).toMatch(/Moved \$12\.34/);
  await goTo(page, '/accounts/7');
  expect(await bank.locator('table.entries').textContent()).toContain('12.34');
  await page.screenshot({ path: `${pictures}x-chat-asked.png` });

  await page.click('#new-phone');
  await page.locator('#log li', { hasText: 'moved to another phone' }).waitFor();
  const told = await theirs(page).count();
  await say(page, '#bal 7');
  // The notice of the new keys, and the answer, in whichever order.
  await theirs(page)
    .nth(told + 1)
    .waitFor();
  const both = (await theirs(page).allTextContents()).slice(told).join(' ');
  expect(both).toMatch(/Checking 7: \$/);
  expect(both).toMatch(/keys changed/);
  expect(await say(page, '#trans 1 7 0')).toMatch(/locked/);
  await goTo(page, '/messages');
  await bank.locator('main .list a', { hasText: 'Manage' }).first().click();
  await bank.locator('main a.button.primary[href="/messages/enroll/x"]').waitFor();
  await page.screenshot({ path: `${pictures}x-chat-locked.png` });

  await enroll(page, bank, daniel.handle);
  answer = await say(page, '#trans 1 7 0');
  const again = /OK \d{4}/.exec(answer);
  if (again) answer = await say(page, again[0]);
  expect(answer).toMatch(/Moved \$1\.00/);
  // Nothing of it was a direct message.
  const { simulator } = site.demonstration;
  expect(simulator.state.messages.filter(({ senderId }) => senderId === daniel.userId)).toEqual([]);
  expect(site.complaints).toEqual([]);
  await context.close();
}, 60_000);
