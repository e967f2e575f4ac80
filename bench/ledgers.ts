import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { env } from 'node:process';
import { parseArgs } from 'node:util';
import { openPostgres } from '../src/database/open-postgres.ts';
import { startPostgres, systemPgbench } from '../test/support/postgres-server.ts';
import { databaseUrl } from './support/database-url.ts';
import { flushMicroseconds } from './support/flush.ts';
import { median, rounded } from './support/median.ts';
import {
  openPgbench,
  preparePgbench,
  type Pgbench,
  type PgbenchResult,
} from './support/pgbench.ts';
import { say } from './support/say.ts';
import {
  measureYardstick,
  ratioTo,
  yardstickFigures,
  type Yardstick,
} from './support/yardstick.ts';

/** A ledger in SQL that others publish. Its files are not part of this project. */
interface Ledger {
  readonly name: string;
  /** The environment variable that names its SQL files, in order, with commas between them. */
  readonly files: string;
  /** Opens so many accounts, each with enough money. */
  readonly fill: (accounts: number) => string;
  /** Moves one cent between the accounts `:a` and `:b`. */
  readonly transfer: string;
}

const ledgers: readonly Ledger[] = [
  {
    name: 'pgledger',
    files: 'PGLEDGER_SQL',
    fill: (accounts) => `create table opened as
        select n, (pgledger_create_account('account ' || n, 'USD')).id as account
        from generate_series(1, ${accounts}) n;
      create unique index on opened (n)`,
    transfer: `select pgledger_create_transfer((select account from opened where n = :a),
        (select account from opened where n = :b), 0.01)`,
  },
  {
    name: 'tb-perf, row by row',
    files: 'TB_PERF_SQL',
    fill: (accounts) =>
      `insert into accounts (id, balance) select n, 100000000 from generate_series(1, ${accounts}) n`,
    transfer: 'select transfer(:a, :b, 1)',
  },
];

/**
 * Measures transfers of other ledgers on PostgreSQL, each from its published SQL: `PGLEDGER_SQL` and
 * `TB_PERF_SQL` name the files. pgbench calls their functions, one transfer a transaction. The
 * unit is that of `post`, so the two compare.
 */
export async function run(args: string[]): Promise<object> {
  const { values } = parseArgs({ args, options });
  const program = systemPgbench();
  const chosen = ledgers.filter(({ files }) => env[files]);
  if (!program || chosen.length === 0) {
    say('It needs pgbench (Debian: postgresql-contrib) and PGLEDGER_SQL or TB_PERF_SQL');
    return { skipped: program ? 'no ledger' : 'no pgbench' };
  }
  const folder = mkdtempSync(join(tmpdir(), 'tmm-ledgers-'));
  const server = await startPostgres(['synchronous_commit=on', 'fsync=on', 'shared_buffers=512MB']);
  try {
    const given = { server, program, folder, accounts: Number(values.accounts) };
    const tpcb = await openIn(given, 'bench_pgbench', async (url) =>
      openPgbench(url, { scale: 20, processId: server.processId }),
    );
    const opened: { readonly ledger: Ledger; readonly pgbench: Pgbench }[] = [];
    for (const ledger of chosen) opened.push({ ledger, pgbench: await openLedger(given, ledger) });
    const rounds: Round[] = [];
    const yardsticks: Yardstick[] = [];
    const seconds = Number(values.seconds);
    for (let round = 1; round <= Number(values.rounds); round += 1) {
      say(`round ${round}`);
      const yardstick = tpcb && (await measureYardstick(tpcb, seconds));
      if (!yardstick) break;
      yardsticks.push(yardstick);
      for (const { ledger, pgbench } of opened)
        for (const clients of values.clients.split(',').map(Number))
          rounds.push({ ledger, yardstick, result: await pgbench({ clients, seconds }) });
    }
    return {
      flushMicroseconds: flushMicroseconds(server.folder),
      accounts: given.accounts,
      rounds: yardsticks.length,
      pgbench: yardstickFigures(yardsticks),
      results: chosen.map((ledger) => bestOf(rounds.filter((one) => one.ledger === ledger))),
    };
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

const options = {
  accounts: { type: 'string', default: '20000' },
  rounds: { type: 'string', default: '3' },
  seconds: { type: 'string', default: '8' },
  clients: { type: 'string', default: '8,16,32' },
} as const;

interface Round {
  readonly ledger: Ledger;
  readonly yardstick: Yardstick;
  readonly result: PgbenchResult;
}

interface Place {
  readonly server: { readonly url: string; readonly processId: number };
  readonly program: string;
  readonly folder: string;
  readonly accounts: number;
}

async function openIn<Result>(
  { server }: Place,
  name: string,
  work: (url: string) => Promise<Result>,
): Promise<Result> {
  await using admin = await openPostgres({ url: server.url, connectionsMax: 1 });
  await admin.query(`create database ${name}`);
  return await work(databaseUrl(server.url, name));
}

async function openLedger(place: Place, ledger: Ledger): Promise<Pgbench> {
  const { server, program, folder, accounts } = place;
  const name = ledger.files.toLowerCase();
  return openIn(place, name, async (url) => {
    say(`${ledger.name}: opening ${accounts} accounts`);
    await using db = await openPostgres({ url, connectionsMax: 1 });
    const published = (env[ledger.files] ?? '')
      .split(',')
      .map((file) => readFileSync(file, 'utf8'));
    for (const text of [...published, ledger.fill(accounts)]) await db.query(text);
    await db.query('vacuum analyze');
    const script = join(folder, `${name}.pgbench`);
    writeFileSync(
      script,
      [
        String.raw`\set a random(1, ${accounts})`,
        String.raw`\set b 1 + mod(:a + random(0, ${accounts - 2}), ${accounts})`,
        `${ledger.transfer.replaceAll(/\s+/g, ' ')};`,
      ].join('\n'),
    );
    return preparePgbench(program, {
      url,
      processId: server.processId,
      name: ledger.name,
      script,
    });
  });
}

/** The number of clients with the most transfers a second, as with pgbench's own transaction. */
function bestOf(rounds: readonly Round[]) {
  const speedOf = (some: readonly Round[]) =>
    median(some.map(({ result }) => result.transactionsPerSecond));
  const counts = [...new Set(rounds.map(({ result }) => result.clients))];
  const [best = []] = counts
    .map((clients) => rounds.filter(({ result }) => result.clients === clients))
    .toSorted((a, b) => speedOf(b) - speedOf(a));
  const costOf = ({ result }: Round) => result.postgresMicroseconds + result.pgbenchMicroseconds;
  const compared = best.map((one) => ({ yardstick: one.yardstick, figure: costOf(one) }));
  return {
    name: best[0]?.ledger.name,
    clients: best[0]?.result.clients,
    transfersPerSecond: speedOf(best),
    postgresMicroseconds: rounded(median(best.map(({ result }) => result.postgresMicroseconds)), 0),
    pgbenchMicroseconds: rounded(median(best.map(({ result }) => result.pgbenchMicroseconds)), 0),
    processorToC: ratioTo(compared, 'c'),
  };
}
