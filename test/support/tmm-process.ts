import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const main = fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url));

/** A `tmm` that runs as its own process. */
export interface TmmProcess extends AsyncDisposable {
  readonly child: ChildProcess;
  /** What it has printed so far, on both outputs. */
  readonly said: () => string;
  /** Ends it as a supervisor does. @returns the exit status */
  readonly stop: () => Promise<number | null>;
  readonly ended: Promise<unknown>;
}

/** Starts `tmm` with these words and nothing in its environment but this. Disposing of it kills it. */
export function startTmm(
  words: readonly string[],
  environment: Readonly<Record<string, string>> = {},
  cwd?: string,
  typed?: string,
): TmmProcess {
  const child = spawn(process.execPath, [main, ...words], {
    cwd,
    env: { PATH: process.env['PATH'] ?? '', ...environment },
    stdio: 'pipe',
  });
  child.stdin.end(typed);
  let text = '';
  child.stdout.on('data', (piece: Buffer) => (text += piece.toString()));
  child.stderr.on('data', (piece: Buffer) => (text += piece.toString()));
  const ended = once(child, 'close');
  const end = async (signal: NodeJS.Signals) => {
    if (child.exitCode === null && child.signalCode === null) child.kill(signal);
    await ended;
    return child.exitCode;
  };
  return {
    child,
    ended,
    said: () => text,
    stop: async () => end('SIGTERM'),
    [Symbol.asyncDispose]: async () => void (await end('SIGKILL')),
  };
}

/** Runs `tmm` to its end. @param typed what a script pipes into it, all at once */
export async function runTmm(
  words: readonly string[],
  environment: Readonly<Record<string, string>> = {},
  cwd?: string,
  typed?: string,
): Promise<{ readonly status: number | null; readonly said: string }> {
  const { child, ended, said } = startTmm(words, environment, cwd, typed);
  await ended;
  return { status: child.exitCode, said: said() };
}

/** The status of a page; 0 while nobody listens there. */
export async function statusOf(url: string): Promise<number> {
  return fetch(url).then(
    ({ status }) => status,
    () => 0,
  );
}
