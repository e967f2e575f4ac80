import type { Queries } from '../database/database.ts';

/**
 * Withdraws a queued message, because a later one says more. Its text stays in the record.
 * @returns whether it was withdrawn: if any part of it may have left, nothing changes
 */
export async function replaceUnsent(
  tx: Queries,
  institutionId: number,
  outboundId: string,
): Promise<boolean> {
  const replaced = await tx.query(
    `update outbound set status = 'expired', error_code = 'replaced'
      where institution_id = $1 and id = $2 and status = 'queued' and attempts = 0 returning 1`,
    [institutionId, outboundId],
  );
  return replaced.length > 0;
}
