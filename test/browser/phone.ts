import { devices, type BrowserContext, type CDPSession, type Page } from 'playwright-core';
import { present } from '../../src/kernel/assert.ts';
import type { Language } from '../../src/kernel/vocabulary/language.ts';
import { packs } from '../../src/languages/index.ts';
import type { Site } from './site.ts';

/** An iPhone's size, touch and name, in Chromium. */
export interface Phone {
  readonly context: BrowserContext;
  readonly page: Page;
  readonly devtools: CDPSession;
}

export interface PhoneKind {
  readonly language?: Language;
  readonly scheme?: 'light' | 'dark';
  readonly profile?: 'iPhone 15' | 'iPhone SE';
}

/** Opens a phone with a device that holds passkeys. */
export async function openPhone(
  site: Pick<Site, 'browser' | 'complaints'>,
  how: PhoneKind = {},
): Promise<Phone> {
  const { defaultBrowserType: _, ...profile } = present(
    devices[how.profile ?? 'iPhone 15'],
    'playwright knows the phone',
  );
  const context = await site.browser.newContext({
    ...profile,
    colorScheme: how.scheme ?? 'light',
    locale: packs[how.language ?? 'en'].intl,
  });
  context.setDefaultTimeout(30_000);
  const page = await context.newPage();
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
      site.complaints.push(`${page.url()}: ${message.text()}`);
  });
  page.on('pageerror', (error) => site.complaints.push(`${page.url()}: ${error.message}`));
  const devtools = await context.newCDPSession(page);
  await devtools.send('WebAuthn.enable');
  await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  return { context, page, devtools };
}
