import { existsSync } from 'node:fs';
import chromiumPackage from '@sparticuz/chromium';
import { chromium, type Browser } from 'playwright-core';

const installed = [
  '/usr/bin/google-chrome',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** Turns off the browser's background requests during a test. */
const quiet = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * Starts a real browser: the system's Chrome or Chromium, or else the Chromium from a package. Uses
 * `--no-sandbox` only, since the package's own arguments would switch web security off.
 */
export async function launchBrowser(): Promise<Browser> {
  const executablePath =
    installed.find((file) => existsSync(file)) ?? (await chromiumPackage.executablePath());
  return chromium.launch({ executablePath, args: ['--no-sandbox', ...quiet] });
}
