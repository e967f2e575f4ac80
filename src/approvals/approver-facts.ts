import type { ApproverFacts, WaitingTransfer } from '../commands/situation.ts';
import type { Queries } from '../database/database.ts';

/**
 * Loads what decides whether these members can approve a transfer, and what waits: three statements for any number. Until the transaction
 * ends, no other batch asks for an approval of theirs, so that what waits is counted right.
 */
export async function loadApproverFacts(
  q: Queries,
  institutionId: number,
  given: {
    readonly memberIds: readonly string[];
    readonly day: Temporal.PlainDate;
    readonly now: Temporal.Instant;
  },
): Promise<ReadonlyMap<string, ApproverFacts>> {
  // In one order, so that no two batches wait for each other.
  const keys = given.memberIds.toSorted().map((id) => `approvals ${institutionId} ${id}`);
  await q.query(
    'select pg_advisory_xact_lock(hashtextextended(k.key, 0)) from unnest($1::text[]) as k (key)',
    [keys],
  );
  const members = await q.query<{ memberId: string; hasPasskey: boolean; used: bigint | null }>(
    `select k.id as "memberId", u.amount as used,
        exists (select 1 from passkeys p where p.institution_id = $1 and p.member_id = k.id) as "hasPasskey"
      from unnest($2::uuid[]) as k (id)
      left join online_usage u on u.institution_id = $1 and u.member_id = k.id and u.day = $3`,
    [institutionId, given.memberIds, given.day],
  );
  const waiting = await q.query<WaitingTransfer & { memberId: string }>(
    `select member_id as "memberId", asked_at as "askedAt", amount, from_share_id as "fromShareId",
        to_share_id as "toShareId", expires_at as "expiresAt"
      from approvals
      where institution_id = $1 and member_id = any($2::uuid[]) and state = 'waiting' and expires_at > $3
      order by asked_at, id`,
    [institutionId, given.memberIds, given.now],
  );
  return new Map(
    members.map(({ memberId, hasPasskey, used }) => [
      memberId,
      {
        hasPasskey,
        usedToday: used ?? 0n,
        waiting: waiting.filter((one) => one.memberId === memberId),
      },
    ]),
  );
}
