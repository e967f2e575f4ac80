import { devices } from 'playwright-core';
import { launchBrowser } from '../browser/launch.ts';
import { takeConsolePictures } from './console-pictures.ts';

/**
 * Takes the pictures of docs/tutorial.md, docs/guides/x-chat.md, docs/guides/staff.md and the README again. Run `./bin/tmm demo --port 4391
 * --fresh --data FOLDER` in one terminal, then `npx node test/support/pictures.ts
 * http://localhost:4391` in another. It follows the tutorial as Maya, so it also shows where the
 * tutorial is out of date.
 */
const url = process.argv[2] ?? 'http://localhost:4391';
const folder = new URL('../../docs/pictures/', import.meta.url).pathname;
const browser = await launchBrowser();
const context = await browser.newContext({
  viewport: { width: 1440, height: 860 },
  colorScheme: 'light',
  locale: 'en-US',
  timezoneId: 'America/Chicago',
});
context.setDefaultTimeout(15_000);
const page = await context.newPage();
const bank = page.frameLocator('#bank');

const answers = (thread: string) => page.locator(`${thread} .bubble.theirs:not(.typing)`);

async function say(text: string, thread = '#thread'): Promise<string> {
  const before = await answers(thread).count();
  await page.fill('#text', text);
  await page.keyboard.press('Enter');
  const answer = answers(thread).nth(before);
  await answer.waitFor();
  const words = (await answer.textContent()) ?? '';
  process.stdout.write(`  ${text} → ${words}\n`);
  return words;
}

async function goTo(path: string): Promise<void> {
  const frame = page.frame('bank');
  if (!frame) throw new Error('the bank is beside the phone');
  await frame.goto(`${url}${path}`);
}

/** Presses a button that wants a proof newer than a lock, and gives the proof if it is asked for. */
async function pressProven(action: string): Promise<void> {
  const button = bank.locator(`form[action$="${action}"] button`);
  const proof = bank.locator('form[action="/demo/verify"] button');
  const done = bank.locator('.notice-done');
  await button.click();
  await proof.or(done).first().waitFor();
  if (await proof.isVisible()) {
    await proof.click();
    await button.click();
  }
  await done.waitFor();
}

async function picture(name: string): Promise<void> {
  await page.screenshot({ path: `${folder}${name}.png` });
  process.stdout.write(`${name}.png\n`);
}

await page.goto(url);
await answers('#thread').first().waitFor();
await say('#hist 7 3');
await say('#trans 50 7 0');
await page.click('#enter-button');
await bank.locator('main a[href="/accounts/7"]').first().waitFor();
await picture('start');

await goTo('/accounts/7');
await bank.locator('table.entries').waitFor();
await picture('account');

await goTo('/messages/enroll/phone');
await bank.locator('#number').fill('(314) 555-0121');
await bank.locator('#mayMoveMoney').check();
for (const box of await bank.locator('fieldset input[type=checkbox]').all()) await box.check();
await page.click('#tab-texts');
await bank.locator('main button.primary').click();
const word = page.locator('#texts .bubble.theirs', { hasText: /\d{8}/ }).last();
await word.waitFor();
const digits = /\d{8}/.exec((await word.textContent()) ?? '')?.[0] ?? '';
await bank.locator('#word').fill(digits);
await picture('enroll-phone');
await bank.locator('main button.primary').click();
await bank.locator('.notice-done').waitFor();
// The code, the welcome, the contact card.
await answers('#texts').nth(2).waitFor();
const answer = await say('#bal', '#texts');

await goTo('/messages/check');
await bank.locator('main textarea').fill(answer);
await bank.locator('main button.primary').click();
await bank.locator('.notice-done').first().waitFor();
await picture('check');

await page.click('#tab-messages');
await say('STOP');
await goTo('/messages');
await bank.locator('main .list a', { hasText: 'Manage' }).first().click();
await bank.locator('.notice-mind').waitFor();
await picture('locked');
await say('START');
await goTo('/messages');
await bank.locator('main .list a', { hasText: 'Manage' }).first().click();
await pressProven('/unlock');
await say('#lock');
await goTo('/messages/lock');
await pressProven('/messages/lock/off');
await say('#bal 7');

await page.click('#follow');
await page.click('#follow');
await say('#trans 1 7 0');
await goTo('/messages/enroll/x');
await bank.locator('#handle').fill('mayabrooks');
await bank.locator('#mayMoveMoney').check();
await bank.locator('main button.primary').click();
await say((await bank.locator('main .code').first().textContent()) ?? '');
await say('#trans 1 7 0');

// The same account in X's encrypted chat, then on another phone.
await page.click('#tab-chat');
await say('#bal', '#chat');
await say('#trans 25 7 0', '#chat');
await goTo('/accounts/7');
await bank.locator('table.entries').waitFor();
await picture('x-chat');
await page.click('#new-phone');
await page.locator('#log li', { hasText: 'moved to another phone' }).waitFor();
const told = await answers('#chat').count();
await say('#bal', '#chat');
// The answer, and the notice about the keys.
await answers('#chat')
  .nth(told + 1)
  .waitFor();
await say('#trans 50 7 0', '#chat');
await goTo('/messages');
await bank.locator('main .list a', { hasText: 'Manage' }).first().click();
await bank.locator('main a.button.primary[href="/messages/enroll/x"]').waitFor();
await picture('x-chat-new-phone');
await context.close();

// The same bank on a phone.
const phone = await browser.newContext({
  viewport: { width: 390, height: 844 },
  colorScheme: 'light',
  locale: 'en-US',
  timezoneId: 'America/Chicago',
  deviceScaleFactor: 1.5,
});
phone.setDefaultTimeout(15_000);
await phone.request.post(`${url}/demo/sign-in`, { form: { member: '104211' }, maxRedirects: 0 });
const small = await phone.newPage();
await small.goto(`${url}/transfer`);
await small.selectOption('select[name=from]', '0');
await small.selectOption('select[name=to]', '2');
await small.fill('#amount', '120');
await small.click('main button.primary');
await small.locator('form[action="/transfer"] button').waitFor();
await small.screenshot({ path: `${folder}transfer.png` });
process.stdout.write('transfer.png\n');

// The app.
const { defaultBrowserType: _, ...profile } = devices['iPhone 15'] ?? {};
const pocket = await browser.newContext({
  ...profile,
  deviceScaleFactor: 2,
  colorScheme: 'light',
  // No picture shows half of a movement.
  reducedMotion: 'reduce',
  locale: 'en-US',
  timezoneId: 'America/Chicago',
});
pocket.setDefaultTimeout(15_000);
await pocket.request.post(`${url}/demo/sign-in`, { form: { member: '104211' }, maxRedirects: 0 });
const app = await pocket.newPage();
const shot = async (name: string): Promise<void> => {
  await app.screenshot({ path: `${folder}${name}.png` });
  process.stdout.write(`${name}.png\n`);
};
await app.goto(`${url}/app`);
const start = app.locator('.opening .primary');
const composer = app.locator('.composer textarea');
await start.or(composer).first().waitFor();
if (await start.isVisible()) await start.click();
await composer.waitFor();
for (const text of ['#bal', 'how much did I spend on groceries last month']) {
  const before = await app.locator('.said.ours .bubble').count();
  await composer.fill(text);
  await app.click('.composer .send');
  await app.locator('.said.ours .bubble').nth(before).waitFor();
}
// Only a browser with pushes asks.
const notNow = app.getByRole('button', { name: 'Not now' });
if (await notNow.isVisible()) await notNow.click();
await shot('app-messages');
await app.goto(`${url}/app/accounts`);
await app.locator('.share').first().waitFor();
await app.locator('.entry').first().waitFor();
await shot('app-accounts');
await app.goto(`${url}/app/move`);
await app.fill('#amount', '120');
await app.locator('form.move .primary').click();
await app.getByRole('dialog').waitFor();
await shot('app-move');
// The console is on the next port.
const { port } = new URL(url);
await takeConsolePictures(browser, `http://localhost:${Number(port) + 1}`);
await browser.close();
