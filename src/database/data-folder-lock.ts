import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Fault } from '../kernel/fault.ts';

/**
 * Takes a data folder for this process: two processes on one folder destroy it. A lock left by a process that has ended
 * is taken over.
 * @returns what gives the folder free again
 * @throws Fault `data_folder_in_use`
 */
export function lockDataFolder(folder: string): () => void {
  const file = join(folder, 'lock');
  for (let attempt = 0; attempt < 2; attempt += 1) {
    try {
      writeFileSync(file, `${process.pid}\n`, { flag: 'wx' });
      return () => rmSync(file, { force: true });
    } catch (cause) {
      if (!(cause instanceof Error && 'code' in cause && cause.code === 'EEXIST')) throw cause;
      const holder = Number(readFileSync(file, 'utf8').trim());
      if (isRunning(holder)) {
        throw new Fault({
          code: 'data_folder_in_use',
          message: `The data folder ${folder} is open in process ${holder}. Stop that one first, or give --data another folder`,
          retryable: false,
          cause,
        });
      }
      rmSync(file, { force: true });
    }
  }
  throw new Fault({
    code: 'data_folder_in_use',
    message: `The data folder ${folder} was taken by another process`,
    retryable: true,
  });
}

function isRunning(process_id: number): boolean {
  if (!Number.isInteger(process_id) || process_id <= 0) return false;
  if (process_id === process.pid) return true;
  try {
    process.kill(process_id, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
