import type { HandoverState } from '../../kernel/vocabulary/handover.ts';
import type { Queries } from '../../database/database.ts';
import type { Handover, InboxPerson } from './handover.ts';

const columns = `h.conversation_id as "conversationId", h.member_id as "memberId", h.address_id as "addressId", h.state,
  h.begun_at as "begunAt", h.waiting_since as "waitingSince", h.said, h.urgent, h.holder, h.holder_name as "holderName",
  h.held_at as "heldAt", h.spoke_at as "spokeAt", h.closed_at as "closedAt"`;

/** The columns of a handover, for statements that join it as `h`. */
export const handoverColumns = columns;

interface Key {
  readonly institutionId: number;
  readonly conversationId: string;
}

/** Reads a handover; with `lock` its row stays locked. Lock its conversation before. */
export async function findHandover(
  q: Queries,
  { institutionId, conversationId }: Key,
  options: { readonly lock?: boolean } = {},
): Promise<Handover | undefined> {
  const [row] = await q.query<Handover>(
    `select ${columns} from handovers h
      where h.institution_id = $1 and h.conversation_id = $2 ${options.lock ? 'for update' : ''}`,
    [institutionId, conversationId],
  );
  return row;
}

/** A member asked for a person, or wrote again after the end. */
export interface Asking {
  readonly conversationId: string;
  readonly memberId: string;
  readonly addressId: string;
  readonly said: string;
  readonly urgent: boolean;
}

/**
 * Lets a conversation wait for a person. One that a person holds stays theirs, and one that waits
 * keeps its place.
 */
export async function beginWaiting(
  tx: Queries,
  institutionId: number,
  { asking, now }: { readonly asking: Asking; readonly now: Temporal.Instant },
): Promise<void> {
  await tx.query(
    `insert into handovers as h (institution_id, conversation_id, member_id, address_id, state, begun_at, waiting_since, said, urgent, spoke_at)
      values ($1, $2, $3, $4, 'waiting', $5, $5, $6, $7, $5)
      on conflict (institution_id, conversation_id) do update set
        member_id = $3, address_id = $4, said = $6, spoke_at = $5,
        begun_at = case when h.state = 'closed' then $5 else h.begun_at end,
        waiting_since = coalesce(h.waiting_since, $5),
        urgent = $7 or (h.urgent and h.state <> 'closed'),
        closed_at = null,
        state = case when h.state = 'closed' then 'waiting' else h.state end`,
    [
      institutionId,
      asking.conversationId,
      asking.memberId,
      asking.addressId,
      now,
      asking.said,
      asking.urgent,
    ],
  );
}

/** A text of the member that goes to the person who holds the conversation. */
export async function noteSaid(
  tx: Queries,
  { institutionId, conversationId }: Key,
  { said, now }: { readonly said: string; readonly now: Temporal.Instant },
): Promise<void> {
  await tx.query(
    `update handovers set said = $3, spoke_at = $4, waiting_since = coalesce(waiting_since, $4)
      where institution_id = $1 and conversation_id = $2`,
    [institutionId, conversationId, said, now],
  );
}

/** Gives a conversation to a person. It begins a round where there was none. */
export async function holdFor(
  tx: Queries,
  institutionId: number,
  given: {
    readonly asking: Pick<Asking, 'conversationId' | 'memberId' | 'addressId'>;
    readonly person: InboxPerson;
    readonly now: Temporal.Instant;
  },
): Promise<void> {
  const { asking, person, now } = given;
  await tx.query(
    `insert into handovers as h (institution_id, conversation_id, member_id, address_id, state, begun_at, said, holder, holder_name, held_at,
        spoke_at)
      values ($1, $2, $3, $4, 'held', $7, '', $5, $6, $7, $7)
      on conflict (institution_id, conversation_id) do update set
        member_id = $3, address_id = $4, state = 'held', holder = $5, holder_name = $6, held_at = $7, spoke_at = $7, closed_at = null,
        begun_at = case when h.state = 'closed' then $7 else h.begun_at end`,
    [
      institutionId,
      asking.conversationId,
      asking.memberId,
      asking.addressId,
      person.who,
      person.name,
      now,
    ],
  );
}

/** A person wrote: nobody waits any more, and the idle time begins anew. */
export async function noteReplied(
  tx: Queries,
  { institutionId, conversationId }: Key,
  now: Temporal.Instant,
): Promise<void> {
  await tx.query(
    `update handovers set spoke_at = $3, waiting_since = null, urgent = false
      where institution_id = $1 and conversation_id = $2`,
    [institutionId, conversationId, now],
  );
}

/** Ends that a person holds it: the next person takes it, or the service answers alone. */
export async function endHold(
  tx: Queries,
  { institutionId, conversationId }: Key,
  { to, now }: { readonly to: Exclude<HandoverState, 'held'>; readonly now: Temporal.Instant },
): Promise<void> {
  await tx.query(
    `update handovers set state = $3, holder = null, holder_name = null, held_at = null,
        waiting_since = case when $3 = 'closed' then null else coalesce(waiting_since, $4) end,
        urgent = urgent and $3 <> 'closed',
        closed_at = case when $3 = 'closed' then $4::timestamptz end
      where institution_id = $1 and conversation_id = $2`,
    [institutionId, conversationId, to, now],
  );
}

/** Lists the conversations that people hold, to find those that are left. */
export async function heldConversations(
  q: Queries,
  institutionId: number,
): Promise<Pick<Handover, 'conversationId' | 'heldAt' | 'spokeAt' | 'waitingSince'>[]> {
  return q.query(
    `select conversation_id as "conversationId", held_at as "heldAt", spoke_at as "spokeAt", waiting_since as "waitingSince"
      from handovers
      where institution_id = $1 and state = 'held' order by conversation_id`,
    [institutionId],
  );
}

/** The institutions where a person holds a conversation. */
export async function institutionsWithHeld(
  q: Queries,
  institutionIds: readonly number[],
): Promise<number[]> {
  const found = await q.query<{ id: number }>(
    `select k.id from unnest($1::int[]) as k (id) where exists (
        select 1 from handovers h where h.institution_id = k.id and h.state = 'held')`,
    [institutionIds],
  );
  return found.map(({ id }) => id);
}
