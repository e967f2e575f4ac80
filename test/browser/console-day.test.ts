import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ensureDemoWork } from '../../dev/demonstration/work.ts';
import { openCodes } from '../../src/members/codes.ts';
import { addressesOf } from '../../src/members/bind-address.ts';
import { findMemberByNumber } from '../../src/members/members.ts';
import { present } from '../../src/kernel/assert.ts';
import { bankUserId, openSite, person, type Site } from './site.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** A day of the staff in a real browser, at the demonstration: its console, its handset, its carriers. */
let site: Site;
let desk: string;

beforeAll(async () => {
  site = await openSite();
  await ensureDemoWork(site.demonstration, site.institution);
  desk = site.demonstration.consoleUrl;
}, 180_000);
afterAll(async () => site[Symbol.asyncDispose]());

/** Signs one of the demonstration's people in by one click. */
async function enter(name: string): Promise<Page> {
  const { page } = await site.open();
  await page.goto(`${desk}/sign-in`);
  await page.locator('.people button', { hasText: name }).click();
  await page.locator('nav').first().waitFor();
  return page;
}

/** Opens a folded act, fills its fields, and presses its button. */
async function act(page: Page, title: string, fields: Readonly<Record<string, string>> = {}) {
  const form = page.locator('details.action', {
    has: page.locator('summary', { hasText: new RegExp(`^\\s*${title}\\s*$`) }),
  });
  await form.locator('summary').first().click();
  for (const [name, value] of Object.entries(fields)) {
    const field = form.locator(`[name="${name}"]`).first();
    const isChoice = (await field.evaluate((one) => one.tagName)) === 'SELECT';
    await (isChoice ? field.selectOption(value) : field.fill(value));
  }
  await form.locator('form button').last().click();
  await page.waitForLoadState();
}

const flash = async (page: Page) => page.locator('.notice').first().textContent();

it('finds a member with the keyboard, and writes to them from their file', async () => {
  const page = await enter('Ann');
  await page.goto(`${desk}/inbox`);
  await page.keyboard.press('/');
  await page.keyboard.type('Kim');
  await page.keyboard.press('Enter');
  await page.getByRole('link', { name: 'Daniel Kim' }).first().click();
  await page.waitForURL(/\/members\/104305$/);
  await page.getByRole('button', { name: 'Write to the member' }).click();
  await page.waitForURL(/\/inbox\/[0-9a-f-]{36}/);
  await page.context().close();
}, 120_000);

it('answers a member who asked for a person: the reply is on the handset with the code', async () => {
  const sam = person('Sam');
  const { page: phone } = await site.open();
  await phone.goto(site.url);
  await phone.locator('#members button', { hasText: sam.name }).click();
  const page = await enter('Ann');
  await page.goto(`${desk}/inbox`);
  await page.locator('.inbox-row', { hasText: sam.name }).click();
  await page.fill('#reply', 'I have your loan open. What would you like to know?');
  await page.getByRole('button', { name: 'Send' }).click();
  const bubble = phone.locator('#thread .bubble.theirs', { hasText: 'I have your loan open' });
  await bubble.waitFor();
  const { db, institution, keyring } = site;
  const member = present(await findMemberByNumber(db, institution.id, sam.number), 'Sam is there');
  const addresses = await addressesOf(db, institution.id, member.id);
  const codes = await openCodes(
    db,
    keyring,
    institution.id,
    addresses.map(({ id }) => id),
  );
  const code = codes.get(addresses.find(({ channel }) => channel === 'x')?.id ?? '')?.code ?? '?';
  const arrived = site.demonstration.simulator
    .conversation(sam.userId, bankUserId)
    .find(({ text }) => text.includes('I have your loan open'));
  expect(arrived?.text).toMatch(/^Ann here, a person at /);
  expect(arrived?.text.endsWith(` ${code}`)).toBe(true);
  expect(await bubble.textContent()).toContain(code);
  // Staff never see the code, not even at the end of what they wrote.
  expect(await page.content()).not.toContain(code);
  await page.getByRole('button', { name: 'Close', exact: true }).click();
  expect(await flash(page)).toMatch(/Closed, and with it the task T-/);
  await phone.context().close();
  await page.context().close();
}, 120_000);

it('brings a text from dispute to letters with two persons, and refuses one’s own yes', async () => {
  const maya = person('Maya');
  await site.say(maya.userId, 'I want to dispute a charge of $12.50, it was not me');
  const [asked] = site.demonstration.simulator
    .conversation(maya.userId, bankUserId)
    .flatMap(({ text }) => /\bOK \d{4}\b/.exec(text)?.[0] ?? []);
  await site.say(maya.userId, present(asked, 'it asks before it opens a dispute'));
  const ann = await enter('Ann');
  await ann.goto(`${desk}/disputes`);
  await ann.locator('tr', { hasText: maya.name }).locator('a').first().click();
  await ann.waitForURL(/\/disputes\/D-/);
  const dispute = ann.url();
  await act(ann, 'Write the acknowledgment', { why: 'the member sent OK' });
  expect(await flash(ann)).toContain('The letter is written');
  await act(ann, 'Credit provisionally', {
    suffix: '7',
    amount: '12.50',
    why: 'the store has not answered yet',
  });
  const reference = /A-\d{4}-\d{4}/.exec((await flash(ann)) ?? '')?.[0] ?? '';
  await ann.goto(`${desk}/approvals/${reference}`);
  expect(await ann.locator('form[action$="/approve"]').count()).toBe(0);
  const own = await ann.context().request.post(`${desk}/approvals/${reference}/approve`, {
    headers: { origin: desk, 'sec-fetch-site': 'same-origin' },
    form: {},
  });
  expect(await own.text()).toMatch(/You asked for this/);
  const [still] = await site.db.query<{ state: string }>(
    'select state from staff_approvals where reference = $1',
    [reference],
  );
  expect(still).toEqual({ state: 'waiting' });

  const cleo = await enter('Cleo');
  await cleo.goto(`${desk}/approvals/${reference}`);
  expect(await cleo.locator('main').textContent()).toContain('$12.50');
  await cleo.getByRole('button', { name: 'Approve' }).click();
  expect(await flash(cleo)).toContain('Approved and done');

  await ann.goto(dispute);
  expect(await ann.locator('details.letter').count()).toBe(2);
  expect(await ann.locator('main').textContent()).toContain('12.50 USD');
  await ann.context().close();
  await cleo.context().close();
}, 120_000);

it('gives an activation code to who asked, once, and to nobody else', async () => {
  const ben = await enter('Ben');
  await ben.goto(`${desk}/approvals`);
  await ben.locator('tr', { hasText: '104390' }).locator('a').first().click();
  await ben.getByRole('button', { name: 'Approve' }).click();
  const path = new URL(ben.url()).pathname;
  expect(await ben.locator('main').textContent()).toContain('Ann carries it out');
  const ann = await enter('Ann');
  await ann.goto(`${desk}${path}`);
  await ann.getByRole('button', { name: 'Carry it out' }).click();
  const code = await ann.locator('input.secret').inputValue();
  expect(code).toMatch(/^\S{4}-\S{4}-\S{4}$/);
  await ann.goto(`${desk}${path}`);
  expect(await ann.content()).not.toContain(code);
  expect(await ann.getByRole('button', { name: 'Carry it out' }).count()).toBe(0);
  await ann.context().close();
  await ben.context().close();
}, 120_000);

it('has no page that axe complains about, on a desktop and a tablet, in both themes', async () => {
  const seen = new Set<string>();
  const faults: string[] = [];
  for (const name of ['Cleo', 'Dora']) {
    const page = await enter(name);
    for (const path of await pathsFrom(page)) {
      const kind = kindOf(path);
      if (seen.has(kind)) continue;
      seen.add(kind);
      faults.push(...(await faultsOf(page, path)));
    }
    await page.context().close();
  }
  expect(faults).toEqual([]);
  expect([...seen]).toEqual(
    expect.arrayContaining([
      '/inbox/:',
      '/tasks/:',
      '/disputes/:',
      '/approvals/:',
      '/members/:',
      '/you',
    ]),
  );
  expect(site.complaints).toEqual([]);
}, 600_000);

/** The pages that the navigation names, the first of each list there, and what a member's file leads to. */
async function pathsFrom(page: Page): Promise<string[]> {
  const nav = await linksOf(page, 'nav a[href^="/"]');
  const found = [...new Set([...nav, '/you', '/members?q=104305', '/consent?q=104305'])];
  const under: string[] = [];
  for (const path of found) {
    const opened = await page.goto(`${desk}${path}`);
    if (opened?.status() !== 200) continue;
    const links = await linksOf(page, 'main tr[data-row] a, main a[data-row-link], main nav a');
    for (const link of links)
      if (![...found, ...under].some((one) => kindOf(one) === kindOf(link))) under.push(link);
  }
  await page.goto(`${desk}/members/104305`);
  under.push(...(await linksOf(page, 'main nav a, main tr[data-row] a')));
  return [...found, ...under];
}

async function linksOf(page: Page, selector: string): Promise<string[]> {
  const links = await page
    .locator(selector)
    .evaluateAll((all) => all.map((one) => one.getAttribute('href')));
  return links.filter(
    (one): one is string => one !== null && one.startsWith('/') && !one.includes('.csv'),
  );
}

/** One page of each kind is enough: `/tasks/:` stands for all tasks. */
function kindOf(path: string): string {
  const [bare = ''] = path.split('?');
  const parts = bare.split('/').map((part) => (/\d/.test(part) ? ':' : part));
  return parts.join('/') + (path.includes('?q=') ? '?q' : '');
}

/** What axe complains about on a page, in both themes, on a desktop and a tablet. */
async function faultsOf(page: Page, path: string): Promise<string[]> {
  const opened = await page.goto(`${desk}${path}`);
  // A section that this role doesn't have, or that isn't there, says so on a page of its own.
  if (opened?.status() !== 200) return [];
  const faults: string[] = [];
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    for (const width of [1280, 820]) {
      await page.setViewportSize({ width, height: 900 });
      await page.evaluate(axe);
      const { violations } = await page.evaluate<{
        violations: { id: string; nodes: { html: string }[] }[];
      }>('axe.run()');
      const where = `${path} ${colorScheme} ${width}`;
      for (const { id, nodes } of violations)
        faults.push(`${where}: ${id} ${nodes.map((one) => one.html).join(' ')}`);
      const fits = await page.evaluate('document.documentElement.scrollWidth <= innerWidth');
      if (fits !== true) faults.push(`${where}: wider than the screen`);
    }
  }
  return faults;
}
