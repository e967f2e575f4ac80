import type { Queries } from '../database/database.ts';

/**
 * Prevents sending of a message that this same transaction queued.
 * @param reason stored as the message's error code
 */
export async function keepFromSending(
  tx: Queries,
  institutionId: number,
  { outboundId, reason }: { readonly outboundId: string; readonly reason: string },
): Promise<void> {
  await tx.query(
    `update outbound set status = 'stopped', error_code = $3 where institution_id = $1 and id = $2`,
    [institutionId, outboundId, reason],
  );
}
