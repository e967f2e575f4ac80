import type { Database, Queries } from '../database/database.ts';
import { atOnce, inBatches, type Old } from '../database/in-batches.ts';
import { limits } from './limits.ts';

/** Deletes members' sessions that ended long ago. The record keeps their hashes. @returns how many */
export async function pruneSessions(db: Database, { institutionId, before }: Old): Promise<number> {
  return inBatches(async () =>
    db.transaction(async (tx) => {
      const gone = await tx.query(
        `delete from sessions where institution_id = $1 and id in (
            select id from sessions where institution_id = $1 and expires_at < $2 limit ${atOnce})
          returning 1`,
        [institutionId, before],
      );
      return gone.length;
    }),
  );
}

/** Deletes counts of wrong guesses to which nothing was added for long. @returns how many */
export async function pruneAttempts(q: Queries, { institutionId, before }: Old): Promise<number> {
  return inBatches(async () => {
    const gone = await q.query(
      `delete from sign_in_attempts where institution_id = $1 and subject in (
          select subject from sign_in_attempts where institution_id = $1 and last_at < $2 limit ${atOnce} for update skip locked)
        returning 1`,
      [institutionId, before],
    );
    return gone.length;
  });
}

/** Deletes steps of signing in that can’t be finished, and browsers that are known no more. @returns how many */
export async function pruneStepsAndDevices(
  q: Queries,
  { institutionId, now }: { readonly institutionId: number; readonly now: Temporal.Instant },
): Promise<number> {
  const steps = await q.query(
    'delete from sign_in_steps where institution_id = $1 and expires_at < $2 returning 1',
    [institutionId, now.subtract({ hours: 24 })],
  );
  const devices = await q.query(
    'delete from known_devices where institution_id = $1 and last_used_at < $2 returning 1',
    [institutionId, now.subtract({ hours: 24 * (limits.device.days + 1) })],
  );
  return steps.length + devices.length;
}
