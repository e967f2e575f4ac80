import type { Queries } from '../database/database.ts';
import type { InboundRow } from './inbound-row.ts';
import type { RecordedOutbound } from './leaves.ts';

/** The messages of a batch. */
export interface RecordedMessages {
  readonly inbound: readonly InboundRow[];
  readonly outbound: readonly RecordedOutbound[];
}

/** A message that goes out, as the database has it. */
export type StoredOutbound = Nullable<RecordedOutbound> & { readonly batchId: string | null };

/** The columns of the table `outbound` as a `StoredOutbound`. @param o what a statement calls the table */
export const outboundColumns = (o: string): string =>
  `${o}.id, ${o}.batch_id as "batchId", ${o}.conversation_id as "conversationId", ${o}.channel,
    ${o}.address_id as "addressId", ${o}.purpose, ${o}.priority, ${o}.in_reply_to as "inReplyTo", ${o}.text, ${o}.language,
    ${o}.queued_at as "queuedAt", ${o}.received_at as "receivedAt", ${o}.expires_at as "expiresAt", ${o}.inset`;

/** A message that came in, as the database has it. */
export type StoredInbound = Nullable<InboundRow> & { readonly batchId: string };

/** The columns of the table `inbound` as a `StoredInbound`. */
export const inboundColumns = `channel, external_id as "externalId", conversation_id as "conversationId", batch_id as "batchId",
      position, member_id as "memberId", text, public, sent_at as "sentAt", received_at as "receivedAt", intent,
      reading, outcome`;

/** What is stored now of the messages of these batches; one without any is left out. */
export async function messagesOfBatches(
  q: Queries,
  institutionId: number,
  batchIds: readonly string[],
): Promise<Map<string, RecordedMessages>> {
  const inbound = await q.query<StoredInbound>(
    `select ${inboundColumns}
    from inbound where institution_id = $1 and batch_id = any($2::uuid[])`,
    [institutionId, batchIds],
  );
  const outbound = await q.query<StoredOutbound & { batchId: string }>(
    `select ${outboundColumns('o')} from outbound o
      where institution_id = $1 and batch_id = any($2::uuid[])`,
    [institutionId, batchIds],
  );
  const batches = new Map<string, { inbound: InboundRow[]; outbound: RecordedOutbound[] }>();
  const batch = (id: string) => {
    const found = batches.get(id) ?? { inbound: [], outbound: [] };
    batches.set(id, found);
    return found;
  };
  for (const row of inbound) batch(row.batchId).inbound.push(asInbound(row));
  for (const row of outbound) batch(row.batchId).outbound.push(row);
  return batches;
}

/** A message that came in as the code has it, with what is null left out. */
export function asInbound(row: StoredInbound): InboundRow {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- only optional fields may be null
  return Object.fromEntries(
    Object.entries(row).filter(([, value]) => value !== null),
  ) as unknown as InboundRow;
}

/** Optional fields come back from the database as null. */
type Nullable<Row> = {
  readonly [Field in keyof Row]-?: undefined extends Row[Field]
    ? Exclude<Row[Field], undefined> | null
    : Row[Field];
};

/** Only before the first start of this version can a message be outside of any batch (see `recordOlderMessages`). */
const areOlderRecorded = `(exists (select from chain c where c.institution_id = $1 and c.versions ? 'older')
  or not exists (select from chain c where c.institution_id = $1 and c.number = 1 and c.format = 1))`;

/** Messages of no batch in the chain, a few of them: put in by someone else. */
export async function strayMessages(
  q: Queries,
  institutionId: number,
): Promise<{ channel: string; id: string }[]> {
  return q.query(
    `select channel, external_id as id from inbound i
      where institution_id = $1
        and not exists (select from chain c where c.institution_id = $1 and c.batch_id = i.batch_id)
    union all
    select channel, id::text from outbound o
      where institution_id = $1
        and not exists (select from chain c where c.institution_id = $1 and c.batch_id = o.batch_id)
        and (batch_id is not null or ${areOlderRecorded})
    union all
    select 'the record', 'pruning up to ' || through from prunings p
      where institution_id = $1
        and not exists (select from chain c where c.institution_id = $1 and c.batch_id = p.batch_id)
    limit 20`,
    [institutionId],
  );
}
