import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';

/**
 * A page of a browser that speaks W3C WebDriver over HTTP. The protocol is small, and a library for
 * it would bring more than what these few calls need.
 */
export interface DrivenPage extends AsyncDisposable {
  goTo(url: string): Promise<void>;
  /** Runs a script in the page and gives what it returns. */
  run<Value>(script: string): Promise<Value>;
  /** Runs a script until it returns something true. */
  until(script: string): Promise<void>;
  click(selector: string): Promise<void>;
  /** Types into a field as a person would. */
  type(selector: string, text: string): Promise<void>;
}

const webKitDriver = '/usr/bin/WebKitWebDriver';
const screen = '/usr/bin/Xvfb';
const patienceMilliseconds = 60_000;

/** Why WebKitGTK can’t be driven here. `undefined`: it can. */
export function whyNoWebKit(): string | undefined {
  if (!existsSync(webKitDriver)) return `no ${webKitDriver} (package webkit2gtk-driver)`;
  if (process.env['DISPLAY'] === undefined && !existsSync(screen))
    return `no display, and no ${screen} (package xvfb)`;
  return undefined;
}

/** Starts WebKitGTK's browser, on a screen in memory where there is no other. */
export async function openWebKit(): Promise<DrivenPage> {
  const processes: ChildProcess[] = [];
  const end = async () => {
    for (const one of processes.toReversed()) {
      if (one.exitCode === null && one.kill()) await once(one, 'exit');
    }
  };
  try {
    const display = process.env['DISPLAY'] ?? (await openScreen(processes));
    const port = await freePort();
    processes.push(
      spawn(webKitDriver, [`--port=${port}`], {
        stdio: 'ignore',
        env: { ...process.env, DISPLAY: display, NO_AT_BRIDGE: '1' },
      }),
    );
    const call = callerOf(`http://127.0.0.1:${port}`);
    await answering(call);
    const { sessionId } = await call<{ sessionId: string }>('POST', '/session', {
      capabilities: { alwaysMatch: { acceptInsecureCerts: true } },
    });
    const page = pageOf((method, path, body) => call(method, `/session/${sessionId}${path}`, body));
    return {
      ...page,
      [Symbol.asyncDispose]: async () => {
        await call('DELETE', `/session/${sessionId}`).catch(() => undefined);
        await end();
      },
    };
  } catch (error) {
    await end();
    throw error;
  }
}

/** Starts a screen in memory. @returns its name */
async function openScreen(processes: ChildProcess[]): Promise<string> {
  const server = spawn(screen, ['-displayfd', '1', '-screen', '0', '1400x1000x24'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  processes.push(server);
  const [number] = await once(server.stdout, 'data');
  return `:${String(number).trim()}`;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- it listens on a port
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

type Call = <Value>(
  method: 'GET' | 'POST' | 'DELETE',
  path: string,
  body?: object,
) => Promise<Value>;

function callerOf(origin: string): Call {
  return async <Value>(method: string, path: string, body?: object) => {
    const answer = await fetch(`${origin}${path}`, {
      method,
      signal: AbortSignal.timeout(patienceMilliseconds),
      ...(method === 'POST' ? { body: JSON.stringify(body ?? {}) } : {}),
    });
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- as W3C WebDriver describes it
    const { value } = (await answer.json()) as {
      value: Value & { error?: string; message?: string };
    };
    if (!answer.ok)
      throw new Error(`${method} ${path}: ${value.error ?? answer.status}: ${value.message ?? ''}`);
    return value;
  };
}

/** Waits until the driver listens. */
async function answering(call: Call): Promise<void> {
  for (let left = 100; ; left -= 1) {
    try {
      await call('GET', '/status');
      return;
    } catch (error) {
      if (left === 0) throw error;
      await wait(100);
    }
  }
}

function pageOf(call: Call): Omit<DrivenPage, typeof Symbol.asyncDispose> {
  const run: DrivenPage['run'] = async (script) =>
    call('POST', '/execute/sync', { script, args: [] });
  const until: DrivenPage['until'] = async (script) => {
    const end = Date.now() + patienceMilliseconds;
    for (;;) {
      if (await run<boolean>(script)) return;
      if (Date.now() > end) throw new Error(`It never became true: ${script}`);
      await wait(100);
    }
  };
  const element = async (selector: string) => {
    await until(`return document.querySelector(${JSON.stringify(selector)}) !== null`);
    const found = await call<Record<string, string>>('POST', '/element', {
      using: 'css selector',
      value: selector,
    });
    return Object.values(found)[0] ?? '';
  };
  return {
    run,
    until,
    goTo: async (url) => call('POST', '/url', { url }),
    click: async (selector) => call('POST', `/element/${await element(selector)}/click`),
    type: async (selector, text) =>
      call('POST', `/element/${await element(selector)}/value`, { text }),
  };
}
