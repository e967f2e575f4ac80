import type { Queries } from '../../database/database.ts';
import type { Keyring } from '../../kernel/keyring.ts';
import type { ChannelName } from '../channel.ts';
import { hashed } from '../conversation-keys.ts';

/** A message to place, as the channel gets it. */
export interface ToPlace {
  readonly institutionId: number;
  readonly channel: ChannelName;
  /** Our id of the message. */
  readonly id: string;
  /** The member's. */
  readonly address: string;
}

export interface GivenPlace {
  readonly conversationId: string;
  readonly place: bigint;
}

// One statement, so one transaction. The update of the conversation's row is the lock: the next place is given only after it.
const statement = {
  name: 'hosted_place_outbound',
  text: `with conversation as (
      select coalesce(c.merged_into, c.id) as id
      from conversation_indexes i
      join conversations c on c.institution_id = $1 and c.id = i.conversation_id
      where i.institution_id = $1 and i.channel = $2 and i.blind_index = any($3::bytea[])
      limit 1
    ), known as (
      select conversation_id, place from hosted_messages where institution_id = $1 and outbound_id = $4
    ), given as (
      insert into hosted_conversations as h (institution_id, conversation_id, last_place)
        select $1, id, 1 from conversation where not exists (select from known)
        on conflict (institution_id, conversation_id) do update set last_place = h.last_place + 1
        returning conversation_id, last_place
    ), placed as (
      insert into hosted_messages (institution_id, conversation_id, place, outbound_id, placed_at)
        select $1, conversation_id, last_place, $4, $5 from given
        on conflict do nothing
        returning conversation_id, place
    )
    select conversation_id as "conversationId", place from placed
    union all select conversation_id, place from known`,
};

/**
 * Gives a message that goes out its place in the member's conversation. From then on the member's devices can read it. The same message
 * again keeps its place.
 * @returns `undefined` if nobody has this address
 */
export async function placeOutbound(
  q: Queries,
  keyring: Keyring,
  message: ToPlace,
  at: Temporal.Instant,
): Promise<GivenPlace | undefined> {
  const { institutionId, channel, id } = message;
  const [key] = hashed(institutionId, [message], keyring);
  const [given] = await q.query<GivenPlace>(statement, [
    institutionId,
    channel,
    key?.blindIndexes ?? [],
    id,
    at,
  ]);
  // Another process placed it at the same moment, so this statement did not see it.
  return given ?? placeOf(q, message);
}

/** Finds the place that a message has. */
export async function placeOf(
  q: Queries,
  { institutionId, id }: Pick<ToPlace, 'institutionId' | 'id'>,
): Promise<GivenPlace | undefined> {
  const [found] = await q.query<GivenPlace>(
    `select conversation_id as "conversationId", place from hosted_messages
      where institution_id = $1 and outbound_id = $2`,
    [institutionId, id],
  );
  return found;
}
