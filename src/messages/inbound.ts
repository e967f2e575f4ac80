import { column } from '../database/column.ts';
import type { Queries } from '../database/database.ts';
import { jsonText } from '../database/parameters.ts';
import { rowSet } from '../database/row-set.ts';
import type { ChannelName } from './channel.ts';

/** An inbound message as stored: its text, its reading and its outcome. The row never changes. */
export interface InboundRow {
  readonly channel: ChannelName;
  readonly externalId: string;
  readonly conversationId: string;
  readonly batchId: string;
  /** Order of arrival within the batch, from 0. */
  readonly position: number;
  readonly memberId?: string | undefined;
  /** Redacted. */
  readonly text: string;
  readonly public: boolean;
  readonly sentAt?: Temporal.Instant | undefined;
  readonly receivedAt: Temporal.Instant;
  readonly intent: string;
  readonly reading: object;
  /** What was decided, in one or two words: the reply's name, a refusal's reason, or `silent`. */
  readonly outcome: string;
}

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
  from: 2,
  columns: [
    ['external_id', 'text', (row) => row.externalId],
    ['channel', 'text', (row) => row.channel],
    ['conversation_id', 'uuid', (row) => row.conversationId],
    ['batch_id', 'uuid', (row) => row.batchId],
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
  text: `insert into inbound (institution_id, external_id, channel, conversation_id, batch_id, position, member_id,
      text, public, sent_at, received_at, intent, reading, outcome)
    select $1, n.* from ${stored.text}
    on conflict do nothing
    returning 1`,
};

/**
 * Stores inbound messages. Inserts rows sorted by key, so that two processes with the same keys don't deadlock.
 * @throws an error with code 40001 if one is already stored: start the transaction over without it
 */
export async function insertInbound(
  tx: Queries,
  institutionId: number,
  rows: readonly InboundRow[],
): Promise<void> {
  if (rows.length === 0) return;
  const sorted = [...rows].sort((a, b) => (inboundKey(a) < inboundKey(b) ? -1 : 1));
  const inserted = await tx.query(insertStatement, [institutionId, ...stored.parameters(sorted)]);
  if (inserted.length < rows.length) {
    throw Object.assign(new Error('a message was taken meanwhile'), { code: '40001' });
  }
}
