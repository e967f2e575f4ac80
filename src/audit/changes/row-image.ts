import { institutionColumn } from './recorded-tables.ts';
import type { RecordedColumn, RecordedTable } from './recorded-columns.ts';

/** Columns of a row by name, each as text that is the same in every session. */
export type RowImage = Readonly<Record<string, string | null>>;

/** A column's value as text. Bytes stand as their hash, but in a key: it has to be found again, and holds blind indexes alone. */
export function columnText({ name, type, isKey }: RecordedColumn, alias: string): string {
  const column = `${alias}.${quoted(name)}`;
  if (type === 'bytea')
    return isKey ? `encode(${column}, 'hex')` : `encode(sha256(${column}), 'hex')`;
  if (type === 'timestamp with time zone')
    return `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;
  if (type === 'date') return `to_char(${column}, 'YYYY-MM-DD')`;
  return `${column}::text`;
}

/** SQL for a row's key: its columns' texts, joined by `/`. */
export function keyText({ key }: RecordedTable, alias: string): string {
  return key.length === 0
    ? `''`
    : key.map((column) => columnText(column, alias)).join(` || '/' || `);
}

/** SQL for these columns of a row as JSON. */
export function imageOf(columns: readonly RecordedColumn[], alias: string): string {
  const pairs = columns.map((column) => `'${column.name}', ${columnText(column, alias)}`);
  return `json_build_object(${pairs.join(', ')})`;
}

/** SQL for the institution that a row belongs to. */
export function institutionText(table: string, alias: string): string {
  return `${alias}.${institutionColumn(table)}`;
}

/** SQL that reads back what `columnText` wrote. @param at such as `k.k1` */
export function fromText({ type }: RecordedColumn, at: string): string {
  return type === 'bytea' ? `decode(${at}, 'hex')` : `${at}::${type}`;
}

/** A row's key as `keyText` gives it. */
export function keyOf({ key }: RecordedTable, image: RowImage): string {
  return key.map(({ name }) => image[name] ?? '').join('/');
}

/**
 * A whole row's content. What it does not name is null, or was no column yet: so a null stays where a new row would get something else.
 */
export function contentOf({ columns }: RecordedTable, image: RowImage): RowImage {
  const entries = columns.flatMap(({ name, standard }) => {
    const value = image[name] ?? null;
    return value === null && standard === null ? [] : [[name, value] as const];
  });
  return Object.fromEntries(entries);
}

export function quoted(name: string): string {
  return /^[a-z_]+$/.test(name) ? name : `"${name.replaceAll('"', '""')}"`;
}
