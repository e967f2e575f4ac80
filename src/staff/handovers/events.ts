import type { HandoverEventKind } from '../../kernel/vocabulary/handover.ts';
import type { Queries } from '../../database/database.ts';
import type { World } from '../../kernel/world.ts';
import type { HandoverEvent, InboxPerson } from './handover.ts';

export interface NewEvent {
  readonly conversationId: string;
  readonly kind: HandoverEventKind;
  /** Absent: the member or a job. */
  readonly by?: InboxPerson;
  readonly toName?: string;
  readonly note?: string;
  readonly outboundId?: string;
}

/** Writes down what happened to conversations. */
export async function noteEvents(
  tx: Queries,
  world: World,
  institutionId: number,
  events: readonly NewEvent[],
): Promise<void> {
  const at = world.clock.now();
  for (const { conversationId, kind, by, toName, note, outboundId } of events)
    await tx.query(
      `insert into handover_events (institution_id, id, conversation_id, kind, at, who, who_name, to_name, note, outbound_id)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [
        institutionId,
        world.ids.next(),
        conversationId,
        kind,
        at,
        by?.who ?? null,
        by?.name ?? null,
        toName ?? null,
        note ?? null,
        outboundId ?? null,
      ],
    );
}

/** The most events that a page shows of one conversation. */
const eventsMax = 200;

/** Reads what happened to a conversation, the newest first. */
export async function eventsOf(
  q: Queries,
  {
    institutionId,
    conversationId,
  }: { readonly institutionId: number; readonly conversationId: string },
): Promise<HandoverEvent[]> {
  return q.query<HandoverEvent>(
    `select kind, at, who_name as "whoName", to_name as "toName", note, outbound_id as "outboundId"
      from handover_events where institution_id = $1 and conversation_id = $2
      order by at desc, id desc limit ${eventsMax}`,
    [institutionId, conversationId],
  );
}

/** Tells whether this person has written to the member since the round began. */
export async function hasReplied(
  q: Queries,
  of: {
    readonly institutionId: number;
    readonly conversationId: string;
    readonly who: string;
    readonly since: Temporal.Instant;
  },
): Promise<boolean> {
  const [found] = await q.query(
    `select 1 from handover_events
      where institution_id = $1 and conversation_id = $2 and kind = 'replied' and who = $3 and at >= $4 limit 1`,
    [of.institutionId, of.conversationId, of.who, of.since],
  );
  return found !== undefined;
}

/** Tells whether any person has written to the member since then. */
export async function answeredSince(
  q: Queries,
  of: {
    readonly institutionId: number;
    readonly conversationId: string;
    readonly since: Temporal.Instant;
  },
): Promise<boolean> {
  const [found] = await q.query(
    `select 1 from handover_events
      where institution_id = $1 and conversation_id = $2 and kind = 'replied' and at >= $3 limit 1`,
    [of.institutionId, of.conversationId, of.since],
  );
  return found !== undefined;
}

/** The people who have worked in the inbox, by name. It skips from each to the next, however much they did. */
export async function inboxPeople(q: Queries, institutionId: number): Promise<InboxPerson[]> {
  return q.query<InboxPerson>(
    `with recursive people as (
        (select lower(who_name) as lower, who, who_name from handover_events
          where institution_id = $1 and who is not null order by lower(who_name), who limit 1)
      union all
        select n.* from people p cross join lateral (
          select lower(e.who_name) as lower, e.who, e.who_name from handover_events e
            where e.institution_id = $1 and e.who is not null and (lower(e.who_name), e.who) > (p.lower, p.who)
            order by lower(e.who_name), e.who limit 1) n)
      select who, who_name as name from people limit 200`,
    [institutionId],
  );
}
