import type { Queries } from '../database/database.ts';

/**
 * LOCK: stops the service for these members on all channels. Locked members keep the earlier time.
 * @returns how many it locked
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
 * Unlocks the service for a member. Only a signed-in member or staff with a reason may do so.
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
