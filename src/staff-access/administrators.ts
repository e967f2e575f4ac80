import type { Queries } from '../database/database.ts';

/**
 * Finds the only active administrator.
 * @returns their id; `undefined` if there are several or none
 */
export async function lastAdministrator(
  q: Queries,
  institutionId: number,
): Promise<string | undefined> {
  const rows = await q.query<{ id: string }>(
    `select id from staff_members where institution_id = $1 and state = 'active' and 'admin' = any(roles) limit 2`,
    [institutionId],
  );
  return rows.length === 1 ? rows[0]?.id : undefined;
}
