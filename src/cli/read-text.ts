import { readFileSync } from 'node:fs';
import { UsageError } from './usage-error.ts';
import { shown } from './words.ts';

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EISDIR: 'it is a folder',
  EACCES: 'it may not be read',
  ENAMETOOLONG: 'its name is too long',
};

/**
 * Reads a file that the command line names.
 * @throws UsageError that says why it can't be read
 */
export function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    throw new UsageError(
      `can’t read ‘${shown(file)}’: ${reasons[code] ?? (code || 'it can’t be read')}`,
    );
  }
}
