import type { Queries } from '../database/database.ts';
import { channelsInSql, type ChannelName } from '../kernel/vocabulary/channel.ts';

/** A conversation, as far as consent to it goes. */
export interface ConversationConsent {
  readonly id: string;
  readonly channel: ChannelName;
  /** When its STOP came, if it is in force. */
  readonly stoppedAt: Temporal.Instant | null;
  /** The member whose address it is. */
  readonly memberId: string | null;
}

const columns = `c.id, c.channel, c.opted_out_at as "stoppedAt",
    (select a.member_id from addresses a where a.institution_id = $1 and a.conversation_id = c.id and a.state <> 'removed' limit 1)
      as "memberId"`;

/** Finds the conversations of an address by its blind indexes, a member's or a stranger's. */
export async function conversationsAt(
  q: Queries,
  institutionId: number,
  blindIndexes: readonly Uint8Array[],
): Promise<ConversationConsent[]> {
  if (blindIndexes.length === 0) return [];
  return q.query<ConversationConsent>(
    `select ${columns} from unnest($2::bytea[]) as k (lookup)
      join conversations c on c.institution_id = $1 and c.channel in (${channelsInSql}) and c.lookup = k.lookup`,
    [institutionId, blindIndexes],
  );
}

/** Finds the conversations of all addresses that a member has or had. */
export async function conversationsOfMember(
  q: Queries,
  institutionId: number,
  memberId: string,
): Promise<ConversationConsent[]> {
  return q.query<ConversationConsent>(
    `select ${columns} from conversations c where c.institution_id = $1
        and c.id in (select conversation_id from addresses where institution_id = $1 and member_id = $2)`,
    [institutionId, memberId],
  );
}

/** Finds conversations by their ids. */
export async function conversationsWithIds(
  q: Queries,
  institutionId: number,
  ids: readonly string[],
): Promise<ConversationConsent[]> {
  return q.query<ConversationConsent>(
    `select ${columns} from conversations c where c.institution_id = $1 and c.id = any($2::uuid[])`,
    [institutionId, ids],
  );
}
