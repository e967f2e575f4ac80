import { descriptors } from '../../channels/descriptors.ts';
import type { ChannelDescriptor } from '../../kernel/vocabulary/channel-descriptor.ts';
import { present } from '../../kernel/assert.ts';
import type { Queries } from '../../database/database.ts';
import { column } from '../../database/column.ts';
import type { ChannelName } from '../../messages/channel.ts';
import { optedOutAt } from '../../messages/opted-out-at.ts';
import type { Language } from '../../kernel/vocabulary/language.ts';
import type { Target } from '../announce.ts';

/** A member who has alerts, and where they go. */
export interface AlertMember {
  readonly memberId: string;
  readonly zone: string | null;
  /** LOCK: the service is stopped. */
  readonly isLocked: boolean;
  /** Absent: no proven address takes messages. */
  readonly target?: Target;
}

interface Row {
  readonly memberId: string;
  readonly zone: string | null;
  readonly language: Language | null;
  readonly isLocked: boolean;
  readonly isStopped: boolean;
  readonly addressId: string | null;
  readonly channel: ChannelName | null;
  readonly conversationId: string | null;
  /** A device of the member shows that something waits on a hosted channel. */
  readonly hasDevice: boolean;
}

/**
 * Finds where each member’s alerts go: to one proven address on a channel that is served and that has not said STOP, by the channels’
 * order for alerts. A channel that we host comes last for a member without a device: nothing would show there that an alert came. One
 * statement for all members.
 */
export async function alertMembers(
  q: Queries,
  institutionId: number,
  {
    memberIds,
    channels,
  }: { readonly memberIds: readonly string[]; readonly channels: readonly ChannelName[] },
): Promise<ReadonlyMap<string, AlertMember>> {
  const rows = await q.query<Row>(
    `select m.id as "memberId", m.zone, m.language, m.locked_at is not null as "isLocked",
        exists (select from member_opt_outs s where s.institution_id = $1 and s.member_id = m.id)
          or coalesce(${optedOutAt('c')} is not null, false) as "isStopped",
        a.id as "addressId", a.channel, a.conversation_id as "conversationId",
        exists (select from push_devices d where d.institution_id = $1 and d.member_id = m.id) as "hasDevice"
      from members m
      left join addresses a on a.institution_id = $1 and a.member_id = m.id and a.state = 'proven'
      left join conversations c on c.institution_id = $1 and c.id = a.conversation_id
      where m.institution_id = $1 and m.id = any($2::uuid[])
      order by m.id, a.proven_at, a.id`,
    [institutionId, column('uuid', memberIds)],
  );
  return new Map(
    [...Map.groupBy(rows, ({ memberId }) => memberId)].map(([memberId, own]) => [
      memberId,
      memberOf(own, channels),
    ]),
  );
}

function memberOf(own: readonly Row[], channels: readonly ChannelName[]): AlertMember {
  const { memberId, zone, isLocked, hasDevice } = present(own[0], 'a group has a row');
  const rank = (channel: ChannelName) => {
    const { hosted, alertRank }: ChannelDescriptor = descriptors[channel];
    return hosted && !hasDevice ? Number.POSITIVE_INFINITY : alertRank;
  };
  const served = channels.toSorted((a, b) => (rank(a) < rank(b) ? -1 : 1));
  const [first] = served.flatMap((channel) =>
    own.filter((row) => row.channel === channel && !row.isStopped),
  );
  if (!first?.addressId || !first.channel) return { memberId, zone, isLocked };
  const { addressId, channel, conversationId, language } = first;
  return {
    memberId,
    zone,
    isLocked,
    target: { addressId, channel, conversationId, language, zone },
  };
}
