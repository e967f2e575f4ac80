import { execFile, execFileSync } from 'node:child_process';
import { chmodSync, chownSync, cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { present } from '../../src/kernel/assert.ts';
import { ordinary, systemPostgres, type PostgresServer } from './postgres-server.ts';

const drill = fileURLToPath(new URL('../../deploy/patroni', import.meta.url));

/** Names what a cluster needs and this machine lacks. */
export function missingForCluster(): readonly string[] {
  const has = (name: string) => {
    try {
      execFileSync('sh', ['-c', `PATH=$PATH:/usr/sbin command -v ${name}`], { stdio: 'ignore' });
      return true;
    } catch {
      return false;
    }
  };
  const programs = ['patroni', 'etcd', 'haproxy', 'curl', 'setsid', 'pkill'].filter(
    (name) => !has(name),
  );
  return [...programs, ...(systemPostgres() === undefined ? ['PostgreSQL'] : [])];
}

/**
 * Starts two nodes of PostgreSQL under Patroni, by the script of `deploy/patroni`. `crash` kills the primary as a power cut does;
 * `restart` waits for the other to take over, and until the killed one confirms its commits.
 */
export async function startCluster(): Promise<
  Pick<PostgresServer, 'url' | 'stop' | 'crash' | 'restart'>
> {
  const folder = mkdtempSync(join(tmpdir(), 'tmm-cluster-'));
  const scripts = join(folder, 'scripts');
  cpSync(drill, scripts, { recursive: true });
  const place = join(folder, 'cluster');
  mkdirSync(place);
  const isRoot = process.getuid?.() === 0;
  if (isRoot) {
    chmodSync(folder, 0o755);
    chownSync(place, ordinary, ordinary);
  }
  const base = await freeRange(7);
  const run = async (act: string) => {
    const { stdout } = await promisify(execFile)(join(scripts, 'drill.sh'), [act, place], {
      env: {
        PATH: `${process.env['PATH'] ?? ''}:/usr/sbin`,
        PG_BIN: present(systemPostgres(), 'PostgreSQL is on this machine'),
        BASE_PORT: String(base),
      },
      ...(isRoot ? { uid: ordinary, gid: ordinary } : {}),
    });
    return stdout.trim();
  };
  return {
    url: await run('start'),
    crash: async () => void (await run('kill')),
    restart: async () => void (await run('back')),
    stop: async () => {
      await run('stop');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The first of so many ports in a row that nobody listens on. */
async function freeRange(count: number): Promise<number> {
  for (let base = 21_000; base < 30_000; base += 100) {
    const listening = await Promise.all(
      Array.from({ length: count }, async (_, index) => listen(base + index)),
    );
    await Promise.all(
      listening.map(async (server) => server && new Promise((done) => server.close(done))),
    );
    if (listening.every((server) => server !== undefined)) return base;
  }
  throw new Error('no seven free ports in a row');
}

async function listen(port: number): Promise<Server | undefined> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(undefined));
    server.listen(port, '127.0.0.1', () => resolve(server));
  });
}
