import { existsSync } from 'node:fs';
import type { ParseArgsOptionsConfig } from 'node:util';
import type { Database } from '../database/database.ts';
import { migrate } from '../database/migrate.ts';
import { openPGlite } from '../database/open-pglite.ts';
import { openPostgres } from '../database/open-postgres.ts';
import { UsageError } from './usage-error.ts';

/** Of every subcommand that touches data. */
export const dataOptions = {
  database: { type: 'string' },
  data: { type: 'string' },
} as const satisfies ParseArgsOptionsConfig;

export const dataHelp = `  --database URL   PostgreSQL, postgres://user:password@host:port/name
  --data DIR       the embedded database in this folder
                   (without either: DATABASE_URL, or TMM_DATA, of the environment)`;

export interface DataChoice {
  readonly database?: string | undefined;
  readonly data?: string | undefined;
}

/**
 * Opens the data that the command line or the environment names, and brings it to this version's schema.
 * @param how `make`: an embedded database that is not there yet is made
 * @throws UsageError where none or two are named, or nothing is there
 */
export async function openData(
  choice: DataChoice,
  how: { readonly make?: boolean } = {},
): Promise<Database> {
  const { url, folder } = placeOf(choice);
  if (folder !== undefined && !how.make && !existsSync(`${folder}/pg`))
    throw new UsageError(
      `there are no data in ${folder}. \`tmm migrate --data ${folder}\` makes an empty database there`,
    );
  const db = url === undefined ? await openPGlite({ folder }) : await openPostgres({ url });
  await migrate(db);
  return db;
}

/** Where the data are; what the command line says comes before the environment. */
export function placeOf(
  choice: DataChoice,
): { url: string; folder?: never } | { folder: string; url?: never } {
  if (choice.database !== undefined && choice.data !== undefined) {
    throw new UsageError('give --database or --data, not both');
  }
  if (choice.database !== undefined) return { url: choice.database };
  if (choice.data !== undefined) return { folder: choice.data };
  const { DATABASE_URL, TMM_DATA } = process.env;
  if (DATABASE_URL) return { url: DATABASE_URL };
  if (TMM_DATA) return { folder: TMM_DATA };
  throw new UsageError('where are the data? Give --database URL or --data DIR');
}
