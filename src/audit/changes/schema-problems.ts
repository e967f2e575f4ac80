import type { Queries } from '../../database/database.ts';
import type { Problem } from '../verify-record.ts';
import made from './made-columns.json' with { type: 'json' };
import { otherTables, recordedTables } from './recorded-tables.ts';

/** Of a column: its type and default, as PostgreSQL writes them. */
type MadeColumn = readonly (string | null)[];

/** By table and column, what the migrations make. */
export type MadeTables = Readonly<Record<string, Readonly<Record<string, MadeColumn>>>>;

const madeTables: MadeTables = made;

export interface SchemaProblem extends Problem {
  /** A table or column is missing, so that statements that name it fail. */
  readonly isGone: boolean;
}

/** How the tables that the record covers differ from what the migrations make: such a table can hide what was altered in it. */
export async function schemaProblems(q: Queries): Promise<SchemaProblem[]> {
  const now = await readColumns(q);
  const keyed = new Set(await withPrimaryKey(q));
  return Object.entries(madeTables).flatMap(([table, columns]) => {
    const its = now[table];
    if (!its) return [{ where: table, what: 'the table is gone', isGone: true }];
    const problems = Object.entries(columns).flatMap(([name, [type, standard]]) => {
      const is = its[name];
      if (!is) return [{ what: `its column ${name} is gone`, isGone: true }];
      return [
        ...(is[0] === type ? [] : [`its column ${name} has the type ${is[0]}, not ${type}`]),
        ...(is[1] === standard
          ? []
          : [`its column ${name} has the default ${is[1] ?? 'none'}, not ${standard ?? 'none'}`]),
      ].map((what) => ({ what, isGone: false }));
    });
    if (!keyed.has(table)) problems.push({ what: 'its primary key is gone', isGone: false });
    return problems.map((problem) => ({ where: table, ...problem }));
  });
}

/** The columns of the tables that the record covers, as the database has them now. */
export async function readColumns(q: Queries): Promise<MadeTables> {
  const rows = await q.query<{
    table: string;
    name: string;
    type: string;
    standard: string | null;
  }>(
    `select c.relname as "table", a.attname as name, format_type(a.atttypid, a.atttypmod) as type,
        pg_get_expr(d.adbin, d.adrelid) as standard
      from pg_class c
      join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
      where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and c.relname = any($1::text[])
      order by c.relname collate "C", a.attname collate "C"`,
    [coveredNames],
  );
  const byTable = Map.groupBy(rows, ({ table }) => table);
  return Object.fromEntries(
    [...byTable].map(([table, its]) => [
      table,
      Object.fromEntries(its.map(({ name, type, standard }) => [name, [type, standard]])),
    ]),
  );
}

const coveredNames = [...Object.keys(recordedTables), ...Object.keys(otherTables)];

async function withPrimaryKey(q: Queries): Promise<string[]> {
  const rows = await q.query<{ name: string }>(
    `select c.relname as name from pg_class c join pg_index i on i.indrelid = c.oid and i.indisprimary
      where c.relnamespace = 'public'::regnamespace and c.relname = any($1::text[])`,
    [coveredNames],
  );
  return rows.map(({ name }) => name);
}
