import type { Queries } from '../database/database.ts';
import type { NewOutbound } from './outbound.ts';

const statement = {
  name: 'outbound_enqueue',
  text: `insert into outbound (institution_id, id, conversation_id, channel, address_id, batch_id, purpose, priority,
      in_reply_to, text, language, queued_at, received_at, expires_at, inset)
    select $1, * from unnest($2::uuid[], $3::uuid[], $4::text[], $5::uuid[], $6::uuid[], $7::text[], $8::smallint[],
      $9::text[], $10::text[], $11::text[], $12::timestamptz[], $13::timestamptz[], $14::timestamptz[], $15::bytea[])`,
};

/** Queues messages, set-based, in the transaction that decided them. */
export async function enqueue(
  tx: Queries,
  institutionId: number,
  rows: readonly NewOutbound[],
): Promise<void> {
  if (rows.length === 0) return;
  await tx.query(statement, [
    institutionId,
    rows.map((row) => row.id),
    rows.map((row) => row.conversationId),
    rows.map((row) => row.channel),
    rows.map((row) => row.addressId ?? null),
    rows.map((row) => row.batchId ?? null),
    rows.map((row) => row.purpose),
    rows.map((row) => row.priority),
    rows.map((row) => row.inReplyTo ?? null),
    rows.map((row) => row.text),
    rows.map((row) => row.language),
    rows.map((row) => row.queuedAt),
    rows.map((row) => row.receivedAt ?? null),
    rows.map((row) => row.expiresAt),
    rows.map((row) => row.inset ?? null),
  ]);
}
