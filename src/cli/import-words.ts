import { accessSync, constants, readFileSync, statSync } from 'node:fs';
import { fileNameOf, type FilePaths, filesIn, tableOf } from '../exchange/open-files.ts';
import { ownMapping, readMapping, type Mapping } from '../exchange/files/mapping.ts';
import { tableNames, type TableName } from '../exchange/files/tables.ts';
import { debtSigns } from '../ledger/import/check-debts.ts';
import { UsageError } from './usage-error.ts';

/** Options that name single files; `--accounts` is another name of `--shares`. */
export const fileOptions = {
  members: { type: 'string' },
  shares: { type: 'string' },
  accounts: { type: 'string' },
  transactions: { type: 'string' },
  holds: { type: 'string' },
  rejected: { type: 'string' },
  mapping: { type: 'string' },
} as const;

type FileValues = { readonly [Name in keyof typeof fileOptions]?: string | undefined };

/**
 * Finds the files that the words name: a folder, files with known names, or options.
 * @throws UsageError where one is not there or can't be told
 */
export function filesNamed(
  words: readonly string[],
  values: FileValues,
): { mapping: Mapping; paths: FilePaths } {
  const mapping = mappingIn(values.mapping);
  const paths: FilePaths = {};
  const add = (table: TableName, path: string) => {
    if (paths[table] !== undefined)
      throw new UsageError(`two files of ${table} are given: ${paths[table]} and ${path}`);
    paths[table] = path;
  };
  for (const word of words) {
    if (statSync(word, { throwIfNoEntry: false })?.isDirectory()) {
      for (const [table, path] of Object.entries(filesIn(word, mapping)))
        for (const name of tableNames) if (name === table) add(name, path);
      continue;
    }
    const table = tableOf(word, mapping);
    if (!table)
      throw new UsageError(
        `can’t tell from its name what ${word} has: call it ${tableNames.map((name) => fileNameOf(name, mapping)).join(', ')}, or say --members, --shares, --transactions, --holds or --rejected before it`,
      );
    add(table, word);
  }
  for (const table of tableNames) {
    const path = values[table];
    if (path !== undefined) add(table, path);
  }
  if (values.accounts !== undefined) add('shares', values.accounts);
  const all = Object.values(paths);
  if (all.length === 0)
    throw new UsageError(
      words.length === 0
        ? 'give a folder with members.csv, shares.csv, transactions.csv and holds.csv, or single files'
        : `there is no file to import in ${words.join(', ')}: they are called ${tableNames.map((name) => fileNameOf(name, mapping)).join(', ')}`,
    );
  for (const path of all) assertReadable(path);
  return { mapping, paths };
}

/** Reads the mapping file. @throws UsageError with each of its problems */
export function mappingIn(path: string | undefined): Mapping {
  if (path === undefined) return ownMapping;
  assertReadable(path);
  const mapping = readMapping(readFileSync(path, 'utf8'));
  if ('problems' in mapping)
    throw new UsageError(`the mapping ${path} is not valid:\n  ${mapping.problems.join('\n  ')}`);
  return mapping;
}

/** The mapping, with the sign of debts that an option names. @throws UsageError for another word */
export function withDebts(mapping: Mapping, debts: string | undefined): Mapping {
  return { ...mapping, debts: oneOf('--debts', debts ?? mapping.debts, debtSigns) };
}

/** One of the words that an option takes. @throws UsageError for another */
export function oneOf<Word extends string>(
  option: string,
  given: string | undefined,
  words: readonly Word[],
): Word | undefined {
  if (given === undefined) return undefined;
  const found = words.find((word) => word === given);
  if (!found) throw new UsageError(`${option} must be ${words.join(' or ')}`);
  return found;
}

/** A pipe works as well as a file. */
export function assertReadable(file: string): void {
  const found = statSync(file, { throwIfNoEntry: false });
  if (!found) throw new UsageError(`there is no file ${file}`);
  if (found.isDirectory()) throw new UsageError(`${file} is a folder, not a file`);
  try {
    accessSync(file, constants.R_OK);
  } catch {
    throw new UsageError(`you don’t have permission to read ${file}`);
  }
}
