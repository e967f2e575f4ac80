import { PGlite, type Transaction } from '@electric-sql/pglite';
import { Fault } from '../kernel/fault.ts';
import { damagedFolder, databaseIn, prepareDataFolder } from './data-folder.ts';
import { lockDataFolder } from './data-folder-lock.ts';
import { madeHere, type Database, type Queries } from './database.ts';
import { encodeParameter } from './parameters.ts';
import { parsers } from './parsers.ts';
import { repeating } from './repeating.ts';
import { openScope } from './transaction-scope.ts';

export interface PGliteOptions {
  /**
   * The data folder, created if missing. Without it the database lives in memory and ends with the
   * process.
   */
  readonly folder?: string;
  /** A data folder packed by `dumpDataDir`. A migrated template opens much faster. */
  readonly template?: Blob;
}

/**
 * The engine clears its buffers at each start, and reads files through the process's memory anyway: the usual 128 MB would take a
 * third of the time of opening.
 */
const startParams = [...PGlite.defaultStartParams, '-c', 'shared_buffers=32MB'];

/**
 * Opens PostgreSQL inside this process.
 * @throws Fault `data_folder_in_use` if another process has the folder open,
 *   `data_folder_unusable`, `data_folder_damaged`
 */
export async function openPGlite(options: PGliteOptions = {}): Promise<PGliteDatabase> {
  const { folder } = options;
  if (folder) prepareDataFolder(folder);
  const unlock = folder ? lockDataFolder(folder) : () => {};
  try {
    const engine = await PGlite.create({
      ...(folder ? { dataDir: databaseIn(folder) } : {}),
      ...(options.template ? { loadDataDir: options.template } : {}),
      parsers,
      startParams,
    });
    return createDatabase(engine, unlock);
  } catch (cause) {
    unlock();
    throw folder && !(cause instanceof Fault) ? damagedFolder(folder, cause) : cause;
  }
}

export interface PGliteDatabase extends Database {
  /** Packs the whole data folder, from which copies can be opened. */
  dump(): Promise<Blob>;
}

function createDatabase(engine: PGlite, unlock: () => void): PGliteDatabase {
  const on = (connection: PGlite | Transaction): Queries => ({
    query: async <Row>(
      statement: string | { text: string },
      parameters: readonly unknown[] = [],
    ) => {
      const text = typeof statement === 'string' ? statement : statement.text;
      const result = await connection.query<Row>(text, parameters.map(encodeParameter));
      return result.rows;
    },
  });
  return {
    [madeHere]: true,
    engine: 'pglite',
    ...on(engine),
    transaction: (work) =>
      repeating(() =>
        engine.transaction(async (transaction) => {
          const { scope, finish } = openScope();
          const result = await work({ ...on(transaction), scope });
          await finish();
          return result;
        }),
      ),
    script: async (text) => {
      await engine.exec(text);
    },
    listen: (channel, heard) => {
      const stop = engine.listen(channel, heard);
      stop.then(() => heard()).catch(() => {});
      return {
        [Symbol.asyncDispose]: async () => {
          // A closed engine has no subscription left to end.
          if (engine.closed) return;
          const end = await stop;
          await end();
        },
      };
    },
    dump: async () => engine.dumpDataDir('none'),
    [Symbol.asyncDispose]: async () => {
      // Disposing twice is harmless.
      if (engine.closed) return;
      await engine.close();
      unlock();
    },
  };
}
