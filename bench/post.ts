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
import { median, rounded } from './support/median.ts';
import { openPgbench } from './support/pgbench.ts';
import { watchProcessors } from './support/processor-times.ts';
import { randomTransfers } from './support/random-transfers.ts';
import { say } from './support/say.ts';
import {
  measureYardstick,
  ratioTo,
  yardstickFigures,
  type Yardstick,
} from './support/yardstick.ts';

const institutionId = 1;
const world = createWorld();
const keyring = createKeyring([{ id: 1, key: systemRandom.bytes(32) }], systemRandom);

/**
 * Measures transfers by layout (`5x100`: five connections with a hundred transfers a batch) on a
 * PostgreSQL that syncs each commit: how many a second, and the CPU time of one. It includes all
 * work of a transfer: locks, keys, decision, double entry, checks, the record. The reference is
 * pgbench's TPC-B on the same server, in turns with ours.
 */
export async function run(args: string[]): Promise<object> {
  const { values } = parseArgs({ args, options });
  const flushDelay = Number(values['flush-delay']);
  const seconds = Number(values.seconds);
  const server = await start(flushDelay);
  try {
    await using admin = await openPostgres({ url: server.url, connectionsMax: 1 });
    for (const name of ['bench_pgbench', 'bench_books'])
      await admin.query(`create database ${name}`);
    const { processId } = server;
    const pgbench = await openPgbench(databaseUrl(server.url, 'bench_pgbench'), {
      scale: 20,
      processId,
    });
    await using db = await openPostgres({
      url: databaseUrl(server.url, 'bench_books'),
      connectionsMax: 8,
    });
    const accounts = await openBooks(db, Number(values.accounts));
    const layouts = values.layouts.split(',');
    const rounds: Round[] = [];
    const yardsticks: Yardstick[] = [];
    for (let round = 1; round <= Number(values.rounds); round += 1) {
      say(`round ${round}`);
      const yardstick = pgbench && (await measureYardstick(pgbench, seconds));
      if (yardstick) yardsticks.push(yardstick);
      for (const layout of layouts) {
        const how = { accounts, layout, seconds, round, postgres: processId };
        rounds.push({ layout, figures: await measure(db, how), yardstick });
      }
    }
    const entries = await assertBalanced(db);
    if (values.verify) {
      const report = await verify(db, { institutionId, keyring });
      assert(report.problems.length === 0, 'verify agrees after the benchmark');
    }
    return {
      flushMicroseconds: flushMicroseconds(server.folder),
      flushDelayMicroseconds: flushDelay,
      accounts: accounts.length,
      entries,
      rounds: Number(values.rounds),
      hotUpdateShare: await hotUpdateShare(db),
      synchronousCommit: await setting(db, 'synchronous_commit'),
      fsync: await setting(db, 'fsync'),
      server: await setting(db, 'server_version'),
      pgbench: yardsticks.length > 0 ? yardstickFigures(yardsticks) : 'not installed',
      results: layouts.map((layout) => sumUp(rounds.filter((one) => one.layout === layout))),
    };
  } finally {
    await server.stop();
  }
}

const options = {
  accounts: { type: 'string', default: '200000' },
  seconds: { type: 'string', default: '5' },
  rounds: { type: 'string', default: '3' },
  layouts: { type: 'string', default: '1x1,1x10,1x100,1x500,1x2000,5x100' },
  verify: { type: 'boolean', default: false },
  'flush-delay': { type: 'string', default: '0' },
} as const;

/** One run. CPU times are of one transfer. */
interface Figures {
  readonly transfersPerSecond: number;
  readonly serviceMicroseconds: number;
  readonly postgresMicroseconds: number;
  readonly idleShare: number;
}

interface Round {
  readonly layout: string;
  readonly figures: Figures;
  readonly yardstick: Yardstick | undefined;
}

/** Opens accounts in an empty database. @returns their ids */
async function openBooks(db: Database, count: number): Promise<readonly string[]> {
  await migrate(db);
  say(`books: opening ${count} accounts`);
  const accounts = await openAccounts(db, { institutionId, count, world });
  await db.query('vacuum analyze');
  await db.query('checkpoint');
  return accounts;
}

/** @returns how many entries there are */
async function assertBalanced(db: Database): Promise<number> {
  const [{ total, entries } = { total: 0n, entries: 0n }] = await db.query<{
    total: bigint;
    entries: bigint;
  }>('select sum(amount)::int8 as total, count(*)::int8 as entries from entries');
  assert(total === 0n, 'the books balance after the benchmark');
  return Number(entries);
}

function sumUp(rounds: readonly Round[]) {
  const of = (name: keyof Figures, digits = 0) =>
    rounded(median(rounds.map(({ figures }) => figures[name])), digits);
  const all = ({ serviceMicroseconds, postgresMicroseconds }: Figures) =>
    serviceMicroseconds + postgresMicroseconds;
  const compared = rounds.flatMap(({ yardstick, figures }) =>
    yardstick ? [{ yardstick, figure: all(figures) }] : [],
  );
  const { connections, batch } = numbersOf(rounds[0]?.layout ?? '');
  return {
    connections,
    batch,
    inFlight: connections * batch,
    transfersPerSecond: of('transfersPerSecond'),
    microseconds: rounded(median(rounds.map(({ figures }) => all(figures))), 1),
    serviceMicroseconds: of('serviceMicroseconds', 1),
    postgresMicroseconds: of('postgresMicroseconds', 1),
    idleShare: of('idleShare', 2),
    ...(compared.length > 0 ? { processorToC: ratioTo(compared, 'c') } : {}),
  };
}

function numbersOf(layout: string): { readonly connections: number; readonly batch: number } {
  const [connections = 1, batch = 1] = layout.split('x').map(Number);
  return { connections, batch };
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
  given: {
    readonly accounts: readonly string[];
    readonly layout: string;
    readonly seconds: number;
    readonly round: number;
    /** The process of the server. */
    readonly postgres: number;
  },
): Promise<Figures> {
  const { accounts, layout, seconds, round, postgres } = given;
  const { connections, batch } = numbersOf(layout);
  let posted = 0;
  const used = watchProcessors({ postgres });
  const before = process.cpuUsage();
  const started = performance.now();
  const until = started + seconds * 1000;
  const drive = async (lane: number): Promise<void> => {
    const lot = `${round}/${batch}/${connections}/${lane}`;
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
  const transfersPerSecond = Math.round(posted / ((performance.now() - started) / 1000));
  const { microseconds, idleShare } = used();
  const own = process.cpuUsage(before);
  const figures = {
    transfersPerSecond,
    serviceMicroseconds: rounded((own.user + own.system) / posted, 1),
    postgresMicroseconds: rounded(microseconds.postgres / posted, 1),
    idleShare: rounded(idleShare, 2),
  };
  say(
    `books: ${layout}, ${transfersPerSecond}/s, CPU µs ${figures.serviceMicroseconds} ours, ${figures.postgresMicroseconds} PostgreSQL`,
  );
  return figures;
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
