import type { Queries } from '../../database/database.ts';
import { present } from '../../kernel/assert.ts';
import { institutionColumn, leftOut, recordedNames } from './recorded-tables.ts';

/** A column that the record covers. */
export interface RecordedColumn {
  readonly name: string;
  /** As PostgreSQL writes it, such as `timestamp with time zone`. */
  readonly type: string;
  readonly isKey: boolean;
  /** What a row gets that names none; `null`: nothing. */
  readonly standard: string | null;
}

/** A recorded table as the database has it now: its columns, less those that are left out. */
export interface RecordedTable {
  readonly name: string;
  /** In the primary key's order, without the institution. */
  readonly key: readonly RecordedColumn[];
  readonly columns: readonly RecordedColumn[];
}

export type RecordedTables = ReadonlyMap<string, RecordedTable>;

/** Reads the recorded tables' columns from the database: a column that a migration adds is covered without another word. */
export async function readRecordedTables(q: Queries): Promise<RecordedTables> {
  const rows = await q.query<{
    table: string;
    name: string;
    type: string;
    standard: string | null;
    keyAt: number | null;
  }>(
    `select c.relname as "table", a.attname as name, format_type(a.atttypid, null) as type,
        pg_get_expr(d.adbin, d.adrelid) as standard,
        array_position(i.indkey::int2[], a.attnum)::int as "keyAt"
      from pg_class c
      join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      join pg_index i on i.indrelid = c.oid and i.indisprimary
      left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
      where c.relnamespace = 'public'::regnamespace and c.relname = any($1::text[])
      order by c.relname, a.attnum`,
    [recordedNames],
  );
  const byTable = Map.groupBy(rows, ({ table }) => table);
  return new Map(
    [...byTable].map(([name, its]) => {
      const covered = its.filter((row) => !Object.hasOwn(leftOut(name), row.name));
      const columns = covered
        .filter((row) => row.name !== institutionColumn(name))
        .map(({ keyAt, ...row }) => ({ ...row, isKey: keyAt !== null }));
      const places = new Map(its.map((row) => [row.name, row.keyAt]));
      const key = columns
        .filter(({ isKey }) => isKey)
        .toSorted((a, b) => (places.get(a.name) ?? 0) - (places.get(b.name) ?? 0));
      return [name, { name, key, columns }];
    }),
  );
}

/** The table of this name. */
export function tableNamed(tables: RecordedTables, name: string): RecordedTable {
  return present(tables.get(name), `the database has the recorded table ${name}`);
}
