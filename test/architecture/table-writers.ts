import { isProgram, type Source } from './source.ts';

const write = /\b(?:insert\s+into|update|delete\s+from)\s+(?:only\s+)?([a-z_]+)\b/gi;

/**
 * Finds the rooms that write each table: `insert into`, `update` and `delete from` in a room's SQL.
 * @param tables names of the tables; any other word after `update` is prose or `for update of`
 */
export function writersOf(
  source: Source,
  tables: ReadonlySet<string>,
): ReadonlyMap<string, ReadonlySet<string>> {
  const writers = new Map<string, Set<string>>();
  for (const [file, text] of source) {
    if (!isProgram(file)) continue;
    for (const [, table = ''] of text.matchAll(write)) {
      if (!tables.has(table)) continue;
      const rooms = writers.get(table) ?? new Set();
      writers.set(table, rooms.add(file.split('/').slice(0, 2).join('/')));
    }
  }
  return writers;
}

/** Lists the tables that migrations create. */
export function tablesOf(migrations: readonly string[]): ReadonlySet<string> {
  return new Set(
    migrations.flatMap((text) =>
      [...text.matchAll(/create\s+table\s+(?:if\s+not\s+exists\s+)?([a-z_]+)/gi)].map(
        ([, table = '']) => table,
      ),
    ),
  );
}
