import { spawn } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  ordinary,
  startPostgres,
  type PostgresServer,
} from '../../test/support/postgres-server.ts';
import { buildFixture } from '../../test/support/fixture.ts';
import { runTmm } from '../../test/support/run-tmm.ts';
import { findExisting } from '../audit/changes/find-existing.ts';
import { recording } from '../audit/changes/recording.ts';
import { createKeyring } from '../kernel/keyring.ts';
import { systemRandom } from '../kernel/random.ts';
import { createWorld } from '../kernel/world.ts';
import { demonstrationKey } from '../service/config.ts';
import { migrate } from './migrate.ts';
import { openPostgres } from './open-postgres.ts';

/**
 * A server as strict as a provider's: TLS with its own certificate for `db.example`, a password, a
 * socket, German dates. The test opens it as operators do, by the command line. It is a separate
 * process where what Node prints or an open socket could matter; such a process takes a second to start.
 */
const main = fileURLToPath(new URL('../cli/main.ts', import.meta.url));
const certificate = fileURLToPath(new URL('../../test/support/tls/server.crt', import.meta.url));
const password = 'p@ss/w:rd#1';
const encoded = encodeURIComponent(password);

let folder: string;
let server: PostgresServer;
let port: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tmm-access-'));
  const sockets = join(folder, 'sockets');
  mkdirSync(sockets);
  for (const name of ['server.crt', 'server.key']) {
    copyFileSync(
      fileURLToPath(new URL(`../../test/support/tls/${name}`, import.meta.url)),
      join(folder, name),
    );
    chmodSync(join(folder, name), 0o600);
  }
  if (process.getuid?.() === 0) {
    chmodSync(folder, 0o755);
    for (const name of ['sockets', 'server.crt', 'server.key'])
      chownSync(join(folder, name), ordinary, ordinary);
  }
  server = await startPostgres(
    [
      'fsync=off',
      'ssl=on',
      `ssl_cert_file=${join(folder, 'server.crt')}`,
      `ssl_key_file=${join(folder, 'server.key')}`,
      `unix_socket_directories=${sockets}`,
      'DateStyle=German',
    ],
    { inMemory: true },
  );
  ({ port } = new URL(server.url));
  await using db = await openPostgres({ url: server.url });
  await migrate(db);
  const world = createWorld();
  const { institution } = await buildFixture(db, world, { people: 2 });
  const keyring = createKeyring([demonstrationKey], systemRandom);
  const recorded = recording(db, { world, keyringOf: () => keyring });
  await findExisting(recorded, world, { institutionId: institution.id });
  await db.query(`create role teller login superuser password '${password}'`);
  writeFileSync(
    join(server.folder, 'data/pg_hba.conf'),
    'local all all scram-sha-256\nhost all all 127.0.0.1/32 scram-sha-256\n',
  );
  await db.query('select pg_reload_conf()');
}, 60_000);
afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

async function tmm(words: readonly string[], environment: Record<string, string> = {}) {
  const child = spawn(process.execPath, [main, ...words], {
    env: { PATH: process.env['PATH'] ?? '', HOME: folder, ...environment },
  });
  let output = '';
  child.stdout.on('data', (piece: Buffer) => (output += piece.toString()));
  child.stderr.on('data', (piece: Buffer) => (output += piece.toString()));
  const status = await new Promise<number | null>((resolve) => child.on('close', resolve));
  return tellsNoSecret({ status, output });
}

/** The same in this process. */
async function tmmHere(words: readonly string[], environment: Record<string, string> = {}) {
  const { status, out, err } = await runTmm(words, { HOME: folder, ...environment });
  return tellsNoSecret({ status, output: out + err });
}

function tellsNoSecret<Ran extends { readonly output: string }>(ran: Ran): Ran {
  for (const secret of [password, encoded, 'p@ss']) expect(ran.output).not.toContain(secret);
  expect(ran.output).not.toMatch(/\n\s+at /);
  return ran;
}

const bare = () => `postgres://teller@127.0.0.1:${port}/postgres`;
const full = () => `postgres://teller:${encoded}@127.0.0.1:${port}/postgres`;
const verified = { status: 0, output: expect.stringContaining('No difference found') };

async function refused(words: readonly string[]): Promise<void> {
  const { status, output } = await tmmHere(words);
  expect(status).toBe(2);
  expect(output).toMatch(/contains a password.*DATABASE_URL.*PGPASSWORD.*\.pgpass/);
}

it(
  'a password in --database is refused with alternatives, and each of them works',
  { timeout: 40_000 },
  async () => {
    for (const address of [
      full(),
      `${bare()}?password=${encoded}`,
      `${bare()}?sslmode=disable&password=${encoded}`,
    ])
      await refused(['verify', '--database', address]);
    for (const words of [['export', '--format', 'hledger'], ['migrate'], ['demo']])
      await refused([...words, '--database', full()]);
    expect(await tmm(['verify'], { DATABASE_URL: full() })).toMatchObject(verified);
    expect(await tmm(['verify', '--database', bare()], { PGPASSWORD: password })).toMatchObject(
      verified,
    );
    const escaped = password.replaceAll(/[:\\]/g, String.raw`\$&`);
    writeFileSync(join(folder, '.pgpass'), `127.0.0.1:${port}:*:teller:${escaped}\n`, {
      mode: 0o600,
    });
    expect(await tmmHere(['verify', '--database', bare()])).toMatchObject(verified);
    rmSync(join(folder, '.pgpass'));
    const without = await tmm(['verify', '--database', bare()]);
    expect(without.status).toBe(70);
    expect(without.output).toMatch(
      /PostgreSQL did not respond: it asks for a password.*PGPASSWORD/,
    );
  },
);

it('verify and export work on a server with German dates', async () => {
  const environment = { DATABASE_URL: full() };
  expect(await tmmHere(['verify'], environment)).toMatchObject(verified);
  for (const format of ['hledger', 'beancount']) {
    const { status, output } = await tmmHere(['export', '--format', format], environment);
    expect(status).toBe(0);
    expect(output).toMatch(/^\d{4}-\d{2}-\d{2} /m);
    expect(output).not.toMatch(/^\d{2}\.\d{2}\.\d{4}/m);
  }
  const theirs = `${full()}?options=-c%20DateStyle%3DGerman%20-c%20statement_timeout%3D1`;
  expect(await tmmHere(['verify'], { DATABASE_URL: theirs })).toMatchObject(verified);
  expect(
    await tmmHere(['verify'], { ...environment, PGOPTIONS: '-c DateStyle=German' }),
  ).toMatchObject(verified);
});

it('every command opens a socket’s folder, as Cloud SQL has it', async () => {
  const sockets = join(folder, 'sockets');
  for (const address of [
    `postgresql://teller:${encoded}@/postgres?host=${sockets}&port=${port}`,
    `postgresql://teller:${encoded}@:${port}/postgres?host=${encodeURIComponent(sockets)}`,
    `postgresql://teller:${encoded}@${encodeURIComponent(sockets)}:${port}/postgres`,
  ])
    for (const words of [['verify'], ['migrate'], ['export', '--format', 'hledger']])
      expect((await tmmHere(words, { DATABASE_URL: address })).status).toBe(0);
});

it('a wrong password and a missing server fail at once', { timeout: 20_000 }, async () => {
  for (const [address, sentence] of [
    [full().replace(encoded, 'another'), /did not respond: password authentication failed/],
    [full().replace(port, '1'), /did not respond: .*ECONNREFUSED/],
  ] as const) {
    const { status, output } = await tmm(['verify'], { DATABASE_URL: address });
    expect(status).toBe(70);
    expect(output).toMatch(sentence);
  }
});

it.each([
  ['sslmode=require', /authority that this machine does not know.*sslrootcert/],
  ['sslmode=verify-full', /authority that this machine does not know/],
  ['sslmode=prefer', /authority that this machine does not know/],
  [`sslmode=require&sslrootcert=${certificate}`, /for another name.*verify-ca/],
  [`sslmode=verify-ca&sslrootcert=${certificate}`, undefined],
  ['sslmode=no-verify', undefined],
  ['sslmode=disable', undefined],
  ['sslmode=verify-ca', /needs sslrootcert/],
  ['sslmode=sometimes', /none of disable/],
  ['sslmode=require&sslrootcert=/nowhere.crt', /can't be read: \/nowhere/],
])('%s at a server with its own certificate: %s', async (query, sentence) => {
  const { status, output } = await tmm(['verify'], { DATABASE_URL: `${full()}?${query}` });
  expect(output).toMatch(sentence ?? /No difference found/);
  expect(output.toLowerCase()).not.toContain('warning');
  expect(status === 0).toBe(sentence === undefined);
});
