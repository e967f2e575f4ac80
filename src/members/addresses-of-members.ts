import type { Queries } from '../database/database.ts';
import type { ChannelName } from '../kernel/vocabulary/channel.ts';

/** Lists the addresses of several members, oldest first, without removed ones. */
export async function addressesOfMembers(
  q: Queries,
  institutionId: number,
  memberIds: readonly string[],
): Promise<
  ReadonlyMap<string, readonly { readonly channel: ChannelName; readonly handle: string | null }[]>
> {
  if (memberIds.length === 0) return new Map();
  const rows = await q.query<{ memberId: string; channel: ChannelName; handle: string | null }>(
    `select member_id as "memberId", channel, handle from addresses
      where institution_id = $1 and member_id = any($2::uuid[]) and state <> 'removed' order by id`,
    [institutionId, memberIds],
  );
  return Map.groupBy(rows, ({ memberId }) => memberId);
}
