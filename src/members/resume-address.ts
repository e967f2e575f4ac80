import type { Queries } from '../database/database.ts';

/**
 * Ends a member's pause, and lifts nothing else.
 * @returns whether it was paused
 */
export async function resumeAddress(
  tx: Queries,
  institutionId: number,
  addressId: string,
): Promise<boolean> {
  const resumed = await tx.query(
    `update addresses set state = 'proven', state_reason = null
      where institution_id = $1 and id = $2 and state = 'paused' returning 1`,
    [institutionId, addressId],
  );
  return resumed.length > 0;
}
