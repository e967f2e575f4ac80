import { writeFileSync } from 'node:fs';
import type { Database } from '../database/database.ts';
import { makePostingFile, readPostingFile } from '../exchange/postings/make-file.ts';
import { nameLines } from '../exchange/postings/named-lines.ts';
import { writePain } from '../exchange/postings/write-pain.ts';
import { writeRows } from '../exchange/postings/write-rows.ts';
import { createWorld } from '../kernel/world.ts';
import type { Institution } from '../members/institution.ts';
import { mappingIn } from './import-words.ts';
import { UsageError } from './usage-error.ts';

export const postingFormats = ['csv', 'pain.001'] as const;

/**
 * Writes the next file of postings for the core, or one that was made before.
 * @returns the exit status
 */
export async function exportPostings(
  db: Database,
  institution: Institution,
  how: {
    readonly format: (typeof postingFormats)[number];
    readonly mapping: string | undefined;
    readonly number: string | undefined;
    readonly out: string | undefined;
  },
): Promise<number> {
  const mapping = mappingIn(how.mapping);
  const file =
    how.number === undefined
      ? await makePostingFile(db, { institutionId: institution.id, world: createWorld() })
      : await readPostingFile(db, institution.id, numberIn(how.number));
  if (!file) {
    if (how.number !== undefined) throw new UsageError(`there is no file ${how.number}`);
    say('Nothing new was posted: there is no file to send');
    return 0;
  }
  const lines = await nameLines(db, institution.id, file.lines);
  const pain = how.format === 'pain.001' ? writePain({ ...file, lines }, institution) : undefined;
  const bytes = pain ? Buffer.from(pain.xml, 'utf8') : writeRows(lines, mapping);
  if (how.out === undefined) process.stdout.write(bytes);
  else writeFileSync(how.out, bytes, { mode: 0o600, flag: 'wx' });
  say(
    `File ${file.number}: ${lines.length} lines. \`tmm export postings --file ${file.number}\` writes the same file again`,
  );
  if (pain && pain.left.length > 0)
    say(
      `${pain.left.length} lines are no transfers between two accounts, which pain.001 can’t say: send them with \`tmm export postings --file ${file.number} --format csv\``,
    );
  return 0;
}

function numberIn(text: string): number {
  if (!/^[1-9]\d{0,8}$/.test(text))
    throw new UsageError('--file takes the number of a file that was made before');
  return Number(text);
}

/** Beside the file itself, which may go to standard output. */
function say(line: string): void {
  process.stderr.write(`${line}\n`);
}
