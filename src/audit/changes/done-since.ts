import type { Queries } from '../../database/database.ts';

/**
 * Tells for each recorded table since which batch the record has all its rows, by the changes that say so. They are signed; the table
 * `recorded_tables` itself can be altered.
 */
export async function doneSince(
  q: Queries,
  institutionId: number,
): Promise<ReadonlyMap<string, bigint>> {
  const rows = await q.query<{ name: string; number: bigint }>(
    `select row_key as name, min(chain_number) as number from changes
      where institution_id = $1 and table_name = 'recorded_tables' and content->>'done_at' is not null
      group by row_key`,
    [institutionId],
  );
  return new Map(rows.map(({ name, number }) => [name, number]));
}
