import type { Database } from '../database/database.ts';
import { atOnce, inBatches, type Old } from '../database/in-batches.ts';

/**
 * Deletes enrollments that ended long ago, or that nobody finished, with the address that they were for. An address that was proven has
 * a row and a consent of its own, which stay. @returns how many
 */
export async function pruneEnrollments(
  db: Database,
  { institutionId, before }: Old,
): Promise<number> {
  return inBatches(async () =>
    db.transaction(async (tx) => {
      const gone = await tx.query(
        `delete from enrolments where institution_id = $1 and id in (
            select id from enrolments where institution_id = $1 and coalesce(ended_at, expires_at) < $2 limit ${atOnce})
          returning 1`,
        [institutionId, before],
      );
      return gone.length;
    }),
  );
}
