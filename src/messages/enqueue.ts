import { setImmediate } from 'node:timers/promises';
import type { Batch } from '../audit/batch.ts';
import type { Queries } from '../database/database.ts';
import { rowSet } from '../database/row-set.ts';
import { together } from '../database/together.ts';
import { outboundLeaf } from './leaves.ts';
import type { NewOutbound } from './outbound.ts';

const queued = rowSet<NewOutbound>({
  from: 3,
  columns: [
    ['id', 'uuid', (row) => row.id],
    ['conversation_id', 'uuid', (row) => row.conversationId],
    ['channel', 'text', (row) => row.channel],
    ['address_id', 'uuid', (row) => row.addressId ?? null],
    ['purpose', 'text', (row) => row.purpose],
    ['priority', 'smallint', (row) => row.priority],
    ['in_reply_to', 'text', (row) => row.inReplyTo ?? null],
    ['text', 'text', (row) => row.text],
    ['language', 'text', (row) => row.language],
    ['queued_at', 'timestamptz', (row) => row.queuedAt],
    ['received_at', 'timestamptz', (row) => row.receivedAt ?? null],
    ['expires_at', 'timestamptz', (row) => row.expiresAt],
    ['inset', 'bytea', (row) => row.inset ?? null],
  ],
});

const statement = {
  name: 'outbound_enqueue',
  text: `insert into outbound (institution_id, batch_id, id, conversation_id, channel, address_id, purpose, priority,
      in_reply_to, text, language, queued_at, received_at, expires_at, inset)
    select $1, $2, n.* from ${queued.text}`,
};

/** Queues messages, set-based, in the transaction that decided them. They are in its batch: nothing else may leave. */
export async function enqueue(
  tx: Queries,
  batch: Batch,
  rows: readonly NewOutbound[],
): Promise<void> {
  if (rows.length === 0) return;
  const { institutionId } = batch;
  // The leaves are hashed while the database writes.
  const [, leaves] = await together([
    tx.query(statement, [institutionId, batch.id, ...queued.parameters(rows)]),
    setImmediate().then(() => rows.map((row) => outboundLeaf(row))),
  ]);
  batch.add('messages', leaves);
  const later = rows.filter(({ notBefore }) => notBefore !== undefined);
  // A statement of its own: few messages wait, and a column costs all of them.
  if (later.length > 0)
    await tx.query(
      `update outbound o set not_before = l.at from unnest($2::uuid[], $3::timestamptz[]) as l (id, at)
        where o.institution_id = $1 and o.id = l.id`,
      [institutionId, later.map(({ id }) => id), later.map(({ notBefore }) => notBefore)],
    );
}
