import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { migrate } from '../../src/database/migrate.ts';
import { openPostgres } from '../../src/database/open-postgres.ts';
import { openService } from '../../src/service/service.ts';
import { testKeys } from '../support/fixture.ts';
import {
  freePort,
  ordinary,
  startPostgres,
  systemPostgres,
  type PostgresServer,
} from '../support/postgres-server.ts';
import { runTmm } from '../support/run-tmm.ts';
import { openXBank, type XBank } from '../support/x-bank.ts';

/** The scripts of deploy/backup on a real server that is lost. The packages have no pg_dump, so the machine's PostgreSQL is needed. */
const binaries = systemPostgres();
if (binaries === undefined)
  console.warn(
    'Skipped: the restore drill needs PostgreSQL with pg_dump and pg_basebackup on this machine',
  );

const checkout = fileURLToPath(new URL('../../', import.meta.url));
const isRoot = process.getuid?.() === 0;
const folder = mkdtempSync(join(tmpdir(), 'tmm-restore-'));
const scripts = join(folder, 'deploy/backup');
const archive = join(folder, 'archive');
const keys = {
  TMM_MASTER_KEYS: `1:${Buffer.from(testKeys()[0]?.key ?? []).toString('base64')}`,
};

/** Runs a script as an ordinary user. @returns what it printed */
function run(name: string, words: readonly string[], more: Readonly<Record<string, string>> = {}) {
  return execFileSync(join(scripts, name), words, {
    cwd: folder,
    env: { PATH: process.env['PATH'] ?? '', PG_BIN: binaries ?? '', HOME: folder, ...more },
    ...(isRoot ? { uid: ordinary, gid: ordinary } : {}),
    stdio: ['ignore', 'pipe', 'pipe'],
  }).toString();
}

function giveToOrdinary(path: string): void {
  if (!isRoot) return;
  chownSync(path, ordinary, ordinary);
  if (!statSync(path).isDirectory()) return;
  for (const name of readdirSync(path)) giveToOrdinary(join(path, name));
}

describe.skipIf(binaries === undefined)('a server that is lost', () => {
  let server: PostgresServer;
  let bank: XBank;
  let dump: string;
  let base: string;
  let between: string;
  const head = join(folder, 'head.txt');
  const settings = () => [
    'fsync=on',
    'wal_level=replica',
    'archive_mode=on',
    `archive_command=${join(scripts, 'archive-wal.sh')} %p %f ${archive}`,
  ];

  beforeAll(async () => {
    mkdirSync(scripts, { recursive: true });
    cpSync(join(checkout, 'deploy/backup'), scripts, { recursive: true });
    mkdirSync(archive);
    chmodSync(folder, 0o755);
    giveToOrdinary(folder);
    server = await startPostgres(settings(), { binaries: binaries ?? '' });
    const db = await openPostgres({ url: server.url });
    await migrate(db);
    bank = await openXBank(db, { people: 3 });
    await bank.say(0, '#trans 10 7 0');
    const recorded = await runTmm(['migrate'], { DATABASE_URL: server.url, ...keys });
    expect(recorded.status, recorded.err).toBe(0);

    // Decided, and not sent yet.
    const [, second] = bank.fixture.members;
    const from = { from: second?.address ?? '', to: '1111111111' };
    await bank.simulator.memberSends({ ...from, text: '#bal 7' });
    expect(bank.inbox(1)).toEqual([]);
    dump = run('dump.sh', ['dumps'], { DATABASE_URL: server.url }).trim();
    base = run('base.sh', ['bases'], { DATABASE_URL: server.url }).trim();
    const verified = await runTmm(['verify'], { DATABASE_URL: server.url, ...keys });
    expect(verified.out).toContain('No difference found');
    writeFileSync(head, verified.out);

    // After the backup: it is sent, and money moves.
    await bank.service.dispatcher.drain();
    expect(bank.inbox(1)).toHaveLength(1);
    await bank.say(0, '#trans 11 7 0');
    [{ now: between } = { now: '' }] = await db.query<{ now: string }>(
      'select clock_timestamp()::text as now',
    );
    await bank.say(2, '#trans 12 7 0');
    // The server archives it now, as archive_timeout does each minute.
    const [{ file } = { file: '' }] = await db.query<{ file: string }>(
      'select pg_walfile_name(pg_current_wal_lsn()) as file',
    );
    await db.query('select pg_switch_wal()');
    await vi.waitUntil(() => readdirSync(archive).includes(file), { timeout: 30_000 });
    await server.crash();
  }, 120_000);
  afterAll(async () => {
    // Its database is gone.
    await Promise.resolve(bank?.[Symbol.asyncDispose]()).catch(() => undefined);
    await server?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  /** A new process of the service on the restored data, with the carrier as it is. */
  async function goOn(url: string, person: number): Promise<void> {
    const before = [0, 1, 2].map((one) => bank.inbox(one));
    await using db = await openPostgres({ url });
    await using service = await openService({ ...bank.options, db });
    const waiting = async () =>
      db.query(
        `select 1 from outbound where status in ('queued', 'errored', 'sending', 'unknown')`,
      );
    // As `serve` does: before it sends anything, it asks the carrier about what waited.
    service.dispatcher.start();
    await expect
      .poll(
        async () => {
          bank.clock.advance({ seconds: 5 });
          return (await waiting()).length;
        },
        { timeout: 30_000, interval: 300 },
      )
      .toBe(0);
    // Nothing is sent twice, and what waited has its outcome.
    expect([0, 1, 2].map((one) => bank.inbox(one))).toEqual(before);
    // And it serves.
    const member = bank.fixture.members[person]?.address ?? '';
    await service.conversation.take({
      institutionId: bank.fixture.institution.id,
      channel: 'x',
      externalId: `after-${url.slice(-12)}`,
      address: member,
      text: '#trans 13 7 0',
      sentAt: bank.clock.now(),
      receivedAt: bank.clock.now(),
    });
    await expect
      .poll(() => bank.inbox(person).length, { timeout: 30_000 })
      .toBe((before[person]?.length ?? 0) + 1);
  }

  /** The transfers of these books, in cents. */
  async function transfers(url: string): Promise<number[]> {
    await using db = await openPostgres({ url });
    const rows = await db.query<{ amount: bigint }>(
      `select amount from entries where institution_id = $1 and kind = 'transfer' and amount > 0 order by amount`,
      [bank.fixture.institution.id],
    );
    return rows.map(({ amount }) => Number(amount));
  }

  const verify = async (url: string) =>
    runTmm(['verify', '--head', head], { DATABASE_URL: url, ...keys });

  it('the dump is its owner’s alone, and the drill restores and verifies it', () => {
    expect(statSync(dump.startsWith('/') ? dump : join(folder, dump)).mode & 0o777).toBe(0o600);
    const tmm = `${process.execPath} ${join(checkout, 'src/cli/main.ts')}`;
    const said = run('drill.sh', [dump, head], { TMM: tmm, ...keys });
    expect(said).toMatch(/Nothing to do.*No difference found.*The drill passed/s);
  }, 60_000);

  it('comes back from the dump: it verifies, and nothing is sent twice', async () => {
    await using fresh = await freshServer();
    run('restore-dump.sh', [dump], { DATABASE_URL: fresh.url });
    expect(await transfers(fresh.url)).toEqual([1000]);
    expect((await verify(fresh.url)).out).toContain('No difference found');
    await goOn(fresh.url, 0);
    expect((await verify(fresh.url)).out).toContain('No difference found');
    expect(() => run('restore-dump.sh', [dump], { DATABASE_URL: fresh.url })).toThrow(
      /Create an empty one/,
    );
  }, 90_000);

  it('comes back to its last WAL: nothing is lost, nothing is sent twice, and it verifies', async () => {
    await using recovered = await recover();
    expect(await transfers(recovered.url)).toEqual([1000, 1100, 1200]);
    expect((await verify(recovered.url)).out).toContain('No difference found');
    await goOn(recovered.url, 2);
    expect((await verify(recovered.url)).out).toContain('No difference found');
  }, 90_000);

  it('comes back to a moment, such as before a mistake', async () => {
    await using recovered = await recover(between);
    expect(await transfers(recovered.url)).toEqual([1000, 1100]);
    expect((await verify(recovered.url)).out).toContain('No difference found');
  }, 90_000);

  it('a changed backup is refused', () => {
    const altered = join(folder, 'altered');
    cpSync(base.startsWith('/') ? base : join(folder, base), altered, { recursive: true });
    const file = join(altered, 'global/pg_control');
    const bytes = readFileSync(file);
    bytes[100] = (bytes[100] ?? 0) ^ 1;
    writeFileSync(file, bytes);
    giveToOrdinary(altered);
    const words = [altered, archive, join(folder, 'never')];
    expect(() => run('restore-to.sh', words)).toThrow(/checksum mismatch/);
  });

  async function freshServer() {
    const fresh = await startPostgres(['fsync=on'], { binaries: binaries ?? '' });
    return { url: fresh.url, [Symbol.asyncDispose]: async () => fresh.stop() };
  }

  async function recover(time?: string) {
    const data = join(folder, `recovered-${await freePort()}`);
    run('restore-to.sh', [base, archive, data, ...(time === undefined ? [] : [time])]);
    const recovered = await startPostgres(['fsync=on'], {
      binaries: binaries ?? '',
      fill: (place) => {
        cpSync(data, place, { recursive: true });
        chmodSync(place, 0o700);
        giveToOrdinary(place);
      },
    });
    const db = await openPostgres({ url: recovered.url });
    const isOver = async () =>
      (await db.query<{ still: boolean }>('select pg_is_in_recovery() as still'))[0]?.still;
    await expect.poll(isOver, { timeout: 30_000 }).toBe(false);
    await db[Symbol.asyncDispose]();
    return { url: recovered.url, [Symbol.asyncDispose]: async () => recovered.stop() };
  }
});
