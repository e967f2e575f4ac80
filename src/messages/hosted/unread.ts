import { hostedChannelsInSql } from '../../channels/descriptors.ts';
import type { Queries } from '../../database/database.ts';

/** Counts the messages to a member, in conversations that we keep, beyond where the member has read. */
export async function unreadOf(
  q: Queries,
  { institutionId, memberId }: { readonly institutionId: number; readonly memberId: string },
): Promise<number> {
  const [row] = await q.query<{ count: bigint }>(
    `select count(*) as count
      from addresses a
      join conversations c on c.institution_id = $1 and c.id = a.conversation_id
      join hosted_conversations h on h.institution_id = $1 and h.conversation_id = coalesce(c.merged_into, c.id)
      join hosted_messages m on m.institution_id = $1 and m.conversation_id = h.conversation_id
        and m.place > h.read_place and m.outbound_id is not null
      where a.institution_id = $1 and a.member_id = $2 and a.channel in (${hostedChannelsInSql}) and a.state <> 'removed'`,
    [institutionId, memberId],
  );
  return Number(row?.count ?? 0n);
}
