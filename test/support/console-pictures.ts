import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../browser/launch.ts';

const folder = new URL('../../docs/pictures/', import.meta.url).pathname;

/**
 * Takes the pictures of docs/guides/staff.md at a fresh demonstration's console, 1280 wide. pictures.ts calls it, or run it alone:
 * `npx node test/support/console-pictures.ts http://localhost:4392`.
 */
export async function takeConsolePictures(browser: Browser, desk: string): Promise<void> {
  const enter = async (name: string): Promise<Page> => {
    const context = await browser.newContext({
      viewport: { width: 1280, height: 860 },
      colorScheme: 'light',
      locale: 'en-US',
      timezoneId: 'America/Chicago',
    });
    context.setDefaultTimeout(20_000);
    const page = await context.newPage();
    await page.goto(`${desk}/sign-in`);
    await page.locator('.people button', { hasText: name }).click();
    await page.locator('nav').first().waitFor();
    return page;
  };
  const picture = async (page: Page, name: string) => {
    await page.screenshot({ path: `${folder}console-${name}.png` });
    process.stdout.write(`console-${name}.png\n`);
  };
  const ann = await enter('Ann');
  await ann.goto(`${desk}/tasks`);
  await picture(ann, 'tasks');
  await ann.goto(`${desk}/inbox`);
  await ann.locator('.inbox-row', { hasText: 'Sam' }).click();
  await ann.fill('#reply', 'I have your loan open. What would you like to know?');
  await ann.getByRole('button', { name: 'Send' }).click();
  await ann.locator('.notice').first().waitFor();
  await picture(ann, 'inbox');
  await ann.goto(`${desk}/members/104211`);
  await picture(ann, 'member');
  await ann.goto(`${desk}/disputes`);
  await ann.locator('tr[data-row] a').first().click();
  await ann.waitForURL(/\/disputes\/D-/);
  await picture(ann, 'dispute');
  const cleo = await enter('Cleo');
  await cleo.goto(`${desk}/approvals`);
  await cleo.locator('tr', { hasText: 'D-' }).locator('a').first().click();
  await cleo.waitForURL(/\/approvals\/A-/);
  await picture(cleo, 'approval');
  await ann.context().close();
  await cleo.context().close();
}

if (import.meta.main) {
  const browser = await launchBrowser();
  await takeConsolePictures(browser, process.argv[2] ?? 'http://localhost:4392');
  await browser.close();
}
