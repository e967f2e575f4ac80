import type { Database } from '../../src/database/database.ts';

/** For each table, one digest over all rows. */
export async function contentsOf(open: () => Promise<Database>): Promise<Map<string, string>> {
  await using db = await open();
  const tables = await db.query<{ name: string }>(
    `select tablename as name from pg_tables where schemaname = 'public' order by 1`,
  );
  const contents = new Map<string, string>();
  for (const { name } of tables) {
    const [row] = await db.query<{ digest: string }>(
      `select count(*) || ':' || md5(coalesce(string_agg(t::text, E'\\n' order by t::text), '')) as digest from "${name}" t`,
    );
    contents.set(name, row?.digest ?? '');
  }
  return contents;
}
