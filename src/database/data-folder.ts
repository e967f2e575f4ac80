import { accessSync, constants, mkdirSync, readdirSync, statfsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Fault } from '../kernel/fault.ts';

/**
 * Creates an embedded database's folder if missing and checks that it is writable. Otherwise the
 * embedded engine would fail with a bare stack trace.
 * @throws Fault `data_folder_unusable` if it is not writable, or its disk is full
 */
export function prepareDataFolder(folder: string): void {
  const database = join(folder, 'pg');
  try {
    mkdirSync(folder, { recursive: true });
    for (const place of [folder, database, join(database, 'global', 'pg_control')])
      if (statSync(place, { throwIfNoEntry: false }))
        accessSync(place, constants.R_OK | constants.W_OK);
  } catch (cause) {
    throw unusable(folder, cause);
  }
  if (statfsSync(folder).bavail === 0)
    throw unusable(folder, new Error('its disk is full'), 'Free some space there');
}

/**
 * Returns the database's path in a locked data folder. It refuses a damaged database, since the
 * engine would create a new one over the remains.
 * @throws Fault `data_folder_damaged`
 */
export function databaseIn(folder: string): string {
  const database = join(folder, 'pg');
  const found = statSync(database, { throwIfNoEntry: false });
  if (!found) return database;
  const names = found.isDirectory() ? readdirSync(database) : ['a file'];
  if (names.length > 0 && !names.includes('PG_VERSION')) throw damagedFolder(folder);
  return database;
}

/** Makes the fault for a folder that the engine could not open. */
export function damagedFolder(folder: string, cause?: unknown): Fault {
  return new Fault({
    code: 'data_folder_damaged',
    message: `The database in ${folder} can't be opened: it is damaged, was not made to the end, or is of another version. Put back a backup of the folder; what never held anything of use may be removed: ${join(folder, 'pg')}`,
    retryable: false,
    ...(cause === undefined ? {} : { cause }),
  });
}

function unusable(
  folder: string,
  cause: unknown,
  way = 'Make its files writable for the user who runs this, or give --data another folder',
): Fault {
  return new Fault({
    code: 'data_folder_unusable',
    message: `The data folder ${folder} can't be used: ${cause instanceof Error ? cause.message : String(cause)}. ${way}`,
    retryable: false,
    cause,
  });
}
