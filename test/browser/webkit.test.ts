import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { moneyMoved } from './money-moved.ts';
import { openSite, person, type Site } from './site.ts';
import { openWebKit, whyNoWebKit, type DrivenPage } from './web-driver.ts';

/**
 * The app and the member site in WebKitGTK, the engine nearest to the iPhone's that runs here. It has
 * neither passkeys nor pushes, so it shows layout, forms and the worker.
 */
const missing = whyNoWebKit();
if (missing !== undefined) process.stderr.write(`WebKitGTK is not tested: ${missing}\n`);

/** Screens of the app, and pages of the site. */
const paths = [
  '/app',
  '/app/accounts',
  '/app/move',
  '/app/alerts',
  '/app/you',
  '/accounts',
  '/accounts/7',
  '/transfer',
  '/messages',
  '/messages/log',
  '/messages/alerts',
  '/security',
];

describe.skipIf(missing !== undefined)('in WebKitGTK', () => {
  let site: Site;
  let page: DrivenPage;
  beforeAll(async () => {
    [site, page] = await Promise.all([openSite(), openWebKit()]);
  }, 120_000);
  afterAll(async () => {
    await page[Symbol.asyncDispose]();
    await site[Symbol.asyncDispose]();
  });

  it('shows the app’s sign-in, and says why it refuses', async () => {
    await page.goTo(`${site.url}/app`);
    await page.type('.sign-in #memberNumber', person('Maya').number);
    await page.type('.sign-in #password', 'not the password of anybody');
    await page.click('.sign-in form .primary');
    await page.until(`return document.querySelector('.sign-in .fault') !== null`);
    expect(
      await page.run(`return document.querySelector('.sign-in .fault').textContent`),
    ).toContain('password or code is not right');
  });

  it('installs the worker, which then starts the app', async () => {
    await page.until('return navigator.serviceWorker.controller !== null');
    expect(await page.run('return caches.match("/app/kept").then((one) => one?.status)')).toBe(200);
    await page.goTo(`${site.url}/app/install`);
    await page.until(`return document.querySelector('.steps') !== null`);
    expect(await page.run('return navigator.serviceWorker.controller !== null')).toBe(true);
  });

  it('moves money by the app’s form and by the site’s', async () => {
    await signIn('Maya');
    await page.goTo(`${site.url}/app/move`);
    await page.type('#amount', '9.11');
    await page.click('form.move .primary');
    await page.until(`return document.querySelector('dialog[open]') !== null`);
    await page.run(
      `for (const box of document.querySelectorAll('dialog[open] [type=checkbox]')) box.click()`,
    );
    // The sheet slides in from below.
    await page.until(
      `return document.querySelector('dialog[open] .primary').getBoundingClientRect().bottom < innerHeight`,
    );
    await page.click('dialog[open] .primary');
    await page.until(`return document.querySelector('.done') !== null`);

    await page.goTo(`${site.url}/transfer`);
    await page.click('select[name=from] option[value="0"]');
    await page.click('select[name=to] option[value="7"]');
    await page.type('#amount', '9.12');
    await page.click('main button.primary');
    await page.until(`return location.pathname === '/transfer/review'`);
    await page.click('form[action="/transfer"] button.primary');
    await page.until(`return document.querySelector('.notice-done') !== null`);
    expect([await moneyMoved(site, 911), await moneyMoved(site, 912)]).toEqual([1, 1]);
  });

  it.each([390, 320])('needs no sideways scrolling at %i px', async (width) => {
    await signIn('Maya');
    const wide: string[] = [];
    for (const path of paths) {
      await page.goTo(`${site.url}/`);
      // A window with its toolbar can't be so narrow, a frame can. The demonstration allows frames of its own.
      await page.run(`const frame = document.createElement('iframe');
        frame.id = 'narrow';
        frame.style = 'position: fixed; inset: 0 auto auto 0; height: 844px; border: 0; width: ${width}px';
        frame.src = ${JSON.stringify(path)};
        document.body.replaceChildren(frame);`);
      await page.until(`const { contentDocument } = document.querySelector('#narrow');
        return contentDocument?.readyState === 'complete' && contentDocument.location.pathname === ${JSON.stringify(path)} && contentDocument.querySelector('main') !== null
          && contentDocument.querySelector('[aria-busy=true]') === null;`);
      const [shown, needed] = await page.run<[number, number]>(
        `const { contentWindow, contentDocument } = document.querySelector('#narrow');
         return [contentWindow.innerWidth, contentDocument.documentElement.scrollWidth];`,
      );
      expect(shown).toBe(width);
      if (needed > shown) wide.push(`${path}: ${needed}`);
    }
    expect(wide).toEqual([]);
  });

  /** Signs a member in by one click, as the demonstration does. */
  async function signIn(name: string): Promise<void> {
    await page.goTo(`${site.url}/sign-in`);
    const answer = await page.run<number>(
      `return fetch('/demo/sign-in', { method: 'POST', body: new URLSearchParams({ member: '${person(name).number}' }) })
        .then(({ status }) => status)`,
    );
    expect(answer).toBe(200);
  }
});
