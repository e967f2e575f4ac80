import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import pg from 'pg';
import type { Database } from '../../src/database/database.ts';
import { migrate } from '../../src/database/migrate.ts';
import { openPGlite } from '../../src/database/open-pglite.ts';
import { openPostgres } from '../../src/database/open-postgres.ts';

const templateName = 'tmm_template';

/** Migrates one database on each engine. Tests open copies. */
export async function writeTemplates(serverUrl: string): Promise<() => void> {
  const folder = mkdtempSync(join(tmpdir(), 'tmm-template-'));
  writeFileSync(join(folder, 'pglite.tar'), await packedPGlite());

  await onServer(serverUrl, `create database ${templateName}`);
  const postgres = await openPostgres({ url: databaseUrl(serverUrl, templateName) });
  await migrate(postgres);
  await postgres[Symbol.asyncDispose]();

  process.env['TMM_TEST_SERVER'] = serverUrl;
  process.env['TMM_TEST_TEMPLATE'] = join(folder, 'pglite.tar');
  return () => rmSync(folder, { recursive: true, force: true });
}

/**
 * Packs a migrated PGlite without what tests don't need: the databases from which others are made, and 15 MB of an empty log. A
 * copy then opens in half the time, and tests open some 250.
 */
async function packedPGlite(): Promise<Buffer> {
  const made = await PGlite.create({ initDbStartParams: ['--wal-segsize=1'] });
  const empty = await made.dumpDataDir('none');
  await made.close();
  await using database = await openPGlite({ template: empty });
  await migrate(database);
  await database.query('update pg_database set datistemplate = false, datallowconn = true');
  for (const name of ['template0', 'template1']) await database.query(`drop database ${name}`);
  await database.script('checkpoint');
  const dump = await database.dump();
  return Buffer.from(await dump.arrayBuffer());
}

export function templateOfPGlite(): Blob {
  return new Blob([readFileSync(process.env['TMM_TEST_TEMPLATE'] ?? '')]);
}

let copies = 0;

/** Makes a fresh migrated database on the run's server. @param template one with more in it: see `filledTemplate` */
export async function createPostgresCopy(
  template = templateName,
): Promise<{ url: string; drop: () => Promise<void> }> {
  const serverUrl = process.env['TMM_TEST_SERVER'] ?? '';
  copies += 1;
  const name = `tmm_${process.pid}_${copies}`;
  // By files, it costs the server less than by the log.
  await onServer(serverUrl, `create database ${name} template ${template} strategy file_copy`);
  return {
    url: databaseUrl(serverUrl, name),
    drop: async () => onServer(serverUrl, `drop database if exists ${name} with (force)`),
  };
}

/**
 * Makes a template that has more in it than the schema, once a run: the first caller fills it, others wait. @returns its name
 * @param fill writes what all copies have
 */
export async function filledTemplate(
  name: string,
  fill: (db: Database) => Promise<unknown>,
): Promise<string> {
  const serverUrl = process.env['TMM_TEST_SERVER'] ?? '';
  const filled = `${templateName}_${name}`;
  const client = new pg.Client({ connectionString: serverUrl });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock(hashtext($1))', [filled]);
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [
      filled,
    ]);
    if (rowCount === 1) return filled;
    const copy = await createPostgresCopy();
    const db = await openPostgres({ url: copy.url });
    await fill(db);
    await db[Symbol.asyncDispose]();
    await client.query(`alter database ${new URL(copy.url).pathname.slice(1)} rename to ${filled}`);
    return filled;
  } finally {
    // Its end also ends the lock.
    await client.end();
  }
}

function databaseUrl(serverUrl: string, name: string): string {
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return url.href;
}

async function onServer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    // Two simultaneous copies can conflict on the template. It is free again in a moment.
    for (let attempt = 0; ; attempt += 1) {
      try {
        await client.query(statement);
        return;
      } catch (error) {
        const code = error instanceof Error && 'code' in error ? error.code : undefined;
        if (code !== '55006' || attempt === 100) throw error;
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    }
  } finally {
    await client.end();
  }
}
