import type { Page } from 'playwright-core';
import { demoPeople } from '../../dev/demonstration/people.ts';
import { present } from '../../src/kernel/assert.ts';
import { issueCodes, openCodes } from '../../src/members/codes.ts';
import { findMemberByNumber } from '../../src/members/members.ts';
import { bindAddresses } from '../../src/messages/bind-addresses.ts';
import { consoleOver } from '../support/console.ts';
import { pdfText } from '../support/pdf-text.ts';
import { sampled } from '../support/sampled.ts';
import { crawlConsole, readRoutes, type Crawled } from './crawl-console.ts';
import { act, approve, type Desk } from './desk.ts';
import { faultsOf } from './faults-of.ts';
import { bankNumber, type Site } from './site.ts';

/** Everybody of the demonstration’s staff: one of each role. */
export const everybody = ['Ann', 'Ben', 'Cleo', 'Dora', 'Eli', 'Tess'] as const;

/** Pages that nobody who is signed in opens by a link, and what opens them instead. */
const elsewhere: Readonly<Record<string, string>> = {
  '/sign-in': 'console-sign-in.test.ts',
  '/sign-in/single-sign-on': 'sends the browser to the provider',
  '/sign-in/single-sign-on/back': 'the provider sends the browser there',
  '/invitation': 'console-sign-in.test.ts',
  '/invitation/:link{[\\w-]{43}}': 'console-sign-in.test.ts',
  '/invitation/single-sign-on': 'sends the browser to the provider',
  '/verify': 'console-sign-in.test.ts',
  '/verify/single-sign-on': 'sends the browser to the provider',
  '/you/single-sign-on': 'sends the browser to the provider',
  '/inbox/:id/news': 'the inbox’s script asks it',
};

/** What members write that no page may show: figures that only they and we know. */
const secretTexts = [
  'my account number is 4455 6677 8899 12 please check it',
  'my card is 4111 1111 1111 1111 and the PIN is 482193',
] as const;

const hook = 'https://hooks.partner.example/tmm';

/** What no page may show, and why. */
export interface Forbidden {
  readonly what: string;
  readonly pattern: RegExp;
}

/**
 * Gives two members phones, from which they write what they shouldn’t, and the console one of each thing that a page is about.
 * @returns what must not be on any page
 */
export async function furnishPages(desk: Desk): Promise<Forbidden[]> {
  const { site, url } = desk;
  const { db, institution, keyring, world } = site;
  const people = demoPeople.slice(0, 2);
  const bound = await db.transaction(async (tx) => {
    const addresses = [];
    for (const { number, phone } of people) {
      const member = await findMemberByNumber(tx, institution.id, number);
      const { id: memberId } = present(member, 'lives here');
      addresses.push({
        memberId,
        channel: 'sms',
        address: phone,
        handle: phone,
        mayMoveMoney: true,
      } as const);
    }
    const ids = await bindAddresses(tx, { keyring, world }, institution.id, addresses);
    await issueCodes(tx, { keyring, world }, institution.id, ids);
    return ids;
  });
  for (const { phone } of people)
    for (const text of ['#bal', ...secretTexts]) await textAs(site, phone, text);
  await site.demonstration.service.runJobs();
  const cleo = await desk.enter('Cleo');
  await cleo.goto(`${url}/search`);
  await cleo.fill('[name="words"]', 'account');
  await cleo.fill('[name="why"]', 'an examiner asks');
  await cleo.locator('form[action="/search"] button').click();
  await cleo.waitForURL(/\/search\/.+/);
  await act(cleo, 'Export as CSV', { why: 'an examiner asks' });
  await cleo.goto(`${url}/notices/new`);
  await cleo.fill('#name', 'A draft');
  for (const language of ['en', 'es', 'fr']) await cleo.fill(`#text_${language}`, 'We are open.');
  await cleo.getByRole('button', { name: 'Save and count' }).click();
  await cleo.waitForLoadState();
  await furnishPrograms(desk, cleo);
  await cleo.context().close();
  return forbidden(site, bound);
}

/** A program and a webhook, which an administrator asks for and compliance approves. */
async function furnishPrograms(desk: Desk, cleo: Page): Promise<void> {
  const { site, url } = desk;
  const dora = await desk.enter('Dora');
  const why = 'the partner asked';
  const headers = { origin: url, 'sec-fetch-site': 'same-origin' };
  for (const [path, form] of [
    ['/programs', { name: 'warehouse', operations: 'listTasks', days: '30', why }],
    ['/programs/webhooks', { name: 'partner', url: hook, 'kind-hold_placed': 'on', why }],
  ] as const)
    await dora.context().request.post(`${url}${path}`, { headers, form });
  await dora.context().close();
  const waiting = await site.db.query<{ reference: string }>(
    "select reference from staff_approvals where state = 'waiting' and operation in ('createProgram', 'createWebhook')",
  );
  for (const { reference } of waiting) await approve(cleo, url, reference);
}

/** Sends a text, and waits for its answer. */
async function textAs({ demonstration }: Site, from: string, text: string): Promise<void> {
  const { twilio } = demonstration;
  const answered = new Promise<void>((resolve) => {
    const end = twilio.subscribe(from, (event) => {
      if (event.kind !== 'message' || event.message.to !== from) return;
      end();
      resolve();
    });
  });
  await twilio.phoneSends({ from, to: bankNumber, text });
  await answered;
}

async function forbidden(
  { db, institution, keyring }: Site,
  bound: readonly string[],
): Promise<Forbidden[]> {
  const rows = await db.query<{ id: string }>('select id from addresses');
  const codes = await openCodes(
    db,
    keyring,
    institution.id,
    rows.map(({ id }) => id),
  );
  if (!bound.every((id) => codes.has(id))) throw new Error('each phone has a code');
  return [
    ...[...codes.values()].map(({ code }) => ({
      what: 'a member’s code',
      pattern: new RegExp(String.raw`\b${code}\b`, 'i'),
    })),
    ...demoPeople.map(({ phone }) => ({
      what: `the phone ${phone}`,
      pattern: apart(phone.slice(-10)),
    })),
    { what: 'an account number', pattern: apart('44556677889912') },
    { what: 'a card number', pattern: apart('4111111111111111') },
    { what: 'a PIN', pattern: /\b482193\b/ },
  ];
}

/** These digits, however they are grouped. */
const apart = (digits: string) =>
  new RegExp((digits.match(/\d/g) ?? []).join(String.raw`[\s().-]*`));

/** Follows all links of everybody. A search for a member is a form, so it is asked for. */
export async function openEverything(desk: Desk): Promise<Map<string, Crawled[]>> {
  const { db, world, keyring, institution } = desk.site;
  const { app } = consoleOver({ db, world, keyring, institutionId: institution.id });
  const routes = readRoutes(app);
  const [maya] = demoPeople;
  const { number = '', phone = '' } = maya ?? {};
  const month = Temporal.Now.plainDateISO('UTC').toPlainYearMonth().subtract({ months: 1 });
  const from = [
    '/',
    '/you',
    `/members/${number}`,
    `/members?q=${encodeURIComponent(phone)}`,
    `/consent?q=${number}`,
    `/reports/board.pdf?month=${month.toString()}`,
    `/reports/examiner?number=${number}`,
  ];
  const found = new Map<string, Crawled[]>();
  for (const name of everybody) {
    const page = await desk.enter(name);
    found.set(name, await crawlConsole(page, { url: desk.url, routes, from }));
    await page.context().close();
  }
  const reached = new Set(
    [...found.values()]
      .flat()
      .filter(({ status }) => status === 200)
      .map(({ route }) => route),
  );
  const lost = routes.filter((route) => !reached.has(route) && elsewhere[route] === undefined);
  if (lost.length > 0) throw new Error(`no link leads to ${lost.join(', ')}`);
  return found;
}

/** What each page says that it must not. A phone that the person searched for themselves stands in their own field, and in the way back. */
export function leaksIn(
  found: ReadonlyMap<string, readonly Crawled[]>,
  no: readonly Forbidden[],
): string[] {
  return [...found].flatMap(([name, crawled]) =>
    crawled.flatMap(({ path, type, body }) => {
      const text = type.startsWith('application/pdf')
        ? pdfText(body).join(' ')
        : body.toString('utf8').replaceAll(/<input[^>]*\bname="(?:q|next)"[^>]*>/g, '');
      return no
        .filter(({ pattern }) => pattern.test(text))
        .map(({ what }) => `${name} ${path}: ${what}`);
    }),
  );
}

/** The looks in which each page is checked: both themes, desktop and tablet. */
const looks = (
  [
    { colorScheme: 'light', width: 1280 },
    { colorScheme: 'dark', width: 820 },
    { colorScheme: 'dark', width: 1920 },
    { colorScheme: 'light', width: 820 },
  ] as const
).slice(0, sampled({ all: 4, sample: 2 }));

/** What axe complains about on each page of the console, once a route, as somebody who may open it. */
export async function faultsOfPages(
  desk: Desk,
  found: ReadonlyMap<string, readonly Crawled[]>,
): Promise<string[]> {
  const checked = new Set<string>();
  const faults: string[] = [];
  for (const [name, crawled] of found) {
    const mine = crawled.filter(({ route, status, type }) => {
      const isNew = status === 200 && type.startsWith('text/html') && !checked.has(route);
      if (isNew) checked.add(route);
      return isNew;
    });
    if (mine.length === 0) continue;
    const page = await desk.enter(name);
    for (const { path } of mine) faults.push(...(await faultsAt(page, desk.url, path)));
    await page.context().close();
  }
  return faults;
}

async function faultsAt(page: Page, url: string, path: string): Promise<string[]> {
  const faults: string[] = [];
  await page.goto(`${url}${path}`);
  for (const { colorScheme, width } of looks) {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: 900 });
    const where = `${path} ${colorScheme} ${width}`;
    faults.push(...(await faultsOf(page)).map((fault) => `${where}: ${fault}`));
    const fits = await page.evaluate('document.documentElement.scrollWidth <= innerWidth');
    if (fits !== true) faults.push(`${where}: wider than the screen`);
  }
  return faults;
}
