import type { Queries } from '../database/database.ts';
import type { ChannelName } from './channel.ts';
import { messagesDigest, type DigestedOutbound } from './digest.ts';
import type { InboundRow } from './inbound.ts';

/**
 * Recomputes the digests of these batches' stored messages. `verify` compares them with the chain. A batch without messages has
 * none.
 */
export async function digestsOfMessages(
  q: Queries,
  institutionId: number,
  batchIds: readonly string[],
): Promise<Map<string, Uint8Array>> {
  const inbound = await q.query<Nullable<InboundRow>>(
    `select channel, external_id as "externalId", conversation_id as "conversationId", batch_id as "batchId",
      position, member_id as "memberId", text, public, sent_at as "sentAt", received_at as "receivedAt", intent,
      reading, outcome
    from inbound where institution_id = $1 and batch_id = any($2::uuid[])`,
    [institutionId, batchIds],
  );
  const outbound = await q.query<Nullable<DigestedOutbound> & { batchId: string }>(
    `select id, conversation_id as "conversationId", channel, address_id as "addressId", batch_id as "batchId",
      purpose, in_reply_to as "inReplyTo", text, language, queued_at as "queuedAt"
    from outbound where institution_id = $1 and batch_id = any($2::uuid[])`,
    [institutionId, batchIds],
  );
  const batches = new Map<string, { inbound: InboundRow[]; outbound: DigestedOutbound[] }>();
  const batch = (id: string) => {
    const found = batches.get(id) ?? { inbound: [], outbound: [] };
    batches.set(id, found);
    return found;
  };
  for (const row of inbound) {
    batch(row.batchId).inbound.push({
      ...row,
      memberId: row.memberId ?? undefined,
      sentAt: row.sentAt ?? undefined,
    });
  }
  for (const row of outbound) {
    batch(row.batchId).outbound.push({
      ...row,
      addressId: row.addressId ?? undefined,
      inReplyTo: row.inReplyTo ?? undefined,
    });
  }
  return new Map(
    [...batches].map(([id, rows]) => [id, messagesDigest(rows.inbound, rows.outbound)]),
  );
}

/** Optional fields come back from the database as null. */
type Nullable<Row> = {
  [Field in keyof Row]: undefined extends Row[Field]
    ? Exclude<Row[Field], undefined> | null
    : Row[Field];
};

/** Finds a few messages that name a batch which the chain doesn't have: someone else inserted them. */
export async function strayMessages(
  q: Queries,
  institutionId: number,
): Promise<{ channel: ChannelName; id: string }[]> {
  return q.query(
    `select channel, external_id as id from inbound i
      where institution_id = $1
        and not exists (select from chain c where c.institution_id = $1 and c.batch_id = i.batch_id)
    union all
    select channel, id::text from outbound o
      where institution_id = $1 and batch_id is not null
        and not exists (select from chain c where c.institution_id = $1 and c.batch_id = o.batch_id)
    limit 20`,
    [institutionId],
  );
}
