import { batchOf, type BatchContext } from '../../src/audit/batch.ts';
import type { Database } from '../../src/database/database.ts';
import { outboundLeaf } from '../../src/messages/leaves.ts';
import { outboundColumns, type StoredOutbound } from '../../src/messages/verify-messages.ts';

/** Takes into the record what a test altered of an address's messages, as if the service had queued them so. */
export async function recordAgain(
  db: Database,
  context: BatchContext,
  addressId: string | undefined,
): Promise<void> {
  await db.transaction(async (tx) => {
    const batch = batchOf(tx, context);
    const rows = await tx.query<StoredOutbound>(
      `update outbound o set batch_id = $3 where o.institution_id = $1 and o.address_id = $2 returning ${outboundColumns('o')}`,
      [context.institutionId, addressId, batch.id],
    );
    batch.add(
      'messages',
      rows.map((row) => outboundLeaf(row)),
    );
  });
}
