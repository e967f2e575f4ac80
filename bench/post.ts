import { parseArgs } from 'node:util';
import { migrate } from '../src/database/migrate.ts';
import { openPostgres } from '../src/database/open-postgres.ts';
import type { Database } from '../src/database/database.ts';
import { assert } from '../src/kernel/assert.ts';
import { seededRandom, systemRandom } from '../src/kernel/random.ts';
import { createKeyring } from '../src/kernel/keyring.ts';
import { createWorld } from '../src/kernel/world.ts';
import { post } from '../src/ledger/post.ts';
import { verify } from '../src/ledger/verify/verify.ts';
import { startPostgres } from '../test/support/postgres-server.ts';
import { databaseUrl } from './support/database-url.ts';
import { flushMicroseconds, withFlushDelay } from './support/flush.ts';
import { openAccounts } from './support/open-accounts.ts';
import { pgbench } from './support/pgbench.ts';
import { randomTransfers } from './support/random-transfers.ts';
import { say } from './support/say.ts';

const institutionId = 1;
const world = createWorld();
const keyring = createKeyring([{ id: 1, key: systemRandom.bytes(32) }], systemRandom);

/**
 * Measures transfers a second by layout (`5x100`: five connections with a hundred transfers a
 * batch) on a PostgreSQL that syncs each commit. The reference is pgbench's TPC-B on the same
 * server in the same run. It includes all work of a transfer: locks, keys, decision, double entry,
 * checks, the record.
 */
export async function run(args: string[]): Promise<object> {
  const { values } = parseArgs({ args, options });
  const flushDelay = Number(values['flush-delay']);
  const seconds = Number(values.seconds);
  const server = values.url === undefined ? await start(flushDelay) : undefined;
  const url = values.url ?? server?.url ?? '';
  try {
    await using admin = await openPostgres({ url, connectionsMax: 1 });
    for (const name of ['bench_pgbench', 'bench_books']) {
      await admin.query(`drop database if exists ${name}`);
      await admin.query(`create database ${name}`);
    }
    const compared = await pgbench(databaseUrl(url, 'bench_pgbench'), {
      scale: 20,
      clients: [1, 8, 32],
      seconds: Math.max(10, seconds),
    });
    await using db = await openPostgres({
      url: databaseUrl(url, 'bench_books'),
      connectionsMax: 8,
    });
    const measured = await postTransfers(db, {
      accounts: Number(values.accounts),
      layouts: values.layouts.split(','),
      seconds,
    });
    if (values.verify) {
      const report = await verify(db, { institutionId, keyring });
      assert(report.problems.length === 0, 'verify agrees after the benchmark');
    }
    return {
      ...(server ? { flushMicroseconds: flushMicroseconds(server.folder) } : {}),
      flushDelayMicroseconds: flushDelay,
      ...measured,
      hotUpdateShare: await hotUpdateShare(db),
      synchronousCommit: await setting(db, 'synchronous_commit'),
      fsync: await setting(db, 'fsync'),
      server: await setting(db, 'server_version'),
      pgbench: compared ?? 'not installed',
      ...(compared
        ? {
            ratioToBestPgbench: ratiosTo(
              Math.max(...compared.map((one) => one.transactionsPerSecond)),
              measured.results,
            ),
          }
        : {}),
    };
  } finally {
    await server?.stop();
  }
}

const options = {
  accounts: { type: 'string', default: '200000' },
  seconds: { type: 'string', default: '5' },
  layouts: { type: 'string', default: '1x1,1x10,1x100,1x500,1x1000,1x2000,2x250,4x125,5x100' },
  url: { type: 'string' },
  verify: { type: 'boolean', default: false },
  'flush-delay': { type: 'string', default: '0' },
} as const;

interface Measured {
  readonly connections: number;
  readonly batch: number;
  readonly inFlight: number;
  readonly transfersPerSecond: number;
}

/** Opens accounts in an empty database and measures transfers between them for each layout. */
async function postTransfers(
  db: Database,
  given: { accounts: number; layouts: readonly string[]; seconds: number },
): Promise<{ accounts: number; entries: number; results: Measured[] }> {
  await migrate(db);
  say(`books: opening ${given.accounts} accounts`);
  const accounts = await openAccounts(db, { institutionId, count: given.accounts, world });
  await db.query('vacuum analyze');
  await db.query('checkpoint');
  const results: Measured[] = [];
  for (const layout of given.layouts) {
    const [connections = 1, batch = 1] = layout.split('x').map(Number);
    const how = { accounts, batch, connections, seconds: given.seconds };
    const transfersPerSecond = await measure(db, how);
    say(`books: ${connections} connection(s) with ${batch} a batch, ${transfersPerSecond}/s`);
    results.push({ connections, batch, inFlight: connections * batch, transfersPerSecond });
  }
  const [{ total, entries } = { total: 0n, entries: 0n }] = await db.query<{
    total: bigint;
    entries: bigint;
  }>('select sum(amount)::int8 as total, count(*)::int8 as entries from entries');
  assert(total === 0n, 'the books balance after the benchmark');
  return { accounts: accounts.length, entries: Number(entries), results };
}

function ratiosTo(best: number, results: readonly Measured[]) {
  return results.map(({ transfersPerSecond, ...layout }) => ({
    ...layout,
    ratio: Math.round((transfersPerSecond / best) * 100) / 100,
  }));
}

async function start(flushDelay: number) {
  say('PostgreSQL: starting');
  return startPostgres([
    'synchronous_commit=on',
    'fsync=on',
    'shared_buffers=1GB',
    'max_wal_size=8GB',
    'checkpoint_timeout=15min',
    ...withFlushDelay(flushDelay),
  ]);
}

async function measure(
  db: Database,
  options: { accounts: readonly string[]; batch: number; connections: number; seconds: number },
): Promise<number> {
  const { accounts, batch, connections, seconds } = options;
  let posted = 0;
  const started = performance.now();
  const until = started + seconds * 1000;
  const drive = async (lane: number): Promise<void> => {
    const lot = `${batch}/${connections}/${lane}`;
    const draw = randomTransfers(accounts, seededRandom(lot), lot);
    while (performance.now() < until) {
      const outcomes = await post(db, { institutionId, orders: draw(batch), world, keyring });
      assert(
        outcomes.every(({ outcome }) => outcome === 'posted'),
        'every transfer is posted',
      );
      posted += outcomes.length;
    }
  };
  await Promise.all(Array.from({ length: connections }, (_, lane) => drive(lane)));
  return Math.round(posted / ((performance.now() - started) / 1000));
}

/** Returns the share of account updates that stayed on their page and touched no index. */
async function hotUpdateShare(db: Database): Promise<number> {
  const [row] = await db.query<{ share: number }>(
    `select round(n_tup_hot_upd::numeric / greatest(n_tup_upd, 1), 3)::float8 as share
      from pg_stat_user_tables where relname = 'accounts'`,
  );
  return row?.share ?? 0;
}

async function setting(db: Database, name: string): Promise<string> {
  const [row] = await db.query<{ value: string }>('select current_setting($1) as value', [name]);
  return row?.value ?? '';
}
