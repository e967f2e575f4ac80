import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../support/postgres-server.ts';

/** Finds Kannel's real programs, if installed (Debian: `kannel` and `kannel-extras`). */
export interface KannelPrograms {
  readonly bearerbox: string;
  readonly smsbox: string;
  readonly fakesmsc: string;
}

/** @returns `undefined`, with a printed notice, if one is missing */
export function findKannel(): KannelPrograms | undefined {
  const folders = ['/usr/sbin', '/usr/bin', '/usr/local/sbin', '/usr/lib/kannel/test'];
  const find = (name: string) =>
    folders.map((folder) => join(folder, name)).find((path) => existsSync(path));
  const [bearerbox, smsbox, fakesmsc] = ['bearerbox', 'smsbox', 'fakesmsc'].map(find);
  if (bearerbox && smsbox && fakesmsc) return { bearerbox, smsbox, fakesmsc };
  process.stdout.write(
    'skipped: Kannel is not installed (Debian packages kannel, kannel-extras)\n',
  );
  return undefined;
}

export interface RunningKannel extends AsyncDisposable {
  /** Where smsbox listens. */
  readonly sendsmsUrl: string;
  /**
   * A phone that sends one text (`text …`, or `ucs2 %00…`), and the texts it then receives, as
   * fakesmsc prints them.
   */
  phone(what: string): FakePhone;
  /** All output of bearerbox and smsbox, in their logs and elsewhere. */
  logs(): string;
}

export interface FakePhone extends AsyncDisposable {
  /** Resolves with the text of the next message to the phone. */
  receives(): Promise<string>;
}

/** The guide's own configuration, with free ports and paths. */
export async function startKannel(
  programs: KannelPrograms,
  places: { readonly postUrl: string; readonly sender: string; readonly recipient: string },
): Promise<RunningKannel> {
  const folder = mkdtempSync(join(tmpdir(), 'tmm-kannel-'));
  const ports = new Map<string, number>();
  const guide = readFileSync(
    new URL('../../docs/guides/kannel/kannel.conf', import.meta.url),
    'utf8',
  );
  for (const port of ['13000', '13001', '13013', '20000']) ports.set(port, await freePort());
  const configuration = guide
    .replace(/http:\/\/127\.0\.0\.1:8080\/kannel\/mo/, places.postUrl)
    .replace(/\b(13000|13001|13013|20000)\b/g, (port) => String(ports.get(port)))
    .replaceAll(/\/var\/(?:spool|log)\/kannel/g, folder)
    // Kannel’s own pause of ten seconds is long for a test.
    .replace('http-queue-delay = 10', 'http-queue-delay = 1');
  const file = join(folder, 'kannel.conf');
  writeFileSync(file, configuration);
  const children: ChildProcess[] = [];
  const run = (program: string, args: readonly string[]) => {
    const child = spawn(program, args, { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] });
    children.push(child);
    return child;
  };
  const written: string[] = [];
  const keep = (child: ChildProcess) => {
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', (chunk: Buffer) => written.push(chunk.toString('utf8')));
  };
  const running: RunningKannel = {
    sendsmsUrl: `http://127.0.0.1:${ports.get('13013')}`,
    logs: () =>
      [
        ...written,
        ...['bearerbox.log', 'smsbox.log'].map((name) => readFileSync(join(folder, name), 'utf8')),
      ].join('\n'),
    phone: (what) =>
      fakePhone(
        run(programs.fakesmsc, [
          '-H',
          '127.0.0.1',
          '-r',
          String(ports.get('20000')),
          '-m',
          '1',
          `${places.sender} ${places.recipient} ${what}`,
        ]),
      ),
    [Symbol.asyncDispose]: async () => {
      for (const child of children.toReversed()) await end(child);
      rmSync(folder, { recursive: true, force: true });
    },
  };
  try {
    keep(run(programs.bearerbox, ['-v', '2', file]));
    await listens(ports.get('13001') ?? 0);
    await listens(ports.get('20000') ?? 0);
    keep(run(programs.smsbox, ['-v', '2', file]));
    await listens(ports.get('13013') ?? 0);
  } catch (error) {
    await running[Symbol.asyncDispose]();
    throw error;
  }
  return running;
}

function fakePhone(child: ChildProcess): FakePhone {
  const texts: string[] = [];
  const waiting: ((text: string) => void)[] = [];
  let output = '';
  const read = (chunk: Buffer) => {
    output += chunk.toString('utf8');
    for (;;) {
      const match = /Got message \d+: <\S+ \S+ (.*?)>\n/s.exec(output);
      if (!match) return;
      output = output.slice(match.index + match[0].length);
      const next = waiting.shift();
      if (next) next(match[1] ?? '');
      else texts.push(match[1] ?? '');
    }
  };
  child.stdout?.on('data', read);
  child.stderr?.on('data', read);
  return {
    receives: async () =>
      texts.shift() ?? new Promise<string>((resolve) => void waiting.push(resolve)),
    [Symbol.asyncDispose]: async () => end(child),
  };
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), 2_000);
  await ended;
  clearTimeout(timer);
}

async function listens(port: number): Promise<void> {
  for (let tries = 0; tries < 100; tries += 1) {
    const isOpen = await new Promise<boolean>((resolve) => {
      const socket = connect({ host: '127.0.0.1', port }, () => {
        socket.destroy();
        resolve(true);
      });
      socket.once('error', () => resolve(false));
    });
    if (isOpen) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`Kannel does not listen on ${port}`);
}
