import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Fault } from '../kernel/fault.ts';

/** SQLite's error code for a file that another process has locked. */
const busy = 5;

/** Locks that this process holds. A file that nothing referred to would be closed by garbage collection, and its lock with it. */
const heldFiles = new Set<DatabaseSync>();

/**
 * Locks a data folder for this process, since two processes would destroy it. The lock is SQLite's,
 * on a file in the folder. The operating system releases it when the process ends, however it ends.
 * It does not depend on containers or process ids.
 * @returns a function that releases the folder
 * @throws Fault `data_folder_in_use`; `data_folder_unusable` if the file system has no locks
 */
export function lockDataFolder(folder: string): () => void {
  let file: DatabaseSync | undefined;
  try {
    file = new DatabaseSync(join(folder, 'lock.sqlite'));
    // A journal in memory leaves no file after a crash. Nothing ever writes to this database.
    file.exec('pragma busy_timeout = 0; pragma journal_mode = memory; begin exclusive');
    const held = file;
    heldFiles.add(held);
    return () => {
      heldFiles.delete(held);
      if (held.isOpen) held.close();
    };
  } catch (cause) {
    if (file?.isOpen) file.close();
    const isBusy = cause instanceof Error && 'errcode' in cause && cause.errcode === busy;
    throw new Fault({
      code: isBusy ? 'data_folder_in_use' : 'data_folder_unusable',
      message: isBusy
        ? `The data folder ${folder} is open in another process, perhaps in another container. Stop that one first, or give --data another folder`
        : `The data folder ${folder} can't be locked (${cause instanceof Error ? cause.message : String(cause)}). It must lie on a local disk whose files can be locked`,
      retryable: false,
      cause,
    });
  }
}
