import { accessSync, constants, mkdirSync, readdirSync, statfsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Fault } from '../kernel/fault.ts';

/**
 * Makes sure that an embedded database can be written in this folder, and makes the folder where it is missing: the embedded engine
 * would end in a stack of its own.
 * @throws Fault `data_folder_unusable` where it is not writable, or its disk is full
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
    throw unusable(folder, new Error('its disk is full'), 'Make room there');
}

/**
 * Where the database of a locked data folder lies. The engine would make a new one over what is left of a damaged one: that is refused.
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

/** What to say of a folder that the engine could not open. */
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
  way = 'Give its files to the user who runs this, writable, or give --data another folder',
): Fault {
  return new Fault({
    code: 'data_folder_unusable',
    message: `The data folder ${folder} can't be used: ${cause instanceof Error ? cause.message : String(cause)}. ${way}`,
    retryable: false,
    cause,
  });
}
