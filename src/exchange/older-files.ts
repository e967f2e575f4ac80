import type { Queries } from '../database/database.ts';

/**
 * Tells whether a file was imported before, and another one for the same table since. Such a file is old: its names, owners and limits
 * would undo newer ones.
 */
export async function isOldFile(
  q: Queries,
  institutionId: number,
  { table, digest }: { readonly table: string; readonly digest: string },
): Promise<boolean> {
  const rows = await q.query<{ digest: string }>(
    `select detail->'digests'->>$2 as digest from acts
      where institution_id = $1 and what = 'books_imported' and detail->'digests'->>$2 is not null
      order by at desc, id desc`,
    [institutionId, table],
  );
  return rows.findIndex((row) => row.digest === digest) > 0;
}
