import type { Site } from './site.ts';

/** Counts the transfers of this amount, in cents, that were posted in the demonstration. */
export async function moneyMoved(
  { db, institution }: Pick<Site, 'db' | 'institution'>,
  cents: number,
): Promise<number> {
  const rows = await db.query(
    `select 1 from entries where institution_id = $1 and kind = 'transfer' and amount = $2`,
    [institution.id, cents],
  );
  return rows.length;
}
