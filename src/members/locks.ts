import type { Queries } from '../database/database.ts';

/**
 * LOCK: stops the service of these members on all channels; who is locked already keeps the earlier moment.
 * @returns how many were not locked before
 */
export async function lockMembers(
  tx: Queries,
  institutionId: number,
  { memberIds, at }: { memberIds: readonly string[]; at: Temporal.Instant },
): Promise<number> {
  const locked = await tx.query(
    `update members set locked_at = $3
      where institution_id = $1 and id = any($2::uuid[]) and locked_at is null returning 1`,
    [institutionId, memberIds, at],
  );
  return locked.length;
}

/**
 * Lets the service go on; only from where the member has signed in, or staff with their reason.
 * @returns whether it was locked
 */
export async function unlockMember(
  tx: Queries,
  institutionId: number,
  memberId: string,
): Promise<boolean> {
  const unlocked = await tx.query(
    `update members set locked_at = null
      where institution_id = $1 and id = $2 and locked_at is not null returning 1`,
    [institutionId, memberId],
  );
  return unlocked.length > 0;
}
