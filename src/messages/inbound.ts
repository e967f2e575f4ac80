import { setImmediate } from 'node:timers/promises';
import type { Batch } from '../audit/batch.ts';
import { column } from '../database/column.ts';
import type { Queries } from '../database/database.ts';
import { jsonText } from '../database/parameters.ts';
import { rowSet } from '../database/row-set.ts';
import { together } from '../database/together.ts';
import type { ChannelName } from './channel.ts';
import { placeInbound } from './hosted/place-inbound.ts';
import type { InboundRow } from './inbound-row.ts';
import { inboundLeaf } from './leaves.ts';

const knownStatement = {
  name: 'inbound_known',
  text: `select i.channel, i.external_id as "externalId"
    from unnest($2::text[], $3::text[]) as k (channel, external_id)
    cross join lateral (
      select channel, external_id from inbound
      where institution_id = $1 and channel = k.channel and external_id = k.external_id limit 1
    ) i`,
};

/**
 * Finds which of these messages were taken before, as `channel:externalId`. Call it after the conversations are locked: two
 * deliveries of one message come from one address, so no duplicate can slip in.
 */
export async function knownInbound(
  tx: Queries,
  institutionId: number,
  keys: readonly { channel: ChannelName; externalId: string }[],
): Promise<Set<string>> {
  const rows = await tx.query<{ channel: string; externalId: string }>(knownStatement, [
    institutionId,

    column(
      'text',
      keys.map((key) => key.channel),
    ),
    column(
      'text',
      keys.map((key) => key.externalId),
    ),
  ]);
  return new Set(rows.map((row) => inboundKey(row)));
}

/** The identity of an inbound message within its institution. It is also the idempotency key of its postings. */
export function inboundKey(message: { channel: string; externalId: string }): string {
  return `${message.channel}:${message.externalId}`;
}

const stored = rowSet<InboundRow>({
  from: 3,
  columns: [
    ['external_id', 'text', (row) => row.externalId],
    ['channel', 'text', (row) => row.channel],
    ['conversation_id', 'uuid', (row) => row.conversationId],
    ['position', 'int', (row) => row.position],
    ['member_id', 'uuid', (row) => row.memberId ?? null],
    ['text', 'text', (row) => row.text],
    ['public', 'boolean', (row) => row.public],
    ['sent_at', 'timestamptz', (row) => row.sentAt ?? null],
    ['received_at', 'timestamptz', (row) => row.receivedAt],
    ['intent', 'text', (row) => row.intent],
    ['reading', 'jsonb', (row) => jsonText(row.reading)],
    ['outcome', 'text', (row) => row.outcome],
  ],
});

const insertStatement = {
  name: 'inbound_insert',
  text: `insert into inbound (institution_id, batch_id, external_id, channel, conversation_id, position, member_id,
      text, public, sent_at, received_at, intent, reading, outcome)
    select $1, $2, n.* from ${stored.text}
    on conflict do nothing
    returning 1`,
};

/**
 * Stores what came in, as part of the transaction’s batch. Rows go in sorted by key, so that two processes with the same keys do not deadlock.
 * @throws an error with code 40001 when one is stored already: the transaction must be begun again without it
 */
export async function insertInbound(
  tx: Queries,
  batch: Batch,
  rows: readonly InboundRow[],
): Promise<void> {
  if (rows.length === 0) return;
  const sorted = [...rows].sort((a, b) => (inboundKey(a) < inboundKey(b) ? -1 : 1));
  const [inserted, , leaves] = await together([
    tx.query(insertStatement, [batch.institutionId, batch.id, ...stored.parameters(sorted)]),
    placeInbound(tx, batch.institutionId, sorted),
    setImmediate().then(() => rows.map((row) => inboundLeaf(row))),
  ]);
  batch.add('messages', leaves);
  if (inserted.length < rows.length) {
    throw Object.assign(new Error('a message was taken meanwhile'), { code: '40001' });
  }
}
