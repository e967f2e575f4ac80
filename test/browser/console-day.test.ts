import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { present } from '../../src/kernel/assert.ts';
import { addressesOf } from '../../src/members/bind-address.ts';
import { openCodes } from '../../src/members/codes.ts';
import { findMemberByNumber } from '../../src/members/members.ts';
import { furnishInvited } from '../support/identity/furnish-staff.ts';
import { pdfText } from '../support/pdf-text.ts';
import { faultsOfPages, furnishPages, leaksIn, openEverything } from './console-pages.ts';
import { act, approve, duty, flash, openDesk, waitsFor, type Desk } from './desk.ts';
import { bankUserId, person, type Site } from './site.ts';

/**
 * A day of the staff in a real browser, from the first sign-in to the report for the board. It goes through the demonstration, whose
 * members hold their phones, with a real mail server and a real identity provider.
 */
let desk: Desk;
let site: Site;
let url: string;

beforeAll(async () => {
  desk = await openDesk();
  ({ site, url } = desk);
}, 180_000);
afterAll(async () => desk[Symbol.asyncDispose]());

const leave = async (...pages: readonly Page[]) => {
  for (const page of pages) await page.context().close();
};

it('signs in by passkey', async () => {
  const ann = await desk.enter('Ann');
  await ann.goto(`${url}/you`);
  await ann.getByText('Add a passkey').first().click();
  await ann.getByLabel('What should we call it?').fill('Front desk');
  await ann.getByRole('button', { name: 'Create a passkey' }).click();
  await ann.locator('#passkeys', { hasText: 'Front desk' }).waitFor();
  await ann.getByRole('button', { name: 'Sign out', exact: true }).click();
  await ann.waitForURL(`${url}/sign-in`);
  await ann.goto(`${url}/tasks`);
  await ann.getByRole('button', { name: 'Sign in with a passkey' }).click();
  await ann.waitForURL(`${url}/tasks`);
  expect(await ann.locator('.person').textContent()).toContain('Ann');
  await leave(ann);
});

/** A supervisor who signs in with the account of their work. */
async function enterFay(): Promise<Page> {
  const { page } = await site.open();
  await page.goto(`${url}/approvals`);
  await page.getByRole('link', { name: 'Use single sign-on' }).click();
  await page.waitForURL(`${url}/approvals`);
  return page;
}

it('signs in by the institution’s single sign-on', async () => {
  const { db, world, keyring, institution } = site;
  const place = { db, world, keyring, institutionId: institution.id };
  const { email } = await furnishInvited(place, 'Fay', ['supervisor']);
  desk.provider.accounts.set('fay', { email, email_verified: true });
  desk.provider.now = 'fay';
  const fay = await enterFay();
  expect(await fay.locator('.person').textContent()).toContain('Fay');
  await leave(fay);
});

it('finds a member with the keys alone', async () => {
  const page = await desk.enter('Ann');
  await page.keyboard.press('g');
  await page.keyboard.press('i');
  await page.waitForURL(`${url}/inbox`);
  await page.keyboard.press('?');
  await page.locator('dialog#keys[open]').waitFor();
  await page.keyboard.press('Escape');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowUp');
  expect(await page.evaluate('document.activeElement.matches("[data-row-link]")')).toBe(true);
  await page.keyboard.press('/');
  await page.keyboard.type('Kim');
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/members\?q=Kim/);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/members\/104305$/);
  await page.getByRole('button', { name: 'Write to the member' }).click();
  await page.waitForURL(/\/inbox\/[0-9a-f-]{36}/);
  await leave(page);
});

it('answers a member who wrote AGENT: the reply is on the handset with the code', async () => {
  const daniel = person('Daniel');
  const { page: phone } = await site.open();
  await phone.goto(site.url);
  await phone.locator('#members button', { hasText: daniel.name }).click();
  const page = await desk.enter('Ann');
  await page.goto(`${url}/inbox`);
  const row = page.locator('.inbox-row', { hasText: daniel.name });
  expect(await row.textContent()).toContain('AGENT');
  await row.click();
  await page.fill('#reply', 'I have your loan open. What would you like to know?');
  await page.getByRole('button', { name: 'Send' }).click();
  const bubble = phone.locator('#thread .bubble.theirs', { hasText: 'I have your loan open' });
  await bubble.waitFor();
  const code = await codeOnX(daniel.number);
  const arrived = site.demonstration.simulator
    .conversation(daniel.userId, bankUserId)
    .find(({ text }) => text.includes('I have your loan open'));
  expect(arrived?.text).toMatch(/^Ann here, a person at /);
  expect(arrived?.text.endsWith(` ${code}`)).toBe(true);
  expect(await bubble.textContent()).toContain(code);
  // Staff never see the code, not even at the end of what they wrote.
  expect(await page.content()).not.toContain(code);
  await page.getByRole('button', { name: 'Close', exact: true }).click();
  expect(await flash(page)).toMatch(/Closed, and with it the task T-/);
  await leave(phone, page);
});

async function codeOnX(number: string): Promise<string> {
  const { db, institution, keyring } = site;
  const member = present(await findMemberByNumber(db, institution.id, number), 'lives here');
  const addresses = await addressesOf(db, institution.id, member.id);
  const onX = present(
    addresses.find(({ channel }) => channel === 'x'),
    'they enrolled on X',
  );
  const codes = await openCodes(db, keyring, institution.id, [onX.id]);
  return present(codes.get(onX.id), 'it has a code').code;
}

it('brings a text from dispute to letters with two persons, and refuses one’s own yes', async () => {
  const maya = person('Maya');
  await site.say(maya.userId, 'I want to dispute a charge of $12.50, it was not me');
  const [asked] = site.demonstration.simulator
    .conversation(maya.userId, bankUserId)
    .flatMap(({ text }) => /\bOK \d{4}\b/.exec(text)?.[0] ?? []);
  await site.say(maya.userId, present(asked, 'it asks before it opens a dispute'));
  const ann = await desk.enter('Ann');
  await ann.goto(`${url}/disputes`);
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
  const credit = await waitsFor(ann);
  await refusesOwn(ann, credit);
  const cleo = await desk.enter('Cleo');
  expect(await approve(cleo, url, credit)).toContain('Approved and done');
  await ann.goto(dispute);
  expect(await ann.locator('details.letter').count()).toBe(2);
  await act(ann, 'Decide', {
    outcome: 'error',
    findings: 'The store charged you twice.',
    why: 'the store answered',
  });
  expect(await approve(cleo, url, await waitsFor(ann))).toContain('Approved and done');
  await ann.goto(dispute);
  expect(await ann.locator('details.letter').count()).toBe(3);
  expect(await ann.locator('main').textContent()).toContain('12.50 USD');
  const letter = await ann.locator('a[href$=".pdf"]').last().getAttribute('href');
  const pdf = await ann.context().request.get(`${url}${letter}`);
  expect(pdfText(await pdf.body()).join('\n')).toContain('The store charged you twice.');
  await leave(ann, cleo);
});

/** The asker finds no button, and the server refuses them too. */
async function refusesOwn(page: Page, reference: string): Promise<void> {
  await page.goto(`${url}/approvals/${reference}`);
  expect(await page.locator('form[action$="/approve"]').count()).toBe(0);
  const own = await page.context().request.post(`${url}/approvals/${reference}/approve`, {
    headers: { origin: url, 'sec-fetch-site': 'same-origin' },
    form: {},
  });
  expect(await own.text()).toMatch(/You asked for this/);
  const [still] = await site.db.query<{ state: string }>(
    'select state from staff_approvals where reference = $1',
    [reference],
  );
  expect(still).toEqual({ state: 'waiting' });
}

it('raises a limit with two persons', async () => {
  const { number } = person('Sam');
  const ann = await desk.enter('Ann');
  await ann.goto(`${url}/members/${number}`);
  const lower = { perTransfer: '100.00', perDay: '200.00', why: 'the member asked at the counter' };
  await act(ann, 'Lower limits', lower);
  expect(await flash(ann)).toContain('The limits are lowered');
  await act(ann, 'Raise limits', { perTransfer: '150.00', perDay: '300.00', why: 'rent is due' });
  const reference = await waitsFor(ann);
  await refusesOwn(ann, reference);
  const fay = await enterFay();
  await fay.goto(`${url}/approvals/${reference}`);
  expect(await fay.locator('main').textContent()).toMatch(/100\.00[\s\S]*150\.00/);
  expect(await approve(fay, url, reference)).toContain('Approved and done');
  await ann.goto(`${url}/members/${number}`);
  expect(await ann.locator('main').textContent()).toContain('$150.00 each, $300.00 a day');
  await leave(ann, fay);
});

it('gives an activation code to who asked, once, and to nobody else', async () => {
  const ben = await desk.enter('Ben');
  await ben.goto(`${url}/approvals`);
  await ben.locator('tr', { hasText: '104390' }).locator('a').first().click();
  await ben.getByRole('button', { name: 'Approve' }).click();
  const path = new URL(ben.url()).pathname;
  expect(await ben.locator('main').textContent()).toContain('Ann carries it out');
  const ann = await desk.enter('Ann');
  await ann.goto(`${url}${path}`);
  await ann.getByRole('button', { name: 'Carry it out' }).click();
  const code = await ann.locator('input.secret').inputValue();
  expect(code).toMatch(/^\S{4}-\S{4}-\S{4}$/);
  await ann.goto(`${url}${path}`);
  expect(await ann.content()).not.toContain(code);
  expect(await ann.getByRole('button', { name: 'Carry it out' }).count()).toBe(0);
  await leave(ann, ben);
});

it('rehearses a word on what members wrote, and makes it live', async () => {
  const { userId } = person('Étienne');
  const unknown = await site.say(userId, 'moolah');
  // A job lists texts for the rehearsal.
  await site.demonstration.service.runJobs();
  const ben = await desk.enter('Ben');
  await ben.goto(`${url}/settings`);
  await act(ben, 'Add a word', { command: 'balance', word: 'moolah' });
  await ben.waitForURL(/\/settings\/drafts\//);
  expect(await ben.locator('summary', { hasText: 'Make it live' }).count()).toBe(0);
  await ben.getByRole('button', { name: 'Try it' }).click();
  await site.demonstration.service.runJobs();
  await ben.reload();
  // The page loads itself again until the rehearsal is done.
  await ben.locator('summary', { hasText: 'Make it live' }).waitFor();
  expect(await ben.locator('table.side-by-side').textContent()).toContain('moolah');
  await act(ben, 'Make it live', { why: 'members write it' });
  const cleo = await desk.enter('Cleo');
  expect(await approve(cleo, url, await waitsFor(ben))).toContain('Approved and done');
  const read = await site.say(userId, 'moolah');
  expect(read).not.toBe(unknown);
  expect(read).toMatch(/\d/);
  await leave(ben, cleo);
});

it('stops a notice halfway', async () => {
  const text = 'Our branch on Gateway Plaza is closed on Monday.';
  const ben = await desk.enter('Ben');
  await ben.goto(`${url}/notices/new`);
  await ben.fill('#name', 'Closed on Monday');
  for (const language of ['en', 'es', 'fr']) await ben.fill(`#text_${language}`, text);
  await ben.fill('#pace', '2');
  await ben.getByRole('button', { name: 'Save and count' }).click();
  await ben.locator('h1', { hasText: 'Closed on Monday' }).waitFor();
  const notice = ben.url();
  await act(ben, 'Send it', { why: 'a pipe burst' });
  const cleo = await desk.enter('Cleo');
  expect(await approve(cleo, url, await waitsFor(ben))).toContain('Approved and done');
  const { simulator, service } = site.demonstration;
  const arrived = () =>
    demoUsers().filter((userId) =>
      simulator
        .conversation(userId, bankUserId)
        .some((one) => one.text.includes('Gateway Plaza is')),
    ).length;
  await service.runJobs();
  await vi.waitFor(() => expect(arrived()).toBe(2), { timeout: 30_000, interval: 50 });
  // A phone has a message before we know that it arrived.
  await expect
    .poll(
      async () => {
        await ben.goto(notice);
        return ben.locator('#progress').textContent();
      },
      { timeout: 30_000 },
    )
    .toContain('2 of 6 done');
  await act(ben, 'Stop', { why: 'it opens after all' });
  expect(await flash(ben)).toContain('Stopped. 2 have it, 4 get nothing.');
  await service.runJobs();
  expect(arrived()).toBe(2);
  await leave(ben, cleo);
});

const demoUsers = () =>
  ['Maya', 'Daniel', 'Lucía', 'Étienne', 'Ruth', 'Sam'].map((name) => person(name).userId);

it('downloads the monthly report as a PDF and reads it', async () => {
  const cleo = await desk.enter('Cleo');
  await cleo.goto(`${url}/reports`);
  const coming = cleo.waitForEvent('download');
  await cleo.getByRole('button', { name: 'Make the PDF' }).click();
  const pdf = await readFile(await (await coming).path());
  const month = Temporal.Now.plainDateISO('UTC').subtract({ months: 1 });
  const text = pdfText(pdf).join('\n');
  expect(text).toContain(String(month.year));
  expect(text).toContain('Messages received');
  expect(text).toContain(site.institution.name);
  await leave(cleo);
});

it('told the duty of the stop payment by mail, within the minute', async () => {
  const [task] = await site.db.query<{ reference: string; at: Temporal.Instant }>(
    "select reference, created_at as at from tasks where urgent and kind = 'agent'",
  );
  const { reference, at } = present(task, 'the stop payment is a task');
  const ofIt = () => desk.mailbox.mails.find(({ text }) => text.includes(reference));
  await vi.waitUntil(ofIt, { timeout: 60_000, interval: 100 });
  const mail = present(ofIt(), 'it came');
  expect(mail.to).toBe(duty);
  expect(mail.at.since(at).total('seconds')).toBeLessThan(60);
  const ann = await desk.enter('Ann');
  await ann.goto(present(/https?:\S+/.exec(mail.text)?.[0], 'it has a link'));
  expect(await ann.locator('main').textContent()).toContain('stop payment on check 1050');
  await act(ann, 'Close', { outcome: 'Stopped at the core, told by telephone' });
  expect(await flash(ann)).toContain('Closed');
  await leave(ann);
});

describe('every page of the console', () => {
  let found: Awaited<ReturnType<typeof openEverything>>;
  let no: Awaited<ReturnType<typeof furnishPages>>;
  beforeAll(async () => {
    no = await furnishPages(desk);
    found = await openEverything(desk);
  }, 180_000);

  it('shows no code, no full number of an account or card, and no phone, to nobody', () => {
    expect(leaksIn(found, no)).toEqual([]);
  });

  it('shows a phone to who says why, and keeps who it was and why', async () => {
    const ann = await desk.enter('Ann');
    await ann.goto(`${url}/members/${person('Maya').number}`);
    await act(ann, 'Show the number', { why: 'she asked us to call back' });
    const digits = (await ann.locator('.unmasked').textContent())?.replaceAll(/\D/g, '') ?? '';
    expect(digits.endsWith(person('Maya').phone.slice(-10))).toBe(true);
    const looks = await site.db.query("select who_name, why from reads where what = 'phone'");
    expect(looks).toEqual([{ who_name: 'Ann', why: 'she asked us to call back' }]);
    await leave(ann);
  });

  it('has nothing that axe complains about, in both themes, and fits the screen', async () => {
    expect(await faultsOfPages(desk, found)).toEqual([]);
    expect(site.complaints).toEqual([]);
  }, 600_000);
});
