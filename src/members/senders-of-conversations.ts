import type { Queries } from '../database/database.ts';
import { senderColumns, senderOf, type SenderRow } from './senders.ts';
import type { ChannelName } from '../kernel/vocabulary/channel.ts';
import type { Sender } from './member.ts';

/** Finds who has each conversation's address now. A conversation whose address is removed has nobody. */
export async function sendersOfConversations(
  q: Queries,
  institutionId: number,
  conversationIds: readonly string[],
): Promise<ReadonlyMap<string, Sender>> {
  const rows = await q.query<
    SenderRow & { readonly conversationId: string; readonly channel: ChannelName }
  >(
    `select c.id as "conversationId", a.channel, ${senderColumns}
      from conversations c
      join addresses a on a.institution_id = $1 and a.conversation_id = coalesce(c.merged_into, c.id)
      join members m on m.institution_id = $1 and m.id = a.member_id
      left join member_opt_outs o on o.institution_id = $1 and o.member_id = a.member_id
      where c.institution_id = $1 and c.id = any($2::uuid[]) and a.state in ('proven', 'suspended', 'paused')`,
    [institutionId, [...new Set(conversationIds)]],
  );
  return new Map(
    rows.map((row) => [row.conversationId, senderOf(row, institutionId, row.channel)]),
  );
}
