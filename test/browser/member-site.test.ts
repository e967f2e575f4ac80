import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { totpAt } from '../../src/access/totp.ts';
import { sampled } from '../support/sampled.ts';
import { present } from '../../src/kernel/assert.ts';
import { bankNumber, bankUserId, openSite, person, type Site } from './site.ts';

/** Uses MyVantage as members do, in a real browser, together with X. */
let site: Site;

beforeAll(async () => {
  site = await openSite();
}, 120_000);
afterAll(async () => site[Symbol.asyncDispose]());

/** Chooses a language at the foot of the page. */
async function choose(page: Page, language: string): Promise<void> {
  await page.click(`.languages button[value="${language}"]`);
  await page.locator(`html[lang=${language}]`).waitFor({ state: 'attached' });
}

async function activate(page: Page, number: string, language: string): Promise<void> {
  const code = await site.invite(number);
  await page.goto(`${site.url}/activate`);
  await choose(page, language);
  await page.fill('#memberNumber', number);
  await page.fill('#code', code);
  await page.click('main button.primary');
  await page.waitForURL('**/activate/passkey');
}

/**
 * Enrolls an X account on the site, and proves it from that account.
 * @returns the address's page
 */
async function enrollX(page: Page, user: { id: string; username: string }): Promise<string> {
  const { simulator } = site.demonstration;
  await page.goto(`${site.url}/messages/enroll/x`);
  await page.fill('#handle', `@${user.username}`);
  await page.check('#mayMoveMoney');
  for (const box of await page.locator('fieldset input[type=checkbox]').all()) await box.check();
  await page.click('main button.primary');
  await page.waitForURL(/\/messages\/enroll\/x\/[0-9a-f-]{36}$/);
  const word = present(await page.locator('main .code').first().textContent(), 'the word is shown');
  await simulator.memberFollows(user.id, bankUserId);
  await simulator.memberSends({ from: user.id, to: bankUserId, text: word.trim() });
  // The page notices automatically.
  await page.locator('.notice-done').waitFor();
  return present(
    await page.locator('main a.button.primary').getAttribute('href'),
    'the new address can be managed',
  );
}

const walks = [
  { language: 'en', width: 1280, name: 'Daniel', from: '7', to: '0' },
  { language: 'fr', width: 390, name: 'Étienne', from: '7', to: '0' },
  { language: 'es', width: 1280, name: 'Maya', from: '7', to: '0' },
  { language: 'en', width: 390, name: 'Ruth', from: '7', to: '0' },
  { language: 'fr', width: 1280, name: 'Sam', from: '8', to: '0' },
  { language: 'es', width: 390, name: 'Lucía', from: '7', to: '0' },
] as const;

it.each(walks.slice(0, sampled({ all: 6, sample: 3 })))(
  'from activation to a transfer by message: $language at $width px',
  async ({ language, width, name, from, to }) => {
    const { number } = person(name);
    const { context, page } = await site.open({ width, language });
    await activate(page, number, language);
    await page.click('form[data-passkey=make] button');
    await page.waitForURL('**/accounts');
    expect(await page.locator('html').getAttribute('lang')).toBe(language);

    const user = site.demonstration.simulator.createUser({
      username: `new${number}`,
      name: `New ${name}`,
    });
    const address = await enrollX(page, user);
    await page.goto(`${site.url}${address}/code`);
    const shown = async () => (await page.locator('main .code').first().textContent())?.trim();
    const first = present(await shown(), 'the code is shown');
    expect(first).toMatch(/^[A-Z0-9]{6}$/);
    expect(await site.say(user.id, '#bal')).toMatch(new RegExp(`${first}$`));

    await page.click('main form button.primary');
    await page.waitForURL('**/code?done=code');
    const second = present(await shown(), 'the code is shown');
    expect(second).not.toBe(first);
    await page.goto(`${site.url}/accounts/${from}`);
    const balanceBefore = await page.locator('main').textContent();
    let answer = await site.say(user.id, `#trans 7.31 ${from} ${to}`);
    const ok = /OK \d{4}/.exec(answer);
    if (ok) answer = await site.say(user.id, ok[0]);
    expect(answer).toMatch(/7[.,]31/);
    expect(answer).toMatch(new RegExp(`${second}$`));

    await page.reload();
    expect(await page.locator('main').textContent()).not.toBe(balanceBefore);
    await expect(page.locator('table.entries').textContent()).resolves.toMatch(/7[.,]31/);
    expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
    await context.close();
  },
);

it('a large transfer by message waits for the passkey, and the channel hears the end', async () => {
  const { number } = person('Ruth');
  const { context, page } = await site.open({ width: 390 });
  await activate(page, number, 'en');
  await page.click('form[data-passkey=make] button');
  await page.waitForURL('**/accounts');
  const user = site.demonstration.simulator.createUser({ username: 'ruthtoo', name: 'Ruth' });
  await enrollX(page, user);
  expect(await site.say(user.id, '#trans 1500 0 7')).toMatch(
    /^Nothing moved yet\. To move \$1,500\.00 from .+ in MyVantage by /,
  );
  await page.goto(`${site.url}/messages/approvals`);
  await expect(page.locator('main .card').first().textContent()).resolves.toMatch(/\$1,500\.00/);
  expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
  const told = heard(user.id);
  await page.click('form[data-passkey=use] button');
  await page.waitForURL('**/messages/approvals?did=approved');
  expect(await told).toMatch(/^Moved \$1,500\.00, /);
  await expect(page.locator('table.rows').textContent()).resolves.toMatch(/Done/);
  expect(await site.say(user.id, '#trans 1600 0 7')).toMatch(/^Nothing moved yet/);
  await page.goto(`${site.url}/messages/approvals`);
  const declined = heard(user.id);
  await page.click('form[action$="/decline"] button');
  await page.waitForURL('**/messages/approvals?did=declined');
  expect(await declined).toMatch(/^You declined your transfer of \$1,600\.00/);
  await context.close();
});

/** The next message that this X user gets. */
async function heard(userId: string): Promise<string> {
  return new Promise((resolve) => {
    const end = site.demonstration.simulator.subscribe(userId, (event) => {
      if (event.kind !== 'message' || event.message.senderId !== bankUserId) return;
      end();
      resolve(event.message.text);
    });
  });
}

it('without script: password with an authenticator app, X enrolled, the code changed', async () => {
  const { number } = person('Daniel');
  const { context, page } = await site.open({ script: false, width: 390 });
  const code = await site.invite(number);
  await page.goto(`${site.url}/activate`);
  await page.fill('#memberNumber', number);
  await page.fill('#code', code);
  await page.click('main button.primary');
  await page.goto(`${site.url}/activate/password`);
  const key = present(await page.locator('code').first().textContent(), 'the key is shown');
  await page.fill('#password', 'a lamp beside the harbour');
  await page.fill('#code', totpAt(key.replaceAll(' ', ''), site.world.clock.now()));
  await page.click('main button.primary');
  expect(await page.locator('.codes li').count()).toBe(10);
  await page.goto(`${site.url}/messages/enroll/x`);
  const user = site.demonstration.simulator.createUser({ username: 'noscript', name: 'No Script' });
  await page.fill('#handle', 'noscript');
  for (const box of await page.locator('fieldset input[type=checkbox]').all()) await box.check();
  await page.click('main button.primary');
  const word = present(await page.locator('main .code').first().textContent(), 'the word is shown');
  await site.demonstration.simulator.memberFollows(user.id, bankUserId);
  await site.demonstration.simulator.memberSends({ from: user.id, to: bankUserId, text: word });
  await page.click('a.button.quiet');
  await page.locator('.notice-done').waitFor();
  await page.click('main a.button.primary');
  await page.goto(`${page.url()}/code`);
  await page.fill('#chosen', 'HARB0R');
  await page.click('main form button.primary');
  expect(await site.say(user.id, '#bal 7')).toMatch(/HARB0R$/);
  await context.close();
});

it.each([
  { language: 'en', width: 1280, name: 'Maya', script: true },
  { language: 'fr', width: 390, name: 'Étienne', script: false },
  { language: 'es', width: 390, name: 'Lucía', script: true },
] as const)('a phone is enrolled by the code sent to it: $language at $width px', async (given) => {
  const { twilio } = site.demonstration;
  const { number, phone } = person(given.name);
  const { context, page } = await site.open(given);
  await site.enter(context, number);
  await page.goto(`${site.url}/messages/enroll/phone`);
  await choose(page, given.language);
  await page.fill('#number', phone.replace(/^\+1(\d{3})(\d{3})/, '($1) $2-'));
  await page.check('#mayMoveMoney');
  for (const box of await page.locator('fieldset input[type=checkbox]').all()) await box.check();
  const word = texts(phone, /\d{8}/);
  await page.click('main button.primary');
  await page.waitForURL(/\/messages\/enroll\/phone\/[0-9a-f-]{36}$/);
  await page.fill('#word', '00000000');
  await page.click('main button.primary');
  await page.locator('#word-error').waitFor();
  expect(await page.locator('.notice-wrong').count()).toBe(0);
  const sent = /\d{8}/.exec(await word)?.[0] ?? '';
  const welcome = texts(phone, / [A-Z0-9]{6}$/);
  await page.fill('#word', sent);
  await page.click('main button.primary');
  await page.locator('.notice-done').waitFor();
  const code = present(/[A-Z0-9]{6}$/.exec(await welcome)?.[0], 'the welcome ends in the code');
  const answer = texts(phone, /1?[.,]\d\d/);
  await twilio.phoneSends({ from: phone, to: bankNumber, text: '#bal 7' });
  expect(await answer).toMatch(new RegExp(`${code}$`));
  await page.goto(`${site.url}/messages/log`);
  expect(await page.locator('main').textContent()).toContain('#bal 7');
  await context.close();
});

it('a phone of two memberships: the person with the phone chooses which one it serves', async () => {
  const maya = person('Maya');
  const { context, page } = await site.open({ width: 390, scheme: 'dark' });
  await site.enter(context, person('Sam').number);
  await page.goto(`${site.url}/messages/enroll/phone`);
  await choose(page, 'en');
  await page.fill('#number', maya.phone);
  for (const box of await page.locator('fieldset input[type=checkbox]').all()) await box.check();
  const word = texts(maya.phone, /\d{8}/);
  await page.click('main button.primary');
  await page.waitForURL(/\/messages\/enroll\/phone\/[0-9a-f-]{36}$/);
  await page.fill('#word', /\d{8}/.exec(await word)?.[0] ?? '');
  await page.click('main button.primary');
  const here = page.locator('main button.primary');
  await expect.poll(async () => here.textContent()).toContain(person('Sam').number);
  expect(await page.locator('main').textContent()).toContain('is set up for another membership');
  await here.click();
  await page.locator('.notice-done').waitFor();
  await context.close();
});

/** Finds the next text to this phone that contains this. */
async function texts(phone: string, pattern: RegExp): Promise<string> {
  return new Promise((resolve) => {
    const end = site.demonstration.twilio.subscribe(phone, (event) => {
      if (event.kind !== 'message' || event.message.direction === 'inbound') return;
      if (!pattern.test(event.message.text)) return;
      end();
      resolve(event.message.text);
    });
  });
}

it.each([
  { language: 'en', width: 1280, script: true, name: 'Ruth' },
  { language: 'fr', width: 390, script: false, name: 'Daniel' },
  { language: 'es', width: 390, script: true, name: 'Lucía' },
] as const)('failed enrollments end clearly: $language at $width px', async (how) => {
  const { simulator } = site.demonstration;
  // Each has their own member, since we limit how often one may start in an hour.
  const { number } = person(how.name);
  const { context, page } = await site.open(how);
  await site.enter(context, number);
  await page.goto(`${site.url}/messages`);
  await choose(page, how.language);
  const begin = async (handle: string) => {
    await page.goto(`${site.url}/messages/enroll/x`);
    await page.fill('#handle', handle);
    for (const box of await page.locator('fieldset input[type=checkbox]').all()) await box.check();
    await page.click('main button.primary');
  };
  // Nobody's account, then ours.
  for (const handle of ['nobody_is_so', 'myvcu']) {
    await begin(handle);
    await page.locator('#handle-error').waitFor();
    expect(await page.locator('.notice-wrong').count()).toBe(0);
    expect(await page.locator(':focus').getAttribute('id')).toBe('handle');
    expect(page.url()).toBe(`${site.url}/messages/enroll/x`);
    expect(await page.inputValue('#handle')).toBe(handle);
  }
  // Bound elsewhere: we say so only once the code arrives from there.
  const maya = person('Maya');
  await begin(maya.handle);
  await page.waitForURL(/\/messages\/enroll\/x\/[0-9a-f-]{36}$/);
  const theirs = present(await page.locator('main .code').first().textContent(), 'a word');
  await simulator.memberSends({ from: maya.userId, to: bankUserId, text: theirs });
  if (!how.script) await page.reload();
  await page.locator('.notice-wrong').waitFor();
  // From another account.
  const wanted = simulator.createUser({ username: `truth_${how.language}`, name: how.name });
  const other = simulator.createUser({
    username: `notruth_${how.language}`,
    name: `Not ${how.name}`,
  });
  await begin(wanted.username);
  await page.waitForURL(/\/messages\/enroll\/x\/[0-9a-f-]{36}$/);
  const word = present(await page.locator('main .code').first().textContent(), 'the word is shown');
  await simulator.memberFollows(other.id, bankUserId);
  await simulator.memberSends({ from: other.id, to: bankUserId, text: word });
  await page.reload();
  expect(await page.locator('.notice-done').count()).toBe(0);
  // Signed out: the code no longer works.
  await simulator.memberFollows(wanted.id, bankUserId);
  await page.click('.masthead form button');
  await page.waitForURL('**/sign-in?done=signed_out');
  await simulator.memberSends({ from: wanted.id, to: bankUserId, text: word });
  await site.enter(context, number);
  await page.goto(`${site.url}/messages`);
  expect(await page.locator('main').textContent()).not.toContain(wanted.username);
  await context.close();
});

it('an unfollow and a changed handle lock money there until the account is verified again', async () => {
  const { simulator } = site.demonstration;
  const { context, page } = await site.open({ width: 390 });
  await site.enter(context, person('Étienne').number);
  for (const happens of ['unfollows', 'changes the handle'] as const) {
    const user = simulator.createUser({
      username: happens === 'unfollows' ? 'etienne_left' : 'etienne_new',
      name: 'Étienne',
    });
    const address = await enrollX(page, user);
    await page.goto(site.url + address);
    const again = page.locator('main a.button.primary[href="/messages/enroll/x"]');
    expect(await again.count()).toBe(0);
    if (happens === 'unfollows') await simulator.memberUnfollows(user.id, bankUserId);
    else await simulator.changeHandle(user.id, 'etienne_other');
    await expect
      .poll(
        async () => {
          await page.reload();
          return again.count();
        },
        { message: `the member who ${happens} finds it locked` },
      )
      .toBe(1);
    expect(await site.say(user.id, '#trans 1 7 0')).not.toMatch(/Virement fait|Moved/);
  }
  await context.close();
});

it('a browser without a valid language draws the chart in the page’s language', async () => {
  const { context, page } = await site.open({ locale: 'en-US@posix' });
  expect(await page.evaluate('navigator.language')).toBe('en-US@posix');
  await site.enter(context, person('Maya').number);
  await page.goto(`${site.url}/accounts/7`);
  await page.locator('.plot canvas').waitFor();
  expect(await page.locator('.plot > .sparkline').isHidden()).toBe(true);
  expect(await page.locator('.plot .u-legend').textContent()).toMatch(/\$[\d,]+\.\d\d/);
  await context.close();
});

it('if the chart’s library does not load, its picture stays', async () => {
  const { context, page } = await site.open();
  await site.enter(context, person('Maya').number);
  await page.route('**/static/vendor/uplot.js', async (route) => route.fulfill({ body: '' }));
  await page.goto(`${site.url}/accounts/7`);
  expect(await page.locator('.plot > .sparkline').isVisible()).toBe(true);
  await context.close();
});

it('at a phone’s width the sign-out link stays next to the name, even in the longest language', async () => {
  const { context, page } = await site.open({ language: 'fr', width: 390 });
  await page.goto(`${site.url}/sign-in`);
  // The name does not overflow its place.
  const isWhole = await page
    .locator('.brand-names')
    .evaluate(({ scrollWidth, clientWidth }) => scrollWidth <= clientWidth);
  expect(isWhole).toBe(true);
  await context.close();
});

it('too many wrong passwords lock, and the page says until when', async () => {
  const { context, page } = await site.open();
  const attempt = async () => {
    await page.goto(`${site.url}/sign-in/password`);
    await page.fill('#memberNumber', person('Daniel').number);
    await page.fill('#password', 'not the password at all');
    await page.click('main button.primary');
  };
  for (let time = 0; time < 7; time += 1) await attempt();
  expect(await page.locator('.notice-wrong').textContent()).toMatch(/\d/);
  await context.close();
});

it('another browser can end a session', async () => {
  const { number } = person('Sam');
  const one = await site.open();
  const other = await site.open();
  await site.enter(one.context, number);
  await site.enter(other.context, number);
  await one.page.goto(`${site.url}/accounts`);
  await other.page.goto(`${site.url}/security`);
  await other.page.click('form[action$="end-others"] button');
  await other.page.waitForURL('**/security?done=others_ended');
  await one.page.goto(`${site.url}/accounts`);
  expect(new URL(one.page.url()).pathname).toBe('/sign-in');
  await one.context.close();
  await other.context.close();
});

it('no browser complained, not even about the content policy', () => {
  expect(site.complaints).toEqual([]);
});
