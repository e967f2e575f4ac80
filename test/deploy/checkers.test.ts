import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, it } from 'vitest';
import { startPostgres } from '../support/postgres-server.ts';

/** The files of deploy, read by the programs that they are for. Each is an optional peer: without it, its test says so and is skipped. */
const checkout = fileURLToPath(new URL('../../', import.meta.url));
const file = (name: string) => join(checkout, 'deploy', name);
const folder = mkdtempSync(join(tmpdir(), 'tmm-checkers-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const places = ['/usr/bin', '/usr/sbin', '/usr/local/bin', '/bin'];

function isInstalled(program: string, from: string): boolean {
  const found = places.some((place) => existsSync(join(place, program)));
  if (!found) process.stderr.write(`skipped: ${program} is not installed (${from})\n`);
  return found;
}

function run(program: string, words: readonly string[], environment: object = {}) {
  const path = `${process.env['PATH'] ?? ''}:${places.join(':')}`;
  return spawnSync(program, words, {
    env: { ...process.env, PATH: path, ...environment },
    encoding: 'utf8',
  });
}

/** Runs a checker, which must find nothing. */
function checked(program: string, words: readonly string[], environment: object = {}): void {
  const { status, stderr, stdout } = run(program, words, environment);
  expect(status, `${stdout}${stderr}`).toBe(0);
}

it.skipIf(!isInstalled('promtool', 'Debian package prometheus'))(
  'Prometheus takes its files, with the rules of alerts',
  () => {
    checked('promtool', ['check', 'config', file('prometheus/prometheus.yml')]);
    checked('promtool', ['check', 'rules', file('prometheus/alerts.yml')]);
  },
);

it.skipIf(!isInstalled('caddy', 'Debian package caddy'))('Caddy takes its file', () => {
  const words = ['validate', '--adapter', 'caddyfile', '--config', file('caddy/Caddyfile')];
  checked('caddy', words, { TMM_SITE: 'bank.example', HOME: '/tmp' });
});

it.skipIf(!isInstalled('systemd-analyze', 'Debian package systemd'))(
  'systemd takes the unit, and rates it as well protected',
  () => {
    const name = 'tweet-my-money.service';
    const unit = join(folder, name);
    const text = readFileSync(file(`systemd/${name}`), 'utf8');
    writeFileSync(unit, text.replaceAll('/opt/tweet-my-money/', checkout));
    const { stderr, stdout, status } = run('systemd-analyze', ['verify', '--man=no', unit]);
    const own = `${stdout}${stderr}`.split('\n').filter((line) => line.includes(name));
    expect([status, own]).toEqual([0, []]);
    // 10 is the worst, and a unit without any of these lines has 9.6.
    checked('systemd-analyze', ['security', '--offline=true', '--threshold=30', unit]);
  },
);

it.skipIf(!isInstalled('haproxy', 'Debian package haproxy'))('HAProxy takes its file', () => {
  checked('haproxy', ['-c', '-f', file('patroni/haproxy.cfg')], {
    LISTEN: '127.0.0.1:5432',
    NODE_A: '127.0.0.1:5433',
    NODE_B: '127.0.0.1:5434',
    CHECK_A: '8008',
    CHECK_B: '8009',
  });
});

it.skipIf(!isInstalled('docker-compose', 'Debian package docker-compose'))(
  'Compose takes its file, and asks for each password that is missing',
  () => {
    const settings = {
      TMM_SITE: 'bank.example',
      POSTGRES_PASSWORD: 'a',
      SERVICE_PASSWORD: 'b',
      GRAFANA_PASSWORD: 'c',
    };
    writeFileSync(join(folder, '.env'), '');
    const copy = join(folder, 'compose.yaml');
    // Debian's version 1 knows all of the file but the project's name.
    writeFileSync(copy, readFileSync(file('compose.yaml'), 'utf8').replace(/^name: .*$/m, ''));
    const words = ['-f', copy, 'config', '--quiet'];
    checked('docker-compose', words, settings);
    for (const name of Object.keys(settings)) {
      const { status, stderr } = run('docker-compose', words, { ...settings, [name]: '' });
      expect([status, stderr]).toEqual([1, expect.stringContaining(`\${${name}:?`)]);
    }
  },
);

it.skipIf(!isInstalled('psql', 'Debian package postgresql-client'))(
  'the script of a new volume makes the roles, with a password for the service',
  async () => {
    const server = await startPostgres(['fsync=off'], { inMemory: true });
    const { hostname, port, username } = new URL(server.url);
    const made = {
      PGHOST: hostname,
      PGPORT: port,
      POSTGRES_USER: username,
      POSTGRES_DB: 'postgres',
      SERVICE_PASSWORD: `it's $1`,
    };
    try {
      checked('sh', [file('postgres/roles.sh')], made);
      const asked = `select string_agg(rolname || ' ' || (rolpassword is not null), ', ' order by rolname) from pg_authid
        where rolname like 'tmm\\_%' and rolcanlogin and not rolsuper`;
      const { stdout } = run('psql', ['-qAt', '-d', server.url, '-c', asked]);
      expect(stdout.trim()).toBe('tmm_read false, tmm_service true');
    } finally {
      await server.stop();
    }
  },
);

it('the shell scripts have no error of syntax', () => {
  const scripts = ['backup/archive-wal.sh', 'backup/base.sh', 'backup/drill.sh', 'backup/dump.sh'];
  const others = ['backup/restore-dump.sh', 'backup/restore-to.sh', 'postgres/roles.sh'];
  for (const name of [...scripts, ...others]) checked('sh', ['-n', file(name)]);
  checked('bash', ['-n', file('patroni/drill.sh')]);
});
