import type { Queries } from '../../../../database/database.ts';

/** How many chat messages came and left since then. */
export async function countMessages(
  q: Queries,
  { institutionId, since }: { readonly institutionId: number; readonly since: Temporal.Instant },
): Promise<{ readonly received: number; readonly sent: number }> {
  const [row] = await q.query<{ received: number; sent: number }>(
    `select (select count(*)::int from inbound
          where institution_id = $1 and channel = 'x' and external_id like 'chat:%' and received_at >= $2) as received,
        (select count(*)::int from outbound
          where institution_id = $1 and channel = 'x' and payload is not null and wired_at >= $2) as sent`,
    [institutionId, since],
  );
  return row ?? { received: 0, sent: 0 };
}

/** How many members' accounts move no money because their keys changed. */
export async function countInDoubt(q: Queries, institutionId: number): Promise<number> {
  const [row] = await q.query<{ count: number }>(
    `select count(*)::int as count from addresses
      where institution_id = $1 and channel = 'x' and state <> 'removed' and money_locked_reason = 'keys_changed'`,
    [institutionId],
  );
  return row?.count ?? 0;
}
