import type { Queries } from '../database/database.ts';

/**
 * Records STOP for all channels, if that is the institution's policy. It is stored by member, beside the STOP of the conversation
 * itself, and checked when messages are sent. START on any channel lifts it. But the conversation that got the STOP stays silent
 * until START is sent there, because its carrier may block it too.
 */
export async function optOutMembers(
  tx: Queries,
  institutionId: number,
  { memberIds, at }: { readonly memberIds: readonly string[]; readonly at: Temporal.Instant },
): Promise<void> {
  // A concurrent claim of this member's messages on another channel has either finished, or sees this row.
  await tx.query(
    `select 1 from conversations c where c.institution_id = $1 and c.id in (
        select o.conversation_id from outbound o
        join addresses a on a.institution_id = $1 and a.id = o.address_id
        where o.institution_id = $1 and a.member_id = any($2::uuid[]) and o.status in ('queued', 'errored', 'sending', 'unknown')
      ) order by c.id for update`,
    [institutionId, memberIds],
  );
  await tx.query(
    `insert into member_opt_outs (institution_id, member_id, at)
      select distinct $1::int, n.id, $3::timestamptz from unnest($2::uuid[]) as n (id) order by n.id
      on conflict (institution_id, member_id) do update set at = greatest(member_opt_outs.at, excluded.at)`,
    [institutionId, memberIds, at],
  );
}

/** Lifts STOP for all channels, after START. */
export async function optInMembers(
  tx: Queries,
  institutionId: number,
  memberIds: readonly string[],
): Promise<void> {
  await tx.query(
    'delete from member_opt_outs where institution_id = $1 and member_id = any($2::uuid[])',
    [institutionId, memberIds],
  );
}
