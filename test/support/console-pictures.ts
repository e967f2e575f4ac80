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
  await writesMoolah(await (await browser.newContext()).newPage(), desk);
  const ann = await enter('Ann');
  await ann.goto(`${desk}/`);
  await picture(ann, 'today');
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
  await cleo.goto(`${desk}/reports`);
  await picture(cleo, 'reports');
  const ben = await enter('Ben');
  await takeDraft(ben, desk);
  await picture(ben, 'draft');
  await ben.goto(`${desk}/notices/new`);
  await ben.fill('#name', 'Gateway Plaza closed on December 24');
  await ben.fill('#text_en', 'Our branch on Gateway Plaza is closed on Christmas Eve.');
  await ben.fill('#text_fr', 'Notre agence de Gateway Plaza est fermée la veille de Noël.');
  await ben.fill('#text_es', 'Nuestra sucursal de Gateway Plaza cierra en Nochebuena.');
  await ben.getByRole('button', { name: 'Save and count' }).click();
  await ben.waitForURL(/\/notices\/[0-9a-f-]{36}$/);
  await picture(ben, 'notice');
  for (const one of [ann, ben, cleo]) await one.context().close();
}

/** A member writes a word that nobody taught the service. The phone is on the port before the console’s. */
async function writesMoolah(phone: Page, desk: string): Promise<void> {
  const { port } = new URL(desk);
  await phone.goto(`http://localhost:${Number(port) - 1}`);
  await phone.locator('#thread .bubble.theirs').first().waitFor();
  await phone.fill('#text', 'moolah');
  await phone.keyboard.press('Enter');
  // The answer stands after it.
  const own = phone.locator('#thread .bubble.mine', { hasText: 'moolah' });
  await phone
    .locator('.bubble.theirs:not(.typing)')
    .and(own.locator('xpath=following::*'))
    .first()
    .waitFor();
  await phone.context().close();
}

/** Drafts a word that members wrote, and rehearses it. */
async function takeDraft(page: Page, desk: string): Promise<void> {
  await page.goto(`${desk}/settings`);
  const form = page.locator('details.action', { hasText: 'Add a word' });
  await form.locator('summary').click();
  await form.locator('[name="command"]').selectOption('balance');
  await form.locator('[name="word"]').fill('moolah');
  await form.locator('form button').last().click();
  await page.waitForURL(/\/settings\/drafts\//);
  // A job lists new texts for the rehearsal each minute.
  await page.waitForTimeout(65_000);
  await page.getByRole('button', { name: 'Try it' }).click();
  // The page loads itself again until the rehearsal is done.
  await page.locator('summary', { hasText: 'Make it live' }).waitFor({ timeout: 120_000 });
}

if (import.meta.main) {
  const browser = await launchBrowser();
  await takeConsolePictures(browser, process.argv[2] ?? 'http://localhost:4392');
  await browser.close();
}
