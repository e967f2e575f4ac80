import { closeSync, openSync, rmSync, writeSync } from 'node:fs';
import type { Database } from '../database/database.ts';
import { silentFiles } from '../exchange/postings/list-postings.ts';
import {
  makePostingFile,
  type PostingFile,
  readPostingFile,
} from '../exchange/postings/make-file.ts';
import { type NamedLine, SharedName } from '../exchange/postings/named-lines.ts';
import { transfersIn, writePain } from '../exchange/postings/write-pain.ts';
import { writeRows } from '../exchange/postings/write-rows.ts';
import type { Mapping } from '../exchange/files/mapping.ts';
import { createWorld } from '../kernel/world.ts';
import type { Institution } from '../members/institution.ts';
import { UsageError } from './usage-error.ts';

export const postingFormats = ['csv', 'pain.001'] as const;

interface Writing {
  readonly format: (typeof postingFormats)[number];
  readonly mapping: Mapping;
  /** Of a file that was made before. */
  readonly number: string | undefined;
  /** Only the lines that pain.001 can't say. */
  readonly isRest: boolean;
  readonly out: string | undefined;
}

/**
 * Writes the next file of postings for the core, or one that was made before.
 * @returns the exit status
 */
export async function exportPostings(
  db: Database,
  institution: Institution,
  how: Writing,
): Promise<number> {
  // Before the lines are put into a file: what can't be written must not count as sent.
  const output = openOutput(how.out);
  let made: number | undefined;
  try {
    const file = await fileFor(db, institution, how);
    if (!file) {
      output.discard();
      say('Nothing new was posted: there is no file to send');
      return 0;
    }
    made = file.number;
    const { bytes, hint } = contentOf(file, institution, how);
    output.write(bytes);
    say(
      `File ${file.number}: ${file.lines.length} lines. \`tmm export postings --file ${file.number}\` writes the same file again`,
    );
    if (hint !== undefined) say(hint);
    for (const silent of await silentFiles(db, institution.id, file))
      say(
        `Nothing of file ${silent} came back yet. If it was never sent, \`tmm export postings --file ${silent}\` writes it again`,
      );
    return 0;
  } catch (error) {
    output.discard();
    if (error instanceof SharedName) throw new UsageError(error.message);
    if (made !== undefined && how.number === undefined)
      say(
        `File ${made} was made but not written: \`tmm export postings --file ${made}\` writes it again`,
      );
    throw error;
  }
}

async function fileFor(
  db: Database,
  institution: Institution,
  how: Writing,
): Promise<PostingFile | undefined> {
  const check = (lines: readonly NamedLine[]) => {
    if (how.format === 'pain.001' && transfersIn(lines).transfers.length === 0)
      throw new UsageError(
        'there is no transfer between two accounts in it, and pain.001 says nothing else: use --format csv',
      );
  };
  const institutionId = institution.id;
  if (how.number === undefined)
    return makePostingFile(db, { institutionId, world: createWorld(), check });
  const file = await readPostingFile(db, institutionId, numberIn(how.number));
  if (!file) throw new UsageError(`there is no file ${how.number}`);
  check(file.lines);
  return file;
}

function contentOf(
  file: PostingFile,
  institution: Institution,
  { format, isRest, mapping }: Writing,
): { bytes: Uint8Array; hint?: string } {
  const { left } = transfersIn(file.lines);
  if (format === 'csv') return { bytes: writeRows(isRest ? left : file.lines, mapping) };
  const bytes = Buffer.from(writePain(file, institution), 'utf8');
  if (left.length === 0) return { bytes };
  const hint = `${left.length} lines are no transfers between two accounts, which pain.001 can’t say: send only them with \`tmm export postings --file ${file.number} --rest\``;
  return { bytes, hint };
}

/** Opens a new file that only its owner reads, or standard output. */
function openOutput(path: string | undefined): {
  write: (bytes: Uint8Array) => void;
  discard: () => void;
} {
  if (path === undefined)
    return { write: (bytes) => process.stdout.write(bytes), discard: () => undefined };
  let file: number;
  try {
    file = openSync(path, 'wx', 0o600);
  } catch (error) {
    const why = error instanceof Error && 'code' in error ? String(error.code) : '';
    throw new UsageError(
      why === 'EEXIST'
        ? `${path} is there already: name a new file`
        : `${path} can’t be made (${why}): name a new file in a folder where you may write`,
    );
  }
  return {
    write: (bytes) => {
      let done = 0;
      while (done < bytes.length) done += writeSync(file, bytes, done);
      closeSync(file);
    },
    discard: () => rmSync(path, { force: true }),
  };
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
