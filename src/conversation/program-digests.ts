import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

/** Digests of the program's parts that decide what a text means and what an answer says. */
export interface ProgramDigests {
  readonly reading: string;
  readonly texts: string;
}

const digits = 16;

/**
 * Digests the files of reading and wording under a source folder, 16 hex digits each. A changed word changes its digest, whether or not
 * somebody raised the program's version. Files of tests don't count.
 */
export function programDigests(root: string): ProgramDigests {
  const packs = filesIn(join(root, 'languages'));
  const isReading = (file: string) => relative(root, file).split(sep).includes('reading');
  return {
    reading: digestOf(root, [
      ...filesIn(join(root, 'reading')),
      ...filesIn(join(root, 'secrets')),
      ...packs.filter(isReading),
    ]),
    texts: digestOf(root, [
      ...filesIn(join(root, 'wording')),
      ...packs.filter((file) => !isReading(file)),
    ]),
  };
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.includes('.test.'))
    .map(({ parentPath, name }) => join(parentPath, name));
}

function digestOf(root: string, files: readonly string[]): string {
  const hash = createHash('sha256');
  const named = files.map((file) => [relative(root, file).split(sep).join('/'), file] as const);
  for (const [name, file] of named.toSorted(([a], [b]) => (a < b ? -1 : 1)))
    hash.update(`${name}\0`).update(readFileSync(file)).update('\0');
  return hash.digest('hex').slice(0, digits);
}
