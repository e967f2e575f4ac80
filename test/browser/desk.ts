import type { Page } from 'playwright-core';
import { ensureDemoWork } from '../../dev/demonstration/work.ts';
import { smtpMailer } from '../../src/alarms/smtp-mailer.ts';
import { changeSettings } from '../../src/members/institution.ts';
import {
  openIdentityProvider,
  type IdentityProvider,
} from '../support/identity/identity-provider.ts';
import { staffActor } from '../support/actor.ts';
import { openMailbox, type Mailbox } from '../support/mailbox.ts';
import { openSite, type Site } from './site.ts';

/** Who hears of urgent work by mail. */
export const duty = 'duty@vantage.example';

/** The staff console of the demonstration in a real browser, with a mail server and an identity provider of its own. */
export interface Desk extends AsyncDisposable {
  readonly site: Site;
  readonly url: string;
  readonly mailbox: Mailbox;
  readonly provider: IdentityProvider;
  /** Signs one of the demonstration’s people in by one click. */
  enter(name: string): Promise<Page>;
}

/** Opens the console where it is midday, so that no notice waits for the morning, with the work that waits there. */
export async function openDesk(): Promise<Desk> {
  const mailbox = await openMailbox();
  const oidcSecrets = new Map<string, string>();
  const site = await openSite({
    zone: middayZone(),
    settings: { alarms: { levels: [{ minutes: 0, mail: [duty] }] } },
    office: {
      alarms: {
        mail: smtpMailer({ url: mailbox.url, from: 'tmm@vantage.example' }),
        secrets: new Map(),
      },
      oidcSecrets,
    },
  });
  const { demonstration, institution, db, world } = site;
  const url = demonstration.consoleUrl;
  const provider = await openIdentityProvider(`${url}/sign-in/single-sign-on/back`);
  oidcSecrets.set(institution.slug, provider.clientSecret);
  const { issuer, clientId } = provider;
  await db.transaction(async (tx) =>
    changeSettings(tx, world, {
      institutionId: institution.id,
      changes: { console: { oidc: { issuer, clientId } } },
      actor: staffActor('test', 'staff sign in with the account of their work'),
    }),
  );
  await ensureDemoWork(demonstration, institution);
  return {
    site,
    url,
    mailbox,
    provider,
    enter: async (name) => {
      const { page } = await site.open();
      await page.goto(`${url}/sign-in`);
      await page.locator('.people button', { hasText: name }).click();
      await page.locator('nav').first().waitFor();
      return page;
    },
    [Symbol.asyncDispose]: async () => {
      await site[Symbol.asyncDispose]();
      await provider[Symbol.asyncDispose]();
      await mailbox[Symbol.asyncDispose]();
    },
  };
}

/** A zone in which it is between noon and one. */
function middayZone(): string {
  const behind = Temporal.Now.zonedDateTimeISO('UTC').hour - 12;
  return `Etc/GMT${behind < 0 ? '' : '+'}${behind}`;
}

/** Opens a folded act, fills its fields, and presses its button. */
export async function act(
  page: Page,
  title: string,
  fields: Readonly<Record<string, string>> = {},
): Promise<void> {
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

/** What the page says about the act that was just done. */
export async function flash(page: Page): Promise<string> {
  return (await page.locator('.notice').first().textContent()) ?? '';
}

/** The reference of the approval that the act now waits for. */
export async function waitsFor(page: Page): Promise<string> {
  return /A-\d{4}-\d{4}/.exec(await flash(page))?.[0] ?? '';
}

/** A second person looks at the difference, and says yes. */
export async function approve(page: Page, url: string, reference: string): Promise<string> {
  await page.goto(`${url}/approvals/${reference}`);
  await page.getByRole('button', { name: 'Approve' }).click();
  return flash(page);
}
