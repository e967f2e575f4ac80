import type { Queries } from '../database/database.ts';

/**
 * STOP for all channels, where that is the institution's policy: kept by member beside the conversation in which it was said, and
 * looked at where messages leave. START lifts it, on whichever channel it is said; the conversation where STOP itself was said
 * stays silent until START is said there, since its carrier may hold it back as well.
 */
export async function optOutMembers(
  tx: Queries,
  institutionId: number,
  { memberIds, at }: { readonly memberIds: readonly string[]; readonly at: Temporal.Instant },
): Promise<void> {
  // Whoever claims something of theirs on another channel has done so, or sees this: as with the conversation where STOP was said.
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

/** START: whatever was said for all channels holds no longer. */
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
