import type { Queries } from '../../database/database.ts';
import type { HostedKey } from './news.ts';

/** How far a conversation goes, and how far its member has read. */
export interface HostedState {
  readonly lastPlace: bigint;
  readonly readPlace: bigint;
}

/** Of one of many conversations. */
export type StateOf = HostedKey & HostedState;

/** The state of a conversation without messages. */
export const unwritten: HostedState = { lastPlace: 0n, readPlace: 0n };

/** Reads the state of a conversation. */
export async function stateOf(
  q: Queries,
  institutionId: number,
  conversationId: string,
): Promise<HostedState> {
  const [state] = await q.query<HostedState>(
    `select last_place as "lastPlace", read_place as "readPlace" from hosted_conversations
      where institution_id = $1 and conversation_id = $2`,
    [institutionId, conversationId],
  );
  return state ?? unwritten;
}

/** Reads the states of many conversations with one statement. Those without messages are left out. */
export async function statesOf(
  q: Queries,
  wanted: readonly HostedKey[],
): Promise<readonly StateOf[]> {
  if (wanted.length === 0) return [];
  return q.query<StateOf>(
    `select h.institution_id as "institutionId", h.conversation_id as "conversationId", h.last_place as "lastPlace",
        h.read_place as "readPlace"
      from unnest($1::int[], $2::uuid[]) as k (institution_id, conversation_id)
      join hosted_conversations h on h.institution_id = k.institution_id and h.conversation_id = k.conversation_id`,
    [
      wanted.map(({ institutionId }) => institutionId),
      wanted.map(({ conversationId }) => conversationId),
    ],
  );
}

/**
 * Notes up to where the member has read. It never goes back, and never beyond the last message.
 * @returns where that is now
 */
export async function markRead(
  q: Queries,
  institutionId: number,
  { conversationId, place }: { readonly conversationId: string; readonly place: bigint },
): Promise<bigint> {
  const [row] = await q.query<{ readPlace: bigint }>(
    `update hosted_conversations set read_place = greatest(read_place, least($3::bigint, last_place))
      where institution_id = $1 and conversation_id = $2 returning read_place as "readPlace"`,
    [institutionId, conversationId, place],
  );
  return row?.readPlace ?? 0n;
}
