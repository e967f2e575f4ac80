import type { Database } from '../database/database.ts';
import { atOnce, inBatches, type Old } from '../database/in-batches.ts';

/** Deletes sessions of staff that ended long ago. The record keeps their hashes. @returns how many */
export async function pruneStaffSessions(
  db: Database,
  { institutionId, before }: Old,
): Promise<number> {
  return inBatches(async () =>
    db.transaction(async (tx) => {
      const gone = await tx.query(
        `delete from staff_sessions where institution_id = $1 and id in (
            select id from staff_sessions where institution_id = $1 and expires_at < $2 limit ${atOnce})
          returning 1`,
        [institutionId, before],
      );
      return gone.length;
    }),
  );
}
