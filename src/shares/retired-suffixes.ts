import type { Queries } from '../database/database.ts';

/** How long an old suffix stays unused. */
const retiredDays = 90;

/**
 * Returns the suffixes that these members gave up recently, by member. No share may get them yet.
 * @param now absent: all that were ever given up
 */
export async function retiredSuffixes(
  q: Queries,
  institutionId: number,
  { memberIds, now }: { memberIds: readonly string[]; now: Temporal.Instant | undefined },
): Promise<Map<string, Set<string>>> {
  const rows = await q.query<{ memberId: string; suffix: string }>(
    `select member_id as "memberId", suffix from retired_suffixes
      where institution_id = $1 and member_id = any($2::uuid[])
        and ($3::timestamptz is null or retired_at > $3)`,
    [institutionId, memberIds, now?.subtract({ hours: 24 * retiredDays })],
  );
  const retired = new Map<string, Set<string>>();
  for (const { memberId, suffix } of rows) {
    const own = retired.get(memberId) ?? new Set();
    retired.set(memberId, own.add(suffix));
  }
  return retired;
}
