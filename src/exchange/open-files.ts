import { createHash } from 'node:crypto';
import { createReadStream, existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { TableRecord } from '../ledger/import/read-table.ts';
import { canonicalRows } from './files/canonical-rows.ts';
import { csvRows } from './files/csv-rows.ts';
import { formatOf, type Mapping } from './files/mapping.ts';
import { isStatementFile, statementRecords } from './statements/statement-records.ts';
import { tableNames, type TableName } from './files/tables.ts';

/** The path of each file that an import was given. */
export type FilePaths = Partial<Record<TableName, string>>;

/** Finds the files of a folder by the mapping's names, or ours: `members.csv` and so on. */
export function filesIn(folder: string, mapping: Mapping): FilePaths {
  const there = new Map(readdirSync(folder).map((name) => [name.toLowerCase(), name]));
  const paths: FilePaths = {};
  for (const table of tableNames) {
    const name = there.get(fileNameOf(table, mapping).toLowerCase());
    if (name !== undefined) paths[table] = join(folder, name);
  }
  return paths;
}

/** The table of a single file, by its name; `undefined` if the name says nothing. */
export function tableOf(path: string, mapping: Mapping): TableName | undefined {
  if (isStatementFile(path)) return 'transactions';
  const name = basename(path).toLowerCase();
  return tableNames.find((table) => fileNameOf(table, mapping).toLowerCase() === name);
}

/** The name of a table's file. */
export function fileNameOf(table: TableName, mapping: Mapping): string {
  return mapping[table]?.file ?? `${table}.csv`;
}

/**
 * Opens a file as rows in our names.
 * @throws UnreadableFile while it is read
 */
export function openTable(
  path: string,
  table: TableName,
  given: { readonly mapping: Mapping; readonly defaults?: Readonly<Record<string, string>> },
): AsyncIterable<TableRecord> {
  const { mapping, defaults } = given;
  if (table === 'transactions' && isStatementFile(path))
    return statementRecords(readFileSync(path), mapping);
  return canonicalRows(
    csvRows(createReadStream(path), formatOf(mapping, table)),
    table,
    mapping,
    defaults,
  );
}

/** A digest of a file, to recognize it again; `undefined` for a pipe, which can be read only once. */
export async function digestOf(path: string): Promise<string | undefined> {
  if (!existsSync(path) || !statSync(path).isFile()) return undefined;
  const hash = createHash('sha256');
  for await (const piece of createReadStream(path)) hash.update(piece);
  return hash.digest('hex');
}
