import { isHosted } from '../../channels/descriptors.ts';
import type { Queries } from '../../database/database.ts';
import { rowSet } from '../../database/row-set.ts';
import type { InboundRow } from '../inbound-row.ts';

type Placed = Pick<InboundRow, 'conversationId' | 'externalId' | 'receivedAt'>;

const placed = rowSet<Placed>({
  from: 2,
  columns: [
    ['conversation_id', 'uuid', (row) => row.conversationId],
    ['external_id', 'text', (row) => row.externalId],
    ['received_at', 'timestamptz', (row) => row.receivedAt],
  ],
});

// The update of the conversation's row is the lock: the next place is given only after this transaction.
const statement = {
  name: 'hosted_place_inbound',
  text: `with n as (select * from ${placed.text}), given as (
      insert into hosted_conversations as h (institution_id, conversation_id, last_place)
        select $1, n.conversation_id, 1 from n order by n.conversation_id
        on conflict (institution_id, conversation_id) do update set last_place = h.last_place + 1
        returning conversation_id, last_place
    )
    insert into hosted_messages (institution_id, conversation_id, place, external_id, placed_at)
      select $1, g.conversation_id, g.last_place, n.external_id, n.received_at
      from given g join n on n.conversation_id = g.conversation_id`,
};

/**
 * Gives messages that came in their places in their conversations, if we keep these. Call it in the transaction that stores them: no
 * conversation may be there twice.
 */
export async function placeInbound(
  tx: Queries,
  institutionId: number,
  rows: readonly InboundRow[],
): Promise<void> {
  const hosted = rows.filter(({ channel }) => isHosted(channel));
  if (hosted.length === 0) return;
  await tx.query(statement, [institutionId, ...placed.parameters(hosted)]);
}
