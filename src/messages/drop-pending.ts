import type { Queries } from '../database/database.ts';

/** Drops what is pending in this conversation, and resets its count of wrong confirmations. */
export async function dropPending(
  tx: Queries,
  institutionId: number,
  conversationId: string,
): Promise<void> {
  await tx.query(
    'update conversations set pending = null, confirmation_failures = 0 where institution_id = $1 and id = $2',
    [institutionId, conversationId],
  );
}
