import type { Browser, BrowserContext, Page } from 'playwright-core';
import { inviteMember } from '../../src/access/invitations.ts';
import type { Database } from '../../src/database/database.ts';
import { demoPeople } from '../../dev/demonstration/people.ts';
import { demonstrationKey } from '../../src/service/config.ts';
import { ensureDemonstration } from '../../dev/demonstration/ensure.ts';
import { startDemonstration, type Demonstration } from '../../dev/demonstration/start.ts';
import { present } from '../../src/kernel/assert.ts';
import { silentLogger } from '../../src/kernel/logger.ts';
import { systemRandom } from '../../src/kernel/random.ts';
import { createKeyring, type Keyring } from '../../src/kernel/keyring.ts';
import { createWorld, type World } from '../../src/kernel/world.ts';
import { defaultLanguage, type Language } from '../../src/kernel/vocabulary/language.ts';
import { packs } from '../../src/languages/index.ts';
import { findMemberByNumber } from '../../src/members/members.ts';
import {
  changeSettings,
  loadInstitution,
  type Institution,
} from '../../src/members/institution.ts';
import { staffActor } from '../support/actor.ts';
import { openPostgresCopy } from '../support/engines.ts';
import { filledTemplate } from '../support/templates.ts';
import { launchBrowser } from './launch.ts';

/** Starts the whole demonstration with a real browser: member site, X and SMS. */
export interface Site extends AsyncDisposable {
  readonly url: string;
  readonly browser: Browser;
  readonly demonstration: Demonstration;
  readonly institution: Institution;
  readonly db: Database;
  readonly world: World;
  readonly keyring: Keyring;
  /** The browsers' complaints: errors, and violations of the content policy. */
  readonly complaints: string[];
  open(how?: Opening): Promise<{ readonly context: BrowserContext; readonly page: Page }>;
  /** The code with which a member activates their access. */
  invite(number: string): Promise<string>;
  /** Signs a member in by one click, as the demonstration does. */
  enter(context: BrowserContext, number: string): Promise<void>;
  /** Sends a direct message as this X user. @returns the answer */
  say(userId: string, text: string): Promise<string>;
}

export interface Opening {
  readonly width?: number;
  readonly scheme?: 'light' | 'dark';
  readonly script?: boolean;
  readonly language?: Language;
  /** The browser's own language, if the member reads another. */
  readonly locale?: string;
  /** Whether the device verifies the person when a passkey asks for it. */
  readonly verified?: boolean;
}

const bankUserId = '1600000001';
const bankNumber = '+13145550100';

/** @param given `settings`: of the institution, before the start; `zone`: of its days, so that a test may choose the hour */
export async function openSite(
  given: { readonly settings?: object; readonly zone?: string } & Pick<
    Parameters<typeof startDemonstration>[0],
    'office'
  > = {},
): Promise<Site> {
  const world = createWorld();
  const keyring = createKeyring([demonstrationKey], systemRandom);
  // Two years of history take seconds to import.
  const template = await filledTemplate('demonstration', async (empty) =>
    ensureDemonstration(empty, { world, keyring }),
  );
  const db = await openPostgresCopy(template);
  const made = await ensureDemonstration(db, { world, keyring });
  if (given.zone !== undefined) await db.query('update institutions set zone = $1', [given.zone]);
  await changeSettings(db, world, {
    institutionId: made.institution.id,
    changes: given.settings ?? {},
    actor: staffActor('test', 'how the test’s institution is'),
  });
  const institution = present(await loadInstitution(db, made.institution.id), 'it was made');
  const demonstration = await startDemonstration({
    db,
    institution,
    world,
    keyring,
    logger: silentLogger,
    port: 0,
    office: given.office ?? {},
  });
  const browser = await launchBrowser();
  const complaints: string[] = [];
  const { url } = demonstration;
  return {
    url,
    browser,
    demonstration,
    institution,
    db,
    world,
    keyring,
    complaints,
    open: async (how = {}) => open(browser, { how, complaints }),
    invite: async (number) => {
      const member = present(
        await findMemberByNumber(db, institution.id, number),
        'the member lives in the demonstration',
      );
      const key = { institutionId: institution.id, memberId: member.id };
      return (await inviteMember(db, { world, keyring }, key)).code;
    },
    enter: async (context, number) => {
      await context.request.post(`${url}/demo/sign-in`, {
        form: { member: number },
        maxRedirects: 0,
      });
    },
    say: async (userId, text) => say(demonstration, userId, text),
    [Symbol.asyncDispose]: async () => {
      await browser.close();
      await demonstration[Symbol.asyncDispose]();
      await db[Symbol.asyncDispose]();
    },
  };
}

async function open(
  browser: Browser,
  { how, complaints }: { readonly how: Opening; readonly complaints: string[] },
): Promise<{ context: BrowserContext; page: Page }> {
  const width = how.width ?? 1280;
  const context = await browser.newContext({
    viewport: { width, height: width < 500 ? 844 : 900 },
    colorScheme: how.scheme ?? 'light',
    javaScriptEnabled: how.script ?? true,
    locale: how.locale ?? packs[how.language ?? defaultLanguage].intl,
  });
  context.setDefaultTimeout(30_000);
  const page = await context.newPage();
  page.on('console', (message) => {
    // A refusal answers with 4xx, which is no error of the page.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
      complaints.push(`${page.url()}: ${message.text()}`);
  });
  page.on('pageerror', (error) => complaints.push(`${page.url()}: ${error.message}`));
  const devtools = await context.newCDPSession(page);
  await devtools.send('WebAuthn.enable');
  await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: how.verified ?? true,
      automaticPresenceSimulation: true,
    },
  });
  return { context, page };
}

async function say({ simulator }: Demonstration, userId: string, text: string): Promise<string> {
  const answer = new Promise<string>((resolve) => {
    const end = simulator.subscribe(userId, (event) => {
      if (event.kind !== 'message' || event.message.senderId !== bankUserId) return;
      end();
      resolve(event.message.text);
    });
  });
  await simulator.memberSends({ from: userId, to: bankUserId, text });
  return answer;
}

/** Finds the demonstration's member of this first name. */
export function person(firstName: string) {
  return present(
    demoPeople.find(({ name }) => name.startsWith(firstName)),
    'the person lives in the demonstration',
  );
}

/** The X account of the demonstration's bank, and its number. */
export { bankNumber, bankUserId };
