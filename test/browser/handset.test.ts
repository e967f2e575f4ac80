import { mkdirSync } from 'node:fs';
import type { Browser, ConsoleMessage, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { demonstrationKey } from '../../src/service/config.ts';
import { ensureDemonstration } from '../../dev/demonstration/ensure.ts';
import { demoPeople } from '../../dev/demonstration/people.ts';
import { present } from '../../src/kernel/assert.ts';
import { startDemonstration, type Demonstration } from '../../dev/demonstration/start.ts';
import { silentLogger } from '../../src/kernel/logger.ts';
import { systemRandom } from '../../src/kernel/random.ts';
import { createKeyring } from '../../src/kernel/keyring.ts';
import { createWorld } from '../../src/kernel/world.ts';
import { openTestDatabase } from '../support/engines.ts';
import { launchBrowser } from './launch.ts';

/** The real demonstration in a real browser. */
let browser: Browser;
let demonstration: Demonstration;
let close: () => Promise<void>;
const complaints: string[] = [];
const pictures = new URL('../../.data/pictures/', import.meta.url).pathname;

beforeAll(async () => {
  const db = await openTestDatabase('postgresql');
  const world = createWorld();
  const keyring = createKeyring([demonstrationKey], systemRandom);
  const { institution } = await ensureDemonstration(db, { world, keyring });
  demonstration = await startDemonstration({
    db,
    institution,
    world,
    keyring,
    logger: silentLogger,
    port: 0,
  });
  browser = await launchBrowser();
  mkdirSync(pictures, { recursive: true });
  close = async () => {
    await browser.close();
    await demonstration[Symbol.asyncDispose]();
    await db[Symbol.asyncDispose]();
  };
}, 120_000);
afterAll(async () => close());

async function open(look: { width: number; scheme: 'light' | 'dark' }): Promise<Page> {
  const page = await browser.newPage({
    viewport: { width: look.width, height: look.width < 500 ? 844 : 860 },
    colorScheme: look.scheme,
  });
  page.on('console', (message) => {
    if (message.type() === 'error' && !isUnopened(message)) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  await page.goto(demonstration.url);
  await page.locator('#thread > *').first().waitFor();
  return page;
}

/** The app asks for the conversation at once. A member who has not opened it gets a refusal. */
function isUnopened(message: ConsoleMessage): boolean {
  const { pathname } = new URL(message.location().url, demonstration.url);
  return pathname === '/api/v1/app/messages' && message.text().includes('status of 409');
}

/** On a desktop the members are next to the phone, on a phone they are a list of choices. */
async function choose(page: Page, name: string, width: number): Promise<void> {
  if (width < 500) await page.selectOption('#member', { label: name });
  else await page.locator('#members button', { hasText: name }).click();
}

const code = /[A-Z0-9]{6}$/;

it.each([
  { width: 1280, scheme: 'light' },
  { width: 1280, scheme: 'dark' },
  { width: 390, scheme: 'light' },
  { width: 390, scheme: 'dark' },
] as const)('a member asks and gets a live answer, at $width px in $scheme', async (look) => {
  const page = await open(look);
  const before = await page.locator('.bubble.theirs:not(.typing)').count();
  await page.fill('#text', '#bal 7');
  await page.keyboard.press('Enter');
  const answer = page.locator('.bubble.theirs:not(.typing)').nth(before);
  await answer.waitFor();
  expect(await answer.textContent()).toMatch(/Checking 7: \$[\d,.]+ available/);
  expect(await answer.textContent()).toMatch(code);
  expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
  await page.screenshot({ path: `${pictures}handset-${look.width}-${look.scheme}.png` });
  await page.close();
});

it('the suggested answer confirms a transfer above the limit', async () => {
  const page = await open({ width: 1280, scheme: 'light' });
  await page.fill('#text', '#trans 600 7 0');
  await page.keyboard.press('Enter');
  const confirm = page.locator('#chips button', { hasText: /^OK \d{4}$/ });
  await confirm.waitFor();
  await confirm.click();
  await page.locator('.bubble.theirs', { hasText: 'Moved $600.00' }).waitFor();
  await page.close();
});

it('a public command gets no public answer, and its author one private warning', async () => {
  const page = await open({ width: 390, scheme: 'light' });
  await page.selectOption('#member', { label: 'Daniel Kim' });
  await page.click('#tab-public');
  await page.fill('#text', '@myvcu #bal 7');
  await page.keyboard.press('Enter');
  await page.locator('#timeline article', { hasText: '#bal 7' }).first().waitFor();
  await page.click('#tab-messages');
  const warning = page.locator('#thread .bubble.theirs:not(.typing)');
  await warning.first().waitFor();
  expect(await warning.count()).toBe(1);
  expect(await page.locator('#timeline article').count()).toBe(1);
  await page.close();
});

it('we answer HELP by text, in the words that carriers require', async () => {
  const { phone } = present(demoPeople[5], 'there are demonstration members');
  const to = present([...demonstration.twilio.state.numbers.keys()][0], 'the bank has a number');
  await demonstration.twilio.phoneSends({ from: phone, to, text: 'HELP' });
  const texts = () => demonstration.twilio.conversation(phone).map(({ text }) => text);
  await expect.poll(() => texts().at(-1)).toMatch(/^Tweet My Money.*Msg & data rates may apply/);
  await demonstration.twilio.phoneSends({ from: phone, to, text: 'STOP' });
  await expect.poll(() => texts().at(-1)).toMatch(/START/);
  expect(texts()).toHaveLength(4);
});

it('politely refuses a text that is too long or empty, and loses nothing', async () => {
  const page = await open({ width: 390, scheme: 'light' });
  await page.fill('#text', 'x'.repeat(10_001));
  await page.keyboard.press('Enter');
  await page.locator('#problem', { hasText: '10,000' }).waitFor();
  expect((await page.inputValue('#text')).length).toBe(10_001);
  await page.close();
});

it('shows the bank next to the phone, one click away, and texts next to X', async () => {
  const page = await open({ width: 1280, scheme: 'light' });
  await page.click('#enter-button');
  const bank = page.frameLocator('#bank');
  await bank.getByRole('heading', { name: 'Your accounts' }).waitFor();
  // The app beside it has the same session.
  await page.click('#turn-app');
  const app = page.frameLocator('#app');
  await app.getByRole('button', { name: 'Start' }).or(app.locator('.composer')).first().waitFor();
  expect(await page.locator('#bank').isVisible()).toBe(false);
  await page.click('#turn-bank');
  expect(await page.locator('#bank').isVisible()).toBe(true);
  await page.click('#tab-texts');
  await page.fill('#text', '#bal');
  await page.keyboard.press('Enter');
  // Nobody has added this phone yet: a stranger's answer, and the carrier's receipt.
  await page.locator('#texts .bubble.theirs:not(.typing)', { hasText: 'MyVantage' }).waitFor();
  await page.locator('#texts .meta', { hasText: 'Delivered' }).waitFor();
  await page.reload();
  // The page's script fetches the members first.
  await page.locator('#tab-texts[aria-pressed="true"]').waitFor();
  await page.close();
});

it.each([
  {
    who: 'Lucía Herrera',
    language: 'es',
    word: '#saldo',
    words: ['Dejar de seguir', 'X Chat', 'Mensajes X', 'Textos', 'Público', 'Mensaje', 'Enviar'],
    texts: ['1 segmento', 'Entregado'],
    tooLong: /Use como máximo .* tiene/,
  },
  {
    who: 'Étienne Moreau',
    language: 'fr',
    word: '#solde',
    words: [
      'Ne plus suivre',
      'X Chat',
      'Messages X',
      'Textos',
      'Publications',
      'Message',
      'Envoyer',
    ],
    texts: ['1 segment', 'Reçu'],
    tooLong: /au plus .* caractères/,
  },
] as const)('the phone speaks $who’s language, the page around it English', async (one) => {
  for (const width of [1280, 390]) {
    const page = await open({ width, scheme: 'light' });
    await choose(page, one.who, width);
    const phone = page.locator(`#phone[lang="${one.language}"]`);
    await phone.waitFor();
    const said = [
      ...(await phone.locator('.tabs button, #follow, .composer label').allInnerTexts()),
      await phone.locator('.send').getAttribute('aria-label'),
    ];
    expect(said.map((text) => text?.trim())).toEqual(one.words);
    expect(await page.getAttribute('#text', 'placeholder')).toContain(one.word);
    expect(await page.locator('#whose').textContent()).toBe('Whose phone is this?');
    const before = await page.locator('#thread .bubble.theirs:not(.typing)').count();
    await page.fill('#text', one.word);
    await page.keyboard.press('Enter');
    await page.locator('#thread .bubble.theirs:not(.typing)').nth(before).waitFor();
    await page.screenshot({ path: `${pictures}handset-${one.language}-${width}.png` });
    await page.click('#tab-texts');
    await page.fill('#text', one.word);
    await page.keyboard.press('Enter');
    await page.locator('#texts .meta', { hasText: one.texts[1] }).first().waitFor();
    expect(await page.locator('#texts .meta').first().textContent()).toContain(one.texts[0]);
    await page.fill('#text', 'x'.repeat(1_601));
    await page.keyboard.press('Enter');
    expect(await page.locator('#problem').textContent()).toMatch(one.tooLong);
    // On a phone, floating parts don't cover the text.
    const [form, site] = [await boxOf(page, '#form'), await boxOf(page, '#site')];
    expect(site.x > form.x + form.width || site.y + site.height <= form.y).toBe(true);
    await page.screenshot({ path: `${pictures}handset-${one.language}-texts-${width}.png` });
    await page.click('#tab-public');
    expect(await page.locator('#chips button').textContent()).toBe(`@myvcu ${one.word} 7`);
    await page.screenshot({ path: `${pictures}handset-${one.language}-public-${width}.png` });
    // Another member's phone speaks their language.
    await choose(page, 'Daniel Kim', width);
    await page.locator('#phone[lang="en"] .tabs', { hasText: 'Public posts' }).waitFor();
    await page.close();
  }
});

async function boxOf(page: Page, selector: string) {
  return present((await page.locator(selector).boundingBox()) ?? undefined, `${selector} is shown`);
}

it('answers only under the loopback’s own name, and only its own page', async () => {
  const other = await demonstration.app.request('http://evil.example/handset/members', {
    headers: { host: 'evil.example' },
  });
  expect(other.status).toBe(403);
  const posted = await demonstration.app.request('http://localhost/handset/messages', {
    method: 'POST',
    headers: { host: 'localhost', origin: 'https://evil.example' },
    body: '{}',
  });
  expect(posted.status).toBe(403);
});

it('never complained: no error, no violation of the content policy', () => {
  expect(complaints).toEqual([]);
});
