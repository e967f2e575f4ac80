import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { present } from '../../src/kernel/assert.ts';

/** A page of Firefox, driven by WebDriver BiDi: Firefox listens for it without a driver beside it. */
export interface FirefoxPage extends AsyncDisposable {
  goTo(url: string): Promise<void>;
  /** Evaluates an expression as after a tap, waits for what it promises, and gives that as JSON. */
  run<Value>(expression: string): Promise<Value>;
  /** Evaluates until the result is true. */
  until(expression: string): Promise<void>;
}

const installed = ['/usr/bin/firefox-esr', '/usr/bin/firefox'];
const patienceMilliseconds = 60_000;

/** Why Firefox can’t be driven here. `undefined`: it can. */
export function whyNoFirefox(): string | undefined {
  return installed.some((file) => existsSync(file))
    ? undefined
    : `no ${installed[0]} (package firefox-esr)`;
}

/** Starts Firefox without a window. @param settings its settings, as `about:config` names them */
export async function openFirefox(
  settings: Readonly<Record<string, string | number | boolean>>,
): Promise<FirefoxPage> {
  const profile = await mkdtemp(join(tmpdir(), 'tmm-firefox-'));
  await writeFile(
    join(profile, 'user.js'),
    Object.entries(settings)
      .map(([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`)
      .join(''),
  );
  const program = present(
    installed.find((file) => existsSync(file)),
    'Firefox is installed',
  );
  const firefox = spawn(
    program,
    ['--headless', '--no-remote', '--remote-debugging-port=0', '--profile', profile, 'about:blank'],
    { stdio: ['ignore', 'ignore', 'pipe'] },
  );
  const end = async () => {
    if (firefox.exitCode === null && firefox.kill()) await once(firefox, 'exit');
    await rm(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  };
  try {
    const call = await connect(await addressOf(firefox.stderr));
    await call('session.new', { capabilities: {} });
    const { contexts } = await call<{ contexts: { context: string }[] }>(
      'browsingContext.getTree',
      {},
    );
    const { context } = present(contexts[0], 'Firefox has a page');
    return { ...pageOf(call, context), [Symbol.asyncDispose]: end };
  } catch (error) {
    await end();
    throw error;
  }
}

async function addressOf(output: NodeJS.ReadableStream): Promise<string> {
  for await (const line of createInterface({ input: output })) {
    const [, found] = /WebDriver BiDi listening on (ws:\S+)/.exec(line) ?? [];
    if (found !== undefined) {
      // What it says afterward is for nobody, but must not fill the pipe.
      output.resume();
      return `${found}/session`;
    }
  }
  throw new Error('Firefox ended without an address');
}

type Call = <Value>(method: string, params: object) => Promise<Value>;

interface Answer {
  readonly id?: number;
  readonly type: string;
  readonly result?: unknown;
  readonly message?: string;
}

async function connect(address: string): Promise<Call> {
  const socket = new WebSocket(address);
  await once(socket, 'open');
  const waiting = new Map<number, (answer: Answer) => void>();
  socket.addEventListener('message', ({ data }) => {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- as WebDriver BiDi describes it
    const answer = JSON.parse(String(data)) as Answer;
    waiting.get(answer.id ?? 0)?.(answer);
  });
  let last = 0;
  return async <Value>(method: string, params: object) => {
    last += 1;
    const id = last;
    const answered = new Promise<Answer>((resolve) => waiting.set(id, resolve));
    socket.send(JSON.stringify({ id, method, params }));
    const { type, result, message } = await answered;
    waiting.delete(id);
    if (type === 'error') throw new Error(`${method}: ${message}`);
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- each call knows its answer
    return result as Value;
  };
}

interface Evaluated {
  readonly result?: { readonly value?: string };
  readonly exceptionDetails?: { readonly text: string };
}

function pageOf(call: Call, context: string): Omit<FirefoxPage, typeof Symbol.asyncDispose> {
  const run: FirefoxPage['run'] = async (expression) => {
    const { result, exceptionDetails } = await call<Evaluated>('script.evaluate', {
      expression: `(async () => JSON.stringify((await (${expression})) ?? null))()`,
      target: { context },
      awaitPromise: true,
      userActivation: true,
    });
    if (exceptionDetails) throw new Error(`${expression}: ${exceptionDetails.text}`);
    return JSON.parse(result?.value ?? 'null');
  };
  return {
    run,
    goTo: async (url) => {
      await call('browsingContext.navigate', { context, url, wait: 'complete' });
    },
    until: async (expression) => {
      const end = Date.now() + patienceMilliseconds;
      while (!(await run<boolean>(expression))) {
        if (Date.now() > end) throw new Error(`It never became true: ${expression}`);
        await wait(100);
      }
    },
  };
}
