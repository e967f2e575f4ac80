import { once } from 'node:events';
import { createReadStream, createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { spawn } from 'node:child_process';
import { parseArgs } from 'node:util';
import type { Database } from '../src/database/database.ts';
import { openPostgres } from '../src/database/open-postgres.ts';
import { migrate } from '../src/database/migrate.ts';
import { type FilesReport, importFiles } from '../src/exchange/import-files.ts';
import { openTable } from '../src/exchange/open-files.ts';
import { ownMapping } from '../src/exchange/files/mapping.ts';
import { assert } from '../src/kernel/assert.ts';
import { createKeyring } from '../src/kernel/keyring.ts';
import { systemRandom } from '../src/kernel/random.ts';
import { createWorld } from '../src/kernel/world.ts';
import { createInstitution } from '../src/members/institution.ts';
import { startPostgres } from '../test/support/postgres-server.ts';
import { databaseUrl } from './support/database-url.ts';
import { say } from './support/say.ts';

const options = {
  rows: { type: 'string', default: '1000000' },
  members: { type: 'string', default: '20000' },
} as const;

/**
 * Measures how fast files of members, accounts and transactions become books, beside PostgreSQL's COPY of the same transactions into a bare
 * table on the same server in the same run.
 */
export async function run(args: string[]): Promise<object> {
  const { values } = parseArgs({ args, options });
  const rows = Number(values.rows);
  const members = Number(values.members);
  const folder = mkdtempSync(`${tmpdir()}/tmm-bench-import-`);
  const server = await startPostgres([]);
  try {
    await writeFiles(folder, { rows, members });
    await using admin = await openPostgres({ url: server.url, connectionsMax: 1 });
    await admin.query('create database bench_import');
    const url = databaseUrl(server.url, 'bench_import');
    await using db = await openPostgres({ url, connectionsMax: 4 });
    const copySeconds = await copy(url, folder);
    say(`COPY: ${Math.round(rows / copySeconds)} rows/s`);
    await migrate(db);
    const start = performance.now();
    const report = await importAll(db, folder);
    const seconds = (performance.now() - start) / 1000;
    assert(report.transactions.posted === rows, 'each row is posted');
    return {
      rows,
      members,
      seconds: round(seconds),
      rowsPerSecond: Math.round(rows / seconds),
      copySeconds: round(copySeconds),
      copyRowsPerSecond: Math.round(rows / copySeconds),
      timesCopy: round(seconds / copySeconds),
    };
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Imports the files into a new institution. */
async function importAll(db: Database, folder: string): Promise<FilesReport> {
  const world = createWorld();
  const keyring = createKeyring([{ id: 1, key: systemRandom.bytes(32) }], systemRandom);
  const institution = await db.transaction(async (tx) =>
    createInstitution(tx, world, {
      slug: 'bench',
      name: 'Bench',
      zone: 'America/Chicago',
      currency: 'USD',
      who: 'bench',
    }),
  );
  const open = (table: 'members' | 'shares' | 'transactions') =>
    openTable(`${folder}/${table}.csv`, table, {
      mapping: ownMapping,
      ...(table === 'shares' ? { defaults: { currency: 'USD' } } : {}),
    });
  return importFiles(db, {
    institution,
    world,
    keyring,
    actor: {
      principal: 'program',
      who: 'bench',
      provenBy: 'command_line',
      provenAt: world.clock.now(),
      why: 'a benchmark',
    },
    files: {
      members: open('members'),
      shares: open('shares'),
      transactions: open('transactions'),
    },
    digests: {},
    isOld: { members: false, shares: false, holds: false },
    isDryRun: false,
    country: 'US',
    how: { currencies: ['USD'] },
    onProgress: ({ stage, done, total }) => {
      if (done % 100_000 === 0) say(`${stage}: ${done} of ${total}`);
    },
  });
}

/** A member has one account; rows go round, each with the balance after it. */
async function writeFiles(
  folder: string,
  { rows, members }: { readonly rows: number; readonly members: number },
): Promise<void> {
  await writeLines(
    `${folder}/members.csv`,
    'number,name,phone',
    members,
    (index) =>
      `${100_000 + index},Member ${index} Example,314 555 0${String(index % 1000).padStart(3, '0')}`,
  );
  await writeLines(
    `${folder}/shares.csv`,
    'member_number,suffix,kind',
    members,
    (index) => `${100_000 + index},7,share draft`,
  );
  const first = Temporal.PlainDate.from('2024-01-01');
  await writeLines(
    `${folder}/transactions.csv`,
    'external_id,member_number,suffix,effective_on,amount,description,balance',
    rows,
    (index) => {
      const turn = Math.floor(index / members);
      const day = first.add({ days: turn % 700 }).toString();
      return `E${index},${100_000 + (index % members)},7,${day},1.00,ROW ${index},${turn + 1}.00`;
    },
  );
}

async function writeLines(
  path: string,
  header: string,
  count: number,
  line: (index: number) => string,
): Promise<void> {
  const file = createWriteStream(path);
  file.write(`${header}\n`);
  for (let index = 0; index < count; index += 1)
    if (!file.write(`${line(index)}\n`)) await once(file, 'drain');
  file.end();
  await once(file, 'finish');
}

/** Copies the transactions into a table without an index, by psql's own COPY if it is there. @returns seconds */
async function copy(url: string, folder: string): Promise<number> {
  const table =
    'create table copied (external_id text, member_number text, suffix text, effective_on date, amount numeric, description text, balance numeric)';
  await psql(url, ['-c', table]);
  const start = performance.now();
  await psql(url, ['-c', '\\copy copied from pstdin csv header'], `${folder}/transactions.csv`);
  return (performance.now() - start) / 1000;
}

async function psql(url: string, words: readonly string[], input?: string): Promise<void> {
  const child = spawn('psql', [url, '-v', 'ON_ERROR_STOP=1', '-q', ...words], {
    stdio: ['pipe', 'ignore', 'inherit'],
  });
  if (input === undefined) child.stdin.end();
  else createReadStream(input).pipe(child.stdin);
  await once(child, 'close');
  assert(child.exitCode === 0, 'psql is installed, and copies');
}

function round(seconds: number): number {
  return Math.round(seconds * 10) / 10;
}
