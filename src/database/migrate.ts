import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { Fault } from '../kernel/fault.ts';
import type { Database, Queries } from './database.ts';
import { statementsOf } from './statements.ts';

export interface Migration {
  /** The file's name without `.sql`, such as `0002-ledger`. Migrations run in this order. */
  readonly name: string;
  readonly text: string;
}

const folder = new URL('../../migrations/', import.meta.url);

/** All migrations of this program, in order. */
export function migrations(): Migration[] {
  return readdirSync(folder)
    .filter((file) => /^\d{4}-[a-z-]+\.sql$/.test(file))
    .sort()
    .map((file) => ({
      name: file.slice(0, -'.sql'.length),
      text: readFileSync(new URL(file, folder), 'utf8'),
    }));
}

/**
 * Migrates the database to this program's schema. Each migration runs in one transaction with the
 * row that records it. It inserts the row first: if several processes start together, one runs the
 * migration and the others wait.
 * @returns the names of the migrations that ran now
 * @throws Fault `schema_newer` if the database has a migration that this program does not know;
 *   `migration_changed` if the text of an applied one differs
 */
export async function migrate(
  db: Database,
  known: readonly Migration[] = migrations(),
): Promise<string[]> {
  await createTable(db);
  const finished = await finishedMigrations(db, known);
  const ran: string[] = [];
  for (const migration of known) {
    if (finished.has(migration.name)) continue;
    const won = await db.transaction(async (tx) => {
      // A migration may take any time, whatever the connection's timeout.
      await tx.query('set local statement_timeout = 0');
      const inserted = await tx.query(
        'insert into migrations (name, digest) values ($1, $2) on conflict do nothing returning name',
        [migration.name, digestOf(migration)],
      );
      if (inserted.length === 0) return false;
      for (const statement of statementsOf(migration.text)) await tx.query(statement);
      return true;
    });
    if (won) ran.push(migration.name);
  }
  return ran;
}

/** Says whether the database has a schema of ours, of whatever version. */
export async function hasSchema(q: Queries): Promise<boolean> {
  return hasOurTable(q);
}

/**
 * Checks that the database has all of this program's migrations, without writing: what only reads leaves the schema as it is.
 * @throws Fault `schema_missing` if there is nothing of ours in it, `schema_older`, `schema_newer`, `migration_changed`
 */
export async function assertMigrated(
  q: Queries,
  known: readonly Migration[] = migrations(),
): Promise<void> {
  if (!(await hasOurTable(q)))
    throw new Fault({
      code: 'schema_missing',
      message: 'There is nothing of tmm in this database: run `tmm migrate`',
      retryable: false,
    });
  const finished = await finishedMigrations(q, known);
  const next = known.find(({ name }) => !finished.has(name));
  if (next)
    throw new Fault({
      code: 'schema_older',
      message: `The database is of an older version, without ${next.name}: run \`tmm migrate\``,
      retryable: false,
    });
}

async function finishedMigrations(
  q: Queries,
  known: readonly Migration[],
): Promise<ReadonlySet<string>> {
  const done = await q.query<{ name: string; digest: string }>(
    'select name, digest from migrations',
  );
  const byName = new Map(known.map((migration) => [migration.name, migration]));
  for (const { name, digest } of done) {
    const migration = byName.get(name);
    if (!migration) throw newer(name);
    if (digestOf(migration) !== digest) throw changed(name);
  }
  return new Set(done.map(({ name }) => name));
}

async function hasTable(q: Queries): Promise<boolean> {
  const [row] = await q.query<{ found: boolean }>(
    "select to_regclass('migrations') is not null as found",
  );
  return row?.found ?? false;
}

/** Another program may have a table of that name. */
async function hasOurTable(q: Queries): Promise<boolean> {
  const columns = await q.query(
    `select from pg_attribute where attrelid = to_regclass('migrations') and attname in ('name', 'digest')`,
  );
  return columns.length === 2;
}

async function createTable(db: Database): Promise<void> {
  if (await hasTable(db)) return;
  try {
    await db.query(`create table if not exists migrations (
      name text primary key,
      digest text not null,
      ran_at timestamptz not null default now()
    )`);
  } catch (error) {
    // Two processes may create it at once: one then conflicts with the other's row in the catalog.
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code !== '23505' && code !== '42P07') throw error;
  }
}

function digestOf(migration: Migration): string {
  return createHash('sha256').update(migration.text).digest('hex');
}

function newer(name: string): Fault {
  return new Fault({
    code: 'schema_newer',
    message: `The database has migration ${name}, which this version does not know. Run the newer version`,
    retryable: false,
  });
}

function changed(name: string): Fault {
  return new Fault({
    code: 'migration_changed',
    message: `Migration ${name} differs from the one that ran on this database`,
    retryable: false,
  });
}
