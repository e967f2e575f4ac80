import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { present } from '../../src/kernel/assert.ts';
import { findMemberByNumber } from '../../src/members/members.ts';
import { pushPayload } from '../../src/push/payload.ts';
import { sampled } from '../support/sampled.ts';
import { bubbles, changeSettingsOf, openConversation, write } from './app-conversation.ts';
import { faultsOf } from './faults-of.ts';
import { openPhone } from './phone.ts';
import { openSite, person, type Site } from './site.ts';

/** Uses the app as members do, on a phone of a real browser, beside the demonstration. */
let site: Site;

beforeAll(async () => {
  site = await openSite();
}, 120_000);
afterAll(async () => site[Symbol.asyncDispose]());

/** A process keeps an institution's settings for a moment. */
const patience = { timeout: 30_000, interval: 250 };

async function controlled(page: Page): Promise<void> {
  // The policy of the page forbids what `waitForFunction` does.
  await expect
    .poll(async () => page.evaluate('navigator.serviceWorker.controller !== null'), patience)
    .toBe(true);
}

it('can be installed: manifest, icons, worker', async () => {
  const { context, page, devtools } = await openPhone(site);
  await page.goto(`${site.url}/app`);
  await controlled(page);
  const { errors, data } = await devtools.send('Page.getAppManifest');
  expect(errors).toEqual([]);
  const manifest = JSON.parse(present(data, 'there is a manifest'));
  expect(manifest).toMatchObject({
    id: '/app',
    start_url: '/app',
    scope: '/app',
    display: 'standalone',
    theme_color: '#0f5c4c',
    lang: 'en',
    short_name: 'MyVantage',
  });
  const { icons }: { icons: { src: string; sizes: string; purpose: string }[] } = manifest;
  expect(icons.map(({ purpose }) => purpose)).toEqual(['any', 'any', 'maskable']);
  const touch = await page.locator('link[rel=apple-touch-icon]').getAttribute('href');
  const pictures = [...icons, { src: present(touch, 'iPhones have an icon'), sizes: '180x180' }];
  for (const { src, sizes } of pictures) {
    const answer = await context.request.get(`${site.url}${src}`);
    const bytes = await answer.body();
    expect(answer.headers()['content-type']).toBe('image/png');
    expect(`${bytes.readUInt32BE(16)}x${bytes.readUInt32BE(20)}`).toBe(sizes);
  }
  const { installabilityErrors } = await devtools.send('Page.getInstallabilityErrors');
  // A test's window has no lasting profile, which is no fault of the page.
  expect(installabilityErrors.filter(({ errorId }) => errorId !== 'in-incognito')).toEqual([]);
  expect(
    await page.evaluate('navigator.serviceWorker.getRegistration().then(({ scope }) => scope)'),
  ).toBe(`${site.url}/app`);
  await context.close();
});

it('shows the sign-in before its script, with links that work', async () => {
  const { context, page } = await openPhone(site);
  const held = Promise.withResolvers<void>();
  await context.route('**/app.js', async (route) => {
    await held.promise;
    await route.continue();
  });
  await page.goto(`${site.url}/app`, { waitUntil: 'commit' });
  const boxes = async () =>
    Promise.all(
      ['h1', '.primary', '.hint', '.stack > .bare', '.foot', '.languages'].map(async (part) =>
        page.locator(`.sign-in ${part}`).first().boundingBox(),
      ),
    );
  await page.locator('.sign-in a.primary').waitFor();
  const before = await boxes();
  held.resolve();
  await page.locator('.sign-in button.primary').waitFor();
  expect(await boxes()).toEqual(before);
  await context.close();

  const unscripted = await site.open({ width: 390, script: false });
  await unscripted.page.goto(`${site.url}/app`);
  await unscripted.page.locator('.sign-in a.primary').click();
  await unscripted.page.waitForURL('**/sign-in?next=/app');
  await unscripted.context.close();
});

it('creates a passkey, signs out, and signs in with it', async () => {
  const { context, page } = await openPhone(site);
  await site.enter(context, person('Ruth').number);
  await page.goto(`${site.url}/app/you`);
  await page.locator('.offer button').click();
  await page.getByText('Next time, sign in with your passkey.').waitFor();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.getByRole('button', { name: 'Sign in with a passkey' }).waitFor();
  expect((await context.cookies()).some(({ name }) => name === 'mv_session')).toBe(false);

  await page.reload();
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
  await page.getByText(person('Ruth').name).waitFor();

  // The code needs a fresh proof, and this one is.
  await page.goto(`${site.url}/app/move`);
  await page.fill('#amount', '12.34');
  await page.getByRole('button', { name: 'Review' }).click();
  const sheet = page.getByRole('dialog');
  for (const box of await sheet.getByRole('checkbox').all()) await box.check();
  await sheet.getByRole('button', { name: 'Move $12.34' }).click();
  await page.getByRole('heading', { name: 'Done' }).waitFor();
  await page.goto(`${site.url}/app/accounts`);
  await page.locator('.entry', { hasText: '$12.34' }).first().waitFor();
  await context.close();
});

it('sends a command, gets the answer live, and shows what comes by another way', async () => {
  const { context, page } = await openConversation(site, 'Daniel');
  const answer = await write(page, '#bal');
  const [code] = /[A-Z0-9]{6}$/.exec(answer) ?? [];
  expect(code).toBeDefined();
  expect(await page.locator('.bubble-code').last().textContent()).toContain(code);

  // The same member in another browser.
  const elsewhere = await openPhone(site);
  await site.enter(elsewhere.context, person('Daniel').number);
  await elsewhere.page.goto(`${site.url}/app`);
  const before = await bubbles(page, 'ours').count();
  await write(elsewhere.page, 'accounts');
  await bubbles(page, 'ours').nth(before).waitFor();
  await bubbles(page, 'mine').getByText('accounts', { exact: true }).waitFor();
  expect(await bubbles(page, 'mine').count()).toBe(2);

  await page.reload();
  await bubbles(page, 'ours').nth(before).waitFor();
  expect(await bubbles(page, 'mine').count()).toBe(2);
  await elsewhere.context.close();
  await context.close();
});

it('keeps what is written offline, starts without a network, and sends it once', async () => {
  const { context, page } = await openConversation(site, 'Sam');
  await controlled(page);
  await write(page, '#bal');
  await context.setOffline(true);
  await page.fill('.composer textarea', '#hist 8');
  await page.click('.composer .send');
  await page.getByText('Waits for a connection').waitFor();

  await page.reload();
  await page.getByText('No connection').waitFor();
  await page.locator('.said.waiting', { hasText: '#hist 8' }).waitFor();

  await context.setOffline(false);
  await page.locator('.said.mine:not(.waiting)', { hasText: '#hist 8' }).waitFor();
  await page.locator('.said.ours').nth(2).waitFor();
  expect(await page.locator('.said.waiting, .said.delivered').count()).toBe(0);
  expect(await page.locator('.said.mine', { hasText: '#hist 8' }).count()).toBe(1);
  const rows = await site.db.query(
    `select 1 from inbound where institution_id = $1 and channel = 'app' and text = '#hist 8'`,
    [site.institution.id],
  );
  expect(rows).toHaveLength(1);
  await context.close();
});

it('shows a push without anything of the member, and a number on the icon', async () => {
  const { context, page, devtools } = await openConversation(site, 'Daniel');
  await context.grantPermissions(['notifications']);
  await controlled(page);
  const registered = new Promise<string>((resolve) => {
    devtools.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
      const first = registrations.find(({ scopeURL }) => scopeURL.startsWith(site.url));
      if (first) resolve(first.registrationId);
    });
  });
  await devtools.send('ServiceWorker.enable');
  const registrationId = await registered;
  const [worker] = context.serviceWorkers();
  // A headless browser has no icon to put the number on, and its smallest kind shows no notifications.
  const isAllowed = (await page.evaluate('Notification.permission')) === 'granted';
  await present(worker, 'the worker runs').evaluate(`
    navigator.setAppBadge = async (count) => { self.badge = count; };
    self.shown = [];
    const show = self.registration.showNotification.bind(self.registration);
    self.registration.showNotification = async (title, { body, tag, data, ...options }) => {
      self.shown.push({ title, body, tag, data });
      if (${String(isAllowed)}) await show(title, { body, tag, data, ...options });
    };`);
  const member = present(
    await findMemberByNumber(site.db, site.institution.id, person('Daniel').number),
    'the member lives in the demonstration',
  );
  const data = Buffer.from(
    pushPayload({ about: 'message', language: 'en', publicUrl: site.url, waiting: 3 }),
  ).toString('utf8');
  await devtools.send('ServiceWorker.deliverPushMessage', {
    origin: site.url,
    registrationId,
    data,
  });
  const wanted = [
    { title: 'You have a new message', body: '', tag: 'message', data: { navigate: '/app' } },
  ];
  await expect
    .poll(async () => present(worker, 'the worker runs').evaluate('self.shown'), patience)
    .toEqual(wanted);
  const shown = `navigator.serviceWorker.ready.then((one) => one.getNotifications())
    .then((all) => all.map(({ title, body, tag, data }) => ({ title, body, tag, data })))`;
  if (isAllowed) await expect.poll(async () => page.evaluate(shown), patience).toEqual(wanted);
  expect(data).not.toMatch(new RegExp(`${member.name}|${member.number}|\\$|\\b[A-Z0-9]{6}\\b`));
  expect(await present(worker, 'the worker runs').evaluate('self.badge')).toBe(3);
  await context.close();
});

it('changes to a newer release at once, but not while somebody writes', async () => {
  const { context, page } = await openConversation(site, 'Sam');
  await controlled(page);
  const style = async () => page.locator('meta[name=theme-color]').getAttribute('content');
  const look = async () =>
    page.evaluate('navigator.serviceWorker.getRegistration().then((one) => one.update())');
  const before = await style();
  const paint = async (main: string) =>
    changeSettingsOf(site, { colors: { main, onMain: '#ffffff' } });
  await paint('#5c0f3c');
  await expect
    .poll(async () => {
      await look();
      return style();
    }, patience)
    .not.toBe(before);
  const second = await style();
  expect(await page.evaluate('caches.keys()')).toHaveLength(1);

  await page.fill('.composer textarea', 'half a thou');
  await paint('#0f5c4c');
  await expect
    .poll(async () => {
      await look();
      return page.getByText('A new version is ready.').isVisible();
    }, patience)
    .toBe(true);
  expect(await style()).toBe(second);
  expect(await page.inputValue('.composer textarea')).toBe('half a thou');
  await page.getByRole('button', { name: 'Update' }).click();
  await expect.poll(style, patience).toBe(before);
  await context.close();
});

it('asks for OK with buttons', async () => {
  const { context, page } = await openConversation(site, 'Maya');
  await page.goto(`${site.url}/app/rights`);
  await page.getByRole('switch').check();
  await page.getByText('Saved.').waitFor();
  await page.getByRole('link', { name: 'Messages' }).click();
  await changeSettingsOf(site, { limits: { confirmAbove: '0' } });
  await write(page, '#trans 4.44 0 7');
  // An earlier message may appear in the meantime.
  const asking = bubbles(page, 'ours')
    .filter({ hasText: /OK \d+/ })
    .last();
  const asked = (await asking.textContent()) ?? '';
  const ok = present(/OK \d+/.exec(asked)?.[0], 'it asks');
  const group = page.getByRole('group', { name: 'Answer' });
  await group.getByRole('button', { name: 'NO' }).waitFor();
  const before = await bubbles(page, 'ours').count();
  await group.getByRole('button', { name: ok }).click();
  await bubbles(page, 'ours').nth(before).waitFor();
  expect(await bubbles(page, 'ours').nth(before).textContent()).toContain('$4.44');
  await context.close();
});

it('approves with a passkey what a message asked for, and declines', async () => {
  const { context, page } = await openConversation(site, 'Maya');
  await page.goto(`${site.url}/app/you`);
  await page.locator('.offer button').click();
  await page.getByText('Next time, sign in with your passkey.').waitFor();
  await changeSettingsOf(site, {
    limits: { confirmAbove: '99999' },
    stepUp: { above: { app: '100' } },
  });
  for (const [button, said, amount] of [
    ['Approve $5.01', 'Approved.', '5.01'],
    ['Decline', 'Declined.', '5.02'],
  ] as const) {
    await page.goto(`${site.url}/app`);
    await write(page, `#trans ${amount} 0 7`);
    await page.getByText('Transfers that wait for you: 1').click();
    await page.getByRole('button', { name: button }).click();
    await page.getByText(said).first().waitFor();
    await page.getByText('Nothing is waiting').waitFor();
  }
  await page.goto(`${site.url}/app/accounts/7`);
  await page.locator('.entry', { hasText: '$5.01' }).waitFor();
  expect(await page.locator('.entry', { hasText: '$5.02' }).count()).toBe(0);
  await context.close();
});

const looks = [
  { name: 'Daniel', language: 'en', scheme: 'light', profile: 'iPhone 15' },
  { name: 'Étienne', language: 'fr', scheme: 'dark', profile: 'iPhone SE' },
  { name: 'Lucía', language: 'es', scheme: 'light', profile: 'iPhone SE' },
] as const;

/** Every screen, with what shows that it is there. */
const screens = [
  ['', '.composer'],
  ['accounts', '.share'],
  ['accounts/7', '.entry'],
  ['move', '#amount'],
  ['you', '.row'],
  ['code', '.letters'],
  ['rights', '.switch'],
  ['alerts', '.quiet-hours'],
  ['approvals', '.empty'],
  ['devices', '.device'],
  ['install', '.steps'],
] as const;

it.each(looks.slice(0, sampled({ all: 3, sample: 2 })))(
  'is accessible on every screen: $language, $scheme',
  async (look) => {
    const { context, page } = await openConversation(site, look.name, look);
    await write(page, '#bal');
    const check = async (what: string) => {
      expect(await faultsOf(page), what).toEqual([]);
      expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth'), what).toBe(
        true,
      );
    };
    // axe reads colors, which an animation changes.
    await page.emulateMedia({ reducedMotion: 'reduce' });
    for (const [screen, sign] of screens) {
      await page.goto(`${site.url}/app${screen === '' ? '' : `/${screen}`}`);
      await page.locator(sign).first().waitFor();
      expect(await page.locator('html').getAttribute('lang')).toBe(look.language);
      await check(screen);
      // Letters of twice the size lose nothing sideways.
      await page.evaluate(`document.documentElement.style.fontSize = '200%'`);
      expect(
        await page.evaluate('document.documentElement.scrollWidth <= innerWidth'),
        `${screen} with large text`,
      ).toBe(true);
    }
    await page.goto(`${site.url}/app/move`);
    await page.fill('#amount', '1');
    await page.locator('form.move .primary').click();
    await page.getByRole('dialog').waitFor();
    await check('review');
    await context.clearCookies();
    await page.goto(`${site.url}/app`);
    await page.locator('.sign-in').waitFor();
    await check('sign-in');
    await context.close();
  },
);

it('weighs at most 100 kB', async () => {
  const { context, page } = await openPhone(site);
  const sizes: Promise<number>[] = [];
  page.on('response', (response) => {
    if (/\/app(?:$|\/)/.test(new URL(response.url()).pathname) && !response.url().includes('/api/'))
      sizes.push(
        response
          .request()
          .sizes()
          .then(({ responseBodySize }) => responseBodySize),
      );
  });
  await page.goto(`${site.url}/app`, { waitUntil: 'networkidle' });
  await page.locator('.sign-in').waitFor();
  const total = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
  expect(total).toBeGreaterThan(20_000);
  expect(total).toBeLessThanOrEqual(100_000);
  await context.close();
});

it('complained about nothing', () => {
  expect(site.complaints).toEqual([]);
});
