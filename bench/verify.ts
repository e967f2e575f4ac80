import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { findExisting } from '../src/audit/changes/find-existing.ts';
import { recording } from '../src/audit/changes/recording.ts';
import { migrate } from '../src/database/migrate.ts';
import { openPostgres } from '../src/database/open-postgres.ts';
import type { Database } from '../src/database/database.ts';
import { assert } from '../src/kernel/assert.ts';
import { systemRandom } from '../src/kernel/random.ts';
import { createWorld } from '../src/kernel/world.ts';
import { post } from '../src/ledger/post.ts';
import { startPostgres } from '../test/support/postgres-server.ts';
import { buildFixture, type Fixture, testKeyring, testKeys } from '../test/support/fixture.ts';
import { databaseUrl } from './support/database-url.ts';
import { fillMessages } from './support/fill-messages.ts';
import { randomTransfers } from './support/random-transfers.ts';
import { say } from './support/say.ts';

const world = createWorld();
const keyring = testKeyring();
/** As the environment gives them to `tmm`. */
const masterKeys = testKeys()
  .map(({ id, key }) => `${id}:${Buffer.from(key).toString('base64')}`)
  .join(',');
const transfersInBatch = 500;

/**
 * Measures time and memory of `tmm verify` on two databases, one many times larger than the other. The small one is the reference:
 * memory must not grow with the rows, and time no faster than they do. Three of four rows are books, the others messages.
 */
export async function run(args: string[]): Promise<object> {
  const { values } = parseArgs({
    args,
    options: {
      rows: { type: 'string', default: '1000000' },
      part: { type: 'string', default: '10' },
      people: { type: 'string', default: '2000' },
    },
  });
  const server = await startPostgres(['fsync=off', 'shared_buffers=512MB', 'max_wal_size=8GB']);
  try {
    await using admin = await openPostgres({ url: server.url, connectionsMax: 1 });
    const measure = async (name: string, rows: number) => {
      await admin.query(`create database ${name}`);
      const url = databaseUrl(server.url, name);
      const filled = await fill(url, { rows, people: Number(values.people) });
      const measured = await verifyOf(url);
      await admin.query(`drop database ${name}`);
      const microsecondsPerRow = Math.round((measured.seconds * 1e6) / filled);
      say(`${filled} rows: ${measured.seconds} s, ${measured.peakMegabytes} MB`);
      return { rows: filled, ...measured, microsecondsPerRow };
    };
    const small = await measure('bench_small', Number(values.rows) / Number(values.part));
    const large = await measure('bench_large', Number(values.rows));
    const ratio = (one: number, other: number) => Math.round((one / other) * 100) / 100;
    return {
      small,
      large,
      memoryRatio: ratio(large.peakMegabytes, small.peakMegabytes),
      timePerRowRatio: ratio(large.microsecondsPerRow, small.microsecondsPerRow),
    };
  } finally {
    await server.stop();
  }
}

/** @returns how many rows of books and messages there are now */
async function fill(url: string, given: { rows: number; people: number }): Promise<number> {
  await using db = await openPostgres({ url, connectionsMax: 4 });
  await migrate(db);
  const fixture = await buildFixture(db, world, { people: given.people });
  const recorded = recording(db, { world, keyringOf: () => keyring });
  await findExisting(recorded, world, { institutionId: fixture.institution.id });
  await fillBooks(db, fixture, (given.rows * 3) / 4);
  await fillMessages(db, { fixture, keyring, world, rows: given.rows / 4 });
  await db.query('vacuum analyze');
  const [counted] = await db.query<{ rows: number }>(
    `select ((select count(*) from transactions) + (select count(*) from entries)
        + (select count(*) from inbound) + (select count(*) from outbound))::float8 as rows`,
  );
  return counted?.rows ?? 0;
}

/** Posts transfers until there are so many rows: a transfer is a transaction and two entries. */
async function fillBooks(db: Database, fixture: Fixture, rows: number): Promise<void> {
  const institutionId = fixture.institution.id;
  const accounts = fixture.members.flatMap((one) => [one.savingsAccountId, one.checkingAccountId]);
  const next = randomTransfers(accounts, systemRandom, 'verify');
  let left = Math.ceil(rows / 3);
  while (left > 0) {
    const count = Math.min(transfersInBatch, left);
    await post(db, { institutionId, orders: next(count), world, keyring });
    left -= count;
    if (left % 100_000 < transfersInBatch) say(`${left} transfers to post`);
  }
}

/** Runs `tmm verify` as an operator does, and reads the most memory that its process had. */
async function verifyOf(url: string): Promise<{ seconds: number; peakMegabytes: number }> {
  const program = fileURLToPath(new URL('../src/cli/main.ts', import.meta.url));
  const started = performance.now();
  const child = spawn(process.execPath, [program, 'verify', '--database', url], {
    stdio: ['ignore', 'pipe', 'ignore'],
    env: { ...process.env, TMM_MASTER_KEYS: masterKeys },
  });
  let printed = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (printed += text));
  let peak = 0;
  const watch = setInterval(() => {
    peak = Math.max(peak, peakKilobytes(child.pid ?? 0));
  }, 200);
  const status = await new Promise<number | null>((resolve) => child.on('close', resolve));
  clearInterval(watch);
  assert(status === 0, `verify finds nothing changed: ${printed}`);
  return {
    seconds: Math.round((performance.now() - started) / 100) / 10,
    peakMegabytes: Math.round(peak / 1000),
  };
}

/** Linux's high-water mark of a process's memory; 0 where it has ended. */
function peakKilobytes(processId: number): number {
  try {
    const status = readFileSync(`/proc/${processId}/status`, 'utf8');
    return Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0);
  } catch {
    return 0;
  }
}
