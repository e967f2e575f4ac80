import { existsSync, statSync } from 'node:fs';
import type { ParseArgsOptionsConfig } from 'node:util';
import { recording } from '../audit/changes/recording.ts';
import { noteExisting } from '../audit/made.ts';
import type { Database } from '../database/database.ts';
import { assertMigrated, hasSchema, migrate } from '../database/migrate.ts';
import { openPGlite } from '../database/open-pglite.ts';
import { openPostgres } from '../database/open-postgres.ts';
import { readPostgresAddress } from '../database/postgres-address.ts';
import { Fault } from '../kernel/fault.ts';
import { createWorld } from '../kernel/world.ts';
import type { Config } from '../service/config.ts';
import { keyringById } from './signatures.ts';
import { UsageError } from './usage-error.ts';

/** Options of every subcommand that touches data. */
export const dataOptions = {
  database: { type: 'string' },
  data: { type: 'string' },
} as const satisfies ParseArgsOptionsConfig;

export const dataHelp = `  --database URL   PostgreSQL, postgres://user@host:port/name. Put the password
                   in DATABASE_URL, PGPASSWORD or ~/.pgpass, not here
  --data DIR       the embedded database in this folder
                   (default: DATABASE_URL or TMM_DATA from the environment)`;

export interface DataChoice {
  readonly database?: string | undefined;
  readonly data?: string | undefined;
}

/**
 * Opens the data that the command line or the environment names. Its schema must be this version's: only `tmm migrate` changes it. What
 * is written is recorded under the environment's key.
 * @param how `make`: an empty or missing database gets the schema; `reads`: nothing is written; `migrates`: an older one is migrated
 * @throws UsageError where none or two are named, or nothing is there; Fault where the schema is another
 */
export async function openData(
  choice: DataChoice,
  how: { readonly make?: boolean; readonly reads?: boolean; readonly migrates?: boolean } = {},
): Promise<Database> {
  const place = placeOf(choice);
  const { folder } = place;
  if (folder !== undefined && !how.make && !existsSync(`${folder}/pg`))
    throw new UsageError(
      `there is no database in ${folder}. Create an empty one with \`tmm migrate --data ${folder}\``,
    );
  const db = await openPlace(place);
  try {
    if (how.migrates || (how.make && !(await hasSchema(db)))) await migrate(db);
    else await assertMigrated(db);
    if (!how.reads) {
      await noteExisting(db, { world: createWorld(), keyringOf: keyringById });
    }
  } catch (error) {
    // Idle connections would keep the command from ending.
    await db[Symbol.asyncDispose]();
    throw error;
  }
  return recorded(db);
}

/** The same database, recording under the keys that the environment has for each institution. */
export function recorded(db: Database): Database {
  return recording(db, { world: createWorld(), keyringOf: keyringById });
}

/**
 * Opens the database that settings name, for checks.
 * @throws Fault `no_database` where the folder of the embedded database is empty: the engine would make one there
 */
export async function openExisting({
  DATABASE_URL,
  TMM_DATA,
}: Pick<Config, 'DATABASE_URL' | 'TMM_DATA'>): Promise<Database> {
  if (DATABASE_URL) return openPlace({ url: DATABASE_URL });
  const folder = TMM_DATA ?? '';
  if (!existsSync(`${folder}/pg`))
    throw new Fault({
      code: 'no_database',
      message: `There is no database in ${folder}`,
      retryable: false,
    });
  return openPlace({ folder });
}

/** Opens the data without a migration. */
export async function openPlace(place: Place): Promise<Database> {
  return place.url === undefined
    ? openPGlite({ folder: place.folder })
    : openPostgres({ url: place.url });
}

type Place = { url: string; folder?: never } | { folder: string; url?: never };

/** Finds the data's location. The command line wins over the environment. */
export function placeOf(choice: DataChoice): Place {
  if (choice.database !== undefined && choice.data !== undefined) {
    throw new UsageError('give --database or --data, not both');
  }
  if (choice.database !== undefined) return { url: withoutPassword(choice.database) };
  if (choice.data !== undefined) return { folder: checkedFolder(choice.data, '--data') };
  const { DATABASE_URL, TMM_DATA } = process.env;
  if (DATABASE_URL) return { url: checkedUrl(DATABASE_URL, 'DATABASE_URL') };
  if (TMM_DATA) return { folder: checkedFolder(TMM_DATA, 'TMM_DATA') };
  throw new UsageError('no database given: use --database URL or --data DIR');
}

/** The answer does not repeat the URL, since it may contain a password. */
function checkedUrl(url: string, name: string): string {
  const read = readPostgresAddress(url);
  if ('problem' in read) throw new UsageError(`${name} ${read.problem}`);
  return url;
}

/** Everyone on this machine can read the command line of every process. */
function withoutPassword(url: string): string {
  const read = readPostgresAddress(checkedUrl(url, '--database'));
  if (!('problem' in read) && read.client.password !== undefined)
    throw new UsageError(
      '--database contains a password, which everyone on this machine can read in the process list. Use DATABASE_URL instead, or put the password in PGPASSWORD or ~/.pgpass',
    );
  return url;
}

function checkedFolder(folder: string, name: string): string {
  if (folder.trim() === '') throw new UsageError(`${name} must name a folder`);
  const found = statSync(folder, { throwIfNoEntry: false });
  if (found && !found.isDirectory()) throw new UsageError(`${folder} is not a folder`);
  return folder;
}
