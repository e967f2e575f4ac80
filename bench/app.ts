import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execPath } from 'node:process';
import { createInterface } from 'node:readline';
import { devices, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { demoPeople } from '../dev/demonstration/people.ts';
import { present } from '../src/kernel/assert.ts';
import { launchBrowser } from '../test/browser/launch.ts';
import { say } from './support/say.ts';

/** “Slow 4G” of Chromium’s developer tools: 1.6 Mbit/s less a tenth, and a wait for each request. */
const slow4g = {
  offline: false,
  latency: 562.5,
  downloadThroughput: (1_600_000 * 0.9) / 8,
  uploadThroughput: (750_000 * 0.9) / 8,
};
const cpuSlowedTimes = 4;
const rounds = 3;

/**
 * When a visitor sees something of use: the sign-in, or the conversation. The sign-in comes with the
 * document as links that work at once; the script makes them buttons of the app.
 */
const useful = {
  stranger: '.sign-in .primary',
  scripted: '.sign-in button.primary',
  member: '.said .bubble',
};

/**
 * Measures the app’s first useful paint on a slow phone: on a first visit, on a repeat visit to the
 * sign-in, and on a repeat visit to the conversation. The goals are 2,000 ms and 1,000 ms. A visit
 * to the sign-in is useful when its links are painted. It also gives when the script had made them
 * buttons, and the compressed bytes of the shell. The network of the worker is as slow as the page’s.
 * On a repeat visit the worker runs already.
 */
export async function run(): Promise<object> {
  const folder = await mkdtemp(join(tmpdir(), 'tmm-bench-app-'));
  say('The demonstration: starting');
  const service = spawn(
    execPath,
    ['src/cli/main.ts', 'demo', '--port', '0', '--fresh', '--data', folder],
    { cwd: new URL('..', import.meta.url).pathname, stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const browser = await launchBrowser();
  try {
    const url = await addressOf(service.stdout);
    // The first request of a process reads and joins the files.
    await fetch(`${url}/app`);
    const measured = {
      first: [] as number[],
      scripted: [] as number[],
      repeat: [] as number[],
      repeatScripted: [] as number[],
      conversation: [] as number[],
    };
    let bytes = 0;
    for (let round = 0; round < rounds; round += 1) {
      const one = await measure(browser, url);
      measured.first.push(one.first);
      measured.scripted.push(one.scripted);
      measured.repeat.push(one.repeat);
      measured.repeatScripted.push(one.repeatScripted);
      measured.conversation.push(one.conversation);
      ({ bytes } = one);
      say(`Round ${round + 1}: ${JSON.stringify(one)}`);
    }
    return {
      profile: `Slow 4G, CPU slowed ${cpuSlowedTimes} times`,
      firstVisitMilliseconds: median(measured.first),
      firstVisitScriptReadyMilliseconds: median(measured.scripted),
      repeatVisitMilliseconds: median(measured.repeat),
      repeatVisitScriptReadyMilliseconds: median(measured.repeatScripted),
      repeatVisitConversationMilliseconds: median(measured.conversation),
      shellBytes: bytes,
    };
  } finally {
    await browser.close();
    service.kill();
    await once(service, 'exit');
    await rm(folder, { recursive: true, force: true });
  }
}

async function addressOf(output: NodeJS.ReadableStream): Promise<string> {
  for await (const line of createInterface({ input: output })) {
    const [found] = /http:\/\/localhost:\d+/.exec(line) ?? [];
    if (found) return found;
  }
  throw new Error('The demonstration ended without an address');
}

async function measure(browser: Browser, url: string) {
  const { defaultBrowserType: _, ...profile } = present(devices['iPhone 15'], 'it is known');
  const context = await browser.newContext({ ...profile, locale: 'en-US' });
  context.setDefaultTimeout(60_000);
  try {
    const first = await visit(context, `${url}/app`, [useful.stranger, useful.scripted]);
    const repeat = await visit(context, `${url}/app`, [useful.stranger, useful.scripted]);
    const member = present(demoPeople[0], 'the demonstration has members').number;
    await context.request.post(`${url}/demo/sign-in`, { form: { member }, maxRedirects: 0 });
    const headers = { 'content-type': 'application/json' };
    await context.request.post(`${url}/api/v1/app/address`, { headers, data: '{}' });
    // This visit takes back what the device noted: that nobody is signed in.
    await visit(context, `${url}/app`, [useful.member]);
    const conversation = await visit(context, `${url}/app`, [useful.member]);
    return {
      first: present(first.milliseconds[0], 'it was painted'),
      scripted: present(first.milliseconds[1], 'it was painted'),
      repeat: present(repeat.milliseconds[0], 'it was painted'),
      repeatScripted: present(repeat.milliseconds[1], 'it was painted'),
      conversation: present(conversation.milliseconds[0], 'it was painted'),
      bytes: first.bytes,
    };
  } finally {
    await context.close();
  }
}

/** Opens the app on a slow phone. @returns when each part was painted, and what was loaded of the shell */
async function visit(context: BrowserContext, address: string, parts: readonly string[]) {
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  await devtools.send('Network.enable');
  await devtools.send('Network.emulateNetworkConditions', slow4g);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: cpuSlowedTimes });
  await page.addInitScript(marking(parts));
  const sizes: Promise<number>[] = [];
  page.on('response', (response) => {
    if (/^\/app(?:\/|$)/.test(new URL(response.url()).pathname) && !response.fromServiceWorker())
      sizes.push(
        response
          .request()
          .sizes()
          .then(({ responseBodySize }) => responseBodySize),
      );
  });
  await slowWorkers(present(context.browser(), 'it has a browser'));
  const painted = paintedIn(page, parts);
  await page.goto(address, { waitUntil: 'commit' });
  await painted;
  await page.waitForTimeout(1_500);
  const milliseconds = await page.evaluate<number[]>(
    `${JSON.stringify(parts)}.map((part) => Math.round(performance.getEntriesByName(part)[0].startTime))`,
  );
  const bytes = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
  await page.close();
  return { milliseconds, bytes };
}

/** Makes the network of each worker slow. A worker has its own, which a page’s settings don’t reach. */
async function slowWorkers(browser: Browser): Promise<void> {
  const devtools = await browser.newBrowserCDPSession();
  const { targetInfos } = await devtools.send('Target.getTargets');
  for (const { targetId } of targetInfos.filter(({ type }) => type === 'service_worker')) {
    const { sessionId } = await devtools.send('Target.attachToTarget', { targetId });
    const send = async (id: number, method: string, params: object) =>
      devtools.send('Target.sendMessageToTarget', {
        sessionId,
        message: JSON.stringify({ id, method, params }),
      });
    await send(1, 'Network.enable', {});
    await send(2, 'Network.emulateNetworkConditions', slow4g);
  }
}

/** Begins what the script says when it has painted a part. */
const paintedPrefix = 'painted: ';

/**
 * Waits until the page says that each part was painted. Playwright’s own waiting would run a script
 * in the page, which takes 150 ms of the slowed CPU.
 */
async function paintedIn(page: Page, parts: readonly string[]): Promise<void> {
  const left = new Set(parts);
  const all = Promise.withResolvers<void>();
  page.on('console', (message) => {
    left.delete(message.text().slice(paintedPrefix.length));
    if (left.size === 0) all.resolve();
  });
  const patience = setTimeout(
    () => all.reject(new Error(`Not painted: ${[...left].join()}`)),
    60_000,
  );
  await all.promise.finally(() => clearTimeout(patience));
}

/** A script that marks when each part was painted: two frames after it came, which styles hold back. */
function marking(parts: readonly string[]): string {
  return `for (const part of ${JSON.stringify(parts)}) {
      const mark = () => {
        performance.mark(part);
        console.debug(${JSON.stringify(paintedPrefix)} + part);
      };
      const observer = new MutationObserver(() => {
        if (!document.querySelector(part)) return;
        observer.disconnect();
        requestAnimationFrame(() => requestAnimationFrame(mark));
      });
      observer.observe(document, { childList: true, subtree: true });
    }`;
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
