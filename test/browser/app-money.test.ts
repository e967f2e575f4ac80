import type { Page, Request, Route } from 'playwright-core';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { present } from '../../src/kernel/assert.ts';
import { changeSettingsOf, openConversation, write } from './app-conversation.ts';
import { moneyMoved } from './money-moved.ts';
import { openSite, type Site } from './site.ts';

/** What goes wrong on the way when the app moves money: altered requests, a repeat, a lost answer. */
let site: Site;

beforeAll(async () => {
  site = await openSite();
  // From $1.00 on a transfer in the app waits for a passkey.
  await changeSettingsOf(site, {
    limits: { confirmAbove: '99999' },
    stepUp: { above: { app: '100' } },
  });
}, 120_000);
afterAll(async () => site[Symbol.asyncDispose]());

/** Opens the app of a member who has a passkey and may move money by message. */
async function openApprover(name: string) {
  const phone = await openConversation(site, name);
  const { page } = phone;
  await page.goto(`${site.url}/app/you`);
  await page.locator('.offer button').click();
  await page.getByText('Next time, sign in with your passkey.').waitFor();
  await page.goto(`${site.url}/app/rights`);
  await page.getByRole('switch').check();
  await page.getByText('Saved.').waitFor();
  await page.goto(`${site.url}/app`);
  return phone;
}

/** How often the books have this amount, in cents. */
const moved = async (cents: number) => moneyMoved(site, cents);

/** The transfer of this amount that waits. A message of ours may have come before the answer to the command. */
async function waitingId(cents: number): Promise<string> {
  return vi.waitFor(async () => {
    const [row] = await site.db.query<{ id: string }>(
      `select id from approvals where institution_id = $1 and amount = $2 and state = 'waiting'`,
      [site.institution.id, cents],
    );
    return present(row, 'it waits').id;
  }, patience);
}

const patience = { timeout: 30_000, interval: 100 };

type Response = Record<'clientDataJSON' | 'signature' | 'authenticatorData', string>;

/** The body of an approval, with a part of the signed response altered. */
function bodyWith(request: Request, alter: (response: Response) => Partial<Response>): string {
  const body: { response: { response: Response } } = JSON.parse(request.postData() ?? '{}');
  const { response } = body;
  return JSON.stringify({
    ...body,
    response: { ...response, response: { ...response.response, ...alter(response.response) } },
  });
}

/** Another character in the middle of base64url. */
const flipped = (text: string) => {
  const at = Math.floor(text.length / 2);
  return text.slice(0, at) + (text[at] === 'A' ? 'B' : 'A') + text.slice(at + 1);
};

const changed = 'This transfer is not the one that you signed';
const unsigned = 'We couldn’t confirm this passkey.';

it('refuses an approval that was altered after it was signed', async () => {
  const { context, page } = await openApprover('Maya');
  await write(page, '#trans 5.11 0 7');
  await write(page, '#trans 9.99 0 7');
  const id = await waitingId(511);
  const other = await waitingId(999);
  /** Alters the row while the signature is on its way. The way back restores it. */
  const altering = (set: string, back: string) => async (route: Route) => {
    const alter = async (what: string) =>
      site.db.query(`update approvals set ${what} where institution_id = $1 and id = $2`, [
        site.institution.id,
        id,
      ]);
    await alter(set);
    const answer = await route.fetch();
    await alter(back);
    await route.fulfill({ response: answer });
  };
  const swap = `from_share_id = to_share_id, to_share_id = from_share_id, from_suffix = to_suffix, to_suffix = from_suffix`;
  const attacks: readonly (readonly [string, string, (route: Route) => Promise<void>])[] = [
    [
      'the signature of one transfer sent for another',
      changed,
      async (route) => route.continue({ url: route.request().url().replace(id, other) }),
    ],
    ['the amount', changed, altering('amount = 51100', 'amount = 511')],
    ['the accounts', changed, altering(swap, swap)],
    [
      'the expiry',
      changed,
      altering(
        `expires_at = expires_at + interval '1 hour'`,
        `expires_at = expires_at - interval '1 hour'`,
      ),
    ],
    [
      'what the device says it signed',
      unsigned,
      async (route) =>
        route.continue({
          postData: bodyWith(route.request(), ({ clientDataJSON }) => ({
            clientDataJSON: Buffer.from(
              JSON.stringify({
                ...JSON.parse(Buffer.from(clientDataJSON, 'base64url').toString()),
                origin: 'https://elsewhere.example',
              }),
            ).toString('base64url'),
          })),
        }),
    ],
    [
      'the signature',
      unsigned,
      async (route) =>
        route.continue({
          postData: bodyWith(route.request(), ({ signature }) => ({
            signature: flipped(signature),
          })),
        }),
    ],
  ];
  const route = '**/api/v1/approvals/*/approve';
  for (const [what, sentence, alter] of attacks) {
    await context.route(route, alter);
    await page.goto(`${site.url}/app/approvals`);
    await page.getByRole('button', { name: 'Approve $5.11' }).click();
    await page.getByText(sentence).waitFor();
    await context.unroute(route);
    const counts = [await moved(511), await moved(51_100), await moved(999)];
    expect(counts, what).toEqual([0, 0, 0]);
    expect([await waitingId(511), await waitingId(999)], what).toEqual([id, other]);
  }
  // Unaltered it moves, once.
  await page.getByRole('button', { name: 'Approve $5.11' }).click();
  await page.getByText('Approved.').first().waitFor();
  expect([await moved(511), await moved(999)]).toEqual([1, 0]);
  await page.getByRole('button', { name: 'Decline' }).click();
  await page.getByText('Nothing is waiting').waitFor();
  await context.close();
});

/** Orders a transfer from 0 to 7 on the app's own screen. */
async function orderOnScreen(page: Page, amount: string): Promise<void> {
  await page.goto(`${site.url}/app/move`);
  await page.selectOption('#from', '0');
  await page.selectOption('#to', '7');
  await page.fill('#amount', amount);
  await page.getByRole('button', { name: 'Review' }).click();
  const sheet = page.getByRole('dialog');
  await sheet.waitFor();
  for (const box of await sheet.getByRole('checkbox').all()) await box.check();
  await sheet.getByRole('button', { name: `Move $${amount}` }).click();
}

it('makes a transfer that was made meanwhile only if the member insists', async () => {
  const { context, page } = await openApprover('Sam');
  await write(page, '#trans 6.01 0 7');
  await waitingId(601);
  await orderOnScreen(page, '6.01');
  await page.getByRole('heading', { name: 'Done' }).waitFor();
  await page.goto(`${site.url}/app/approvals`);
  await page.getByRole('button', { name: 'Approve $6.01' }).click();
  await page.getByText('Approve it again only if you want it twice.').waitFor();
  expect(await moved(601)).toBe(1);
  await page.getByRole('button', { name: 'Approve it again: $6.01' }).click();
  await page.getByText('Approved.').first().waitFor();
  expect(await moved(601)).toBe(2);
  await context.close();
});

it('says that it doesn’t know what became of a transfer, and finds out', async () => {
  const { context, page } = await openConversation(site, 'Ruth');
  const route = '**/api/v1/transfers';
  const unsure = page.getByRole('heading', { name: 'We don’t know yet' });
  // It is carried out, and the answer gets lost.
  await context.route(route, async (request) => {
    await request.fetch();
    await request.abort('connectionreset');
  });
  await orderOnScreen(page, '7.03');
  await unsure.waitFor();
  expect(await moved(703)).toBe(1);
  await context.unroute(route);
  await page.reload();
  await unsure.waitFor();

  // A sign-out would drop it, and says so.
  await page.goto(`${site.url}/app/you`);
  await page.getByRole('button', { name: 'Sign out' }).click();
  const sheet = page.getByRole('dialog', { name: 'Sign out' });
  await sheet.getByText('Not sent yet, or without an answer: 1.').waitFor();
  await sheet.getByRole('button', { name: 'Close' }).click();

  await page.goto(`${site.url}/app/move`);
  await unsure.waitFor();
  await page.getByRole('button', { name: 'Send it again' }).click();
  await page.getByRole('heading', { name: 'Done' }).waitFor();
  expect(await moved(703)).toBe(1);
  await context.close();
});

it('takes an unanswered transfer off the phone when the member signs out', async () => {
  const { context, page } = await openConversation(site, 'Daniel');
  // It never arrives.
  await context.route('**/api/v1/transfers', async (request) => request.abort());
  await orderOnScreen(page, '8.04');
  await page.getByRole('heading', { name: 'We don’t know yet' }).waitFor();
  await context.unroute('**/api/v1/transfers');
  await page.goto(`${site.url}/app/you`);
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Sign out' }).click();
  await page.locator('.sign-in').waitFor();
  expect(
    await page.evaluate(`[localStorage, sessionStorage].map((one) => one.getItem('transfer'))`),
  ).toEqual([null, null]);
  await context.close();
  expect(await moved(804)).toBe(0);
});

it('moves money by message from a phone whose clock is slow', async () => {
  const { context, page } = await openApprover('Ruth');
  await context.addInitScript(
    'const real = Date.now; Date.now = () => real.call(Date) - 15 * 60_000;',
  );
  await page.reload();
  await page.locator('.composer textarea').waitFor();
  expect(await page.evaluate('Date.now()')).toBeLessThan(Date.now() - 14 * 60_000);
  await write(page, '#trans 0.91 0 7');
  await page.getByText('Moved $0.91').waitFor();
  expect(await moved(91)).toBe(1);
  await context.close();
});

it('complained about nothing', () => {
  expect(site.complaints).toEqual([]);
});
