import type { Queries } from '../../database/database.ts';
import type { StaffConversation } from '../../messages/staff-conversation.ts';

/** One message of a conversation, as staff see it. */
export interface ThreadRow {
  /** `in:` and the message's key, or `out:` and our id. */
  readonly id: string;
  readonly direction: 'in' | 'out';
  readonly at: Temporal.Instant;
  /** Redacted as it is stored, without a code. */
  readonly text: string;
  /** Of one that went out: how far it is. Of one that came in: what came of it. */
  readonly status: string;
  readonly purpose: string | null;
  readonly hasCode: boolean;
  readonly deliveredAt: Temporal.Instant | null;
  /** The person of the staff who wrote it. */
  readonly author: string | null;
  readonly outboundId: string | null;
}

/**
 * Reads the newest messages of a conversation, the newest first. Only those of the member who has
 * the address now: a number that served someone else before shows none of theirs.
 */
export async function threadOf(
  q: Queries,
  institutionId: number,
  given: {
    readonly conversation: Pick<StaffConversation, 'id' | 'memberId' | 'addressId'>;
    readonly before: Temporal.Instant | undefined;
    readonly limit: number;
  },
): Promise<ThreadRow[]> {
  const { conversation, before, limit } = given;
  return q.query<ThreadRow>(
    `select * from (
      (select 'in:' || i.channel || ':' || i.external_id as id, 'in' as direction, i.received_at as at, i.text, i.outcome as status,
          null::text as purpose, false as "hasCode", null::timestamptz as "deliveredAt", null::text as author,
          null::uuid as "outboundId"
        from inbound i
        where i.institution_id = $1 and i.member_id = $2 and ($4::timestamptz is null or i.received_at < $4)
          and i.conversation_id in (select id from conversations where institution_id = $1 and (id = $5 or merged_into = $5))
        order by i.received_at desc, 1 desc limit $6)
      union all
      (select 'out:' || o.id, 'out', o.queued_at, o.text, o.status, o.purpose, o.address_id is not null, o.delivered_at,
          (select e.who_name from handover_events e where e.institution_id = $1 and e.outbound_id = o.id limit 1), o.id
        from outbound o
        where o.institution_id = $1 and o.address_id = $3 and ($4::timestamptz is null or o.queued_at < $4)
        order by o.queued_at desc, o.place desc limit $6)
    ) thread order by at desc, (direction = 'in'), id desc limit $6`,
    [
      institutionId,
      conversation.memberId,
      conversation.addressId,
      before ?? null,
      conversation.id,
      limit,
    ],
  );
}

/** A stamp that changes when anything of a conversation does. It reads no text. */
export async function stampOf(
  q: Queries,
  institutionId: number,
  conversation: Pick<StaffConversation, 'id' | 'memberId' | 'addressId'>,
): Promise<string> {
  const [row] = await q.query<{ stamp: string }>(
    `select md5(concat_ws('|',
        (select max(i.received_at) from inbound i where i.institution_id = $1 and i.member_id = $2),
        (select string_agg(s.id || s.status, ',') from (select o.id, o.status from outbound o
          where o.institution_id = $1 and o.address_id = $3 order by o.queued_at desc limit 30) s),
        (select max(e.at) from handover_events e where e.institution_id = $1 and e.conversation_id = $4),
        (select h.state || coalesce(h.holder, '') from handovers h where h.institution_id = $1 and h.conversation_id = $4))) as stamp`,
    [institutionId, conversation.memberId, conversation.addressId, conversation.id],
  );
  return row?.stamp ?? '';
}
