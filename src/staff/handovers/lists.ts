import type { Queries } from '../../database/database.ts';
import type { ChannelName } from '../../kernel/vocabulary/channel.ts';
import { handoverColumns } from './store.ts';
import type { Handover } from './handover.ts';

export const inboxViews = ['waiting', 'mine', 'all', 'closed'] as const;

export type InboxView = (typeof inboxViews)[number];

/** A conversation in the list, with its member. */
export interface ListedHandover extends Handover {
  readonly channel: ChannelName;
  readonly memberNumber: string;
  readonly memberName: string;
  readonly watched: boolean;
}

const joined = `from handovers h
  join conversations c on c.institution_id = $1 and c.id = h.conversation_id
  join members m on m.institution_id = $1 and m.id = h.member_id`;

/**
 * `mine`: what a person holds or watches. The longest wait comes first; closed ones by their
 * end.
 */
const wheres: Readonly<Record<InboxView, string>> = {
  waiting: `h.state = 'waiting' and $2::text is not null`,
  mine: `h.state <> 'closed' and (h.holder = $2 or exists (select from handover_watchers w
    where w.institution_id = $1 and w.conversation_id = h.conversation_id and w.who = $2))`,
  all: `h.state <> 'closed' and $2::text is not null`,
  closed: `h.state = 'closed' and $2::text is not null`,
};

const orders: Readonly<Record<InboxView, string>> = {
  waiting: 'h.urgent desc, h.waiting_since, h.conversation_id',
  mine: 'h.urgent desc, h.waiting_since nulls last, h.spoke_at desc, h.conversation_id',
  all: 'h.urgent desc, h.waiting_since nulls last, h.spoke_at desc, h.conversation_id',
  closed: 'h.spoke_at desc, h.conversation_id',
};

/** The most conversations in one list. */
export const listMax = 100;

/**
 * Lists the conversations of one view.
 * @param asked `before`: of the closed ones, those that ended their talk before this
 */
export async function listHandovers(
  q: Queries,
  institutionId: number,
  asked: { readonly view: InboxView; readonly who: string; readonly before?: Temporal.Instant },
): Promise<ListedHandover[]> {
  const { view, who, before } = asked;
  return q.query<ListedHandover>(
    `select ${handoverColumns}, c.channel, m.number as "memberNumber", m.name as "memberName",
        exists (select from handover_watchers w where w.institution_id = $1 and w.conversation_id = h.conversation_id
          and w.who = $2) as watched
      ${joined} where h.institution_id = $1 and ${wheres[view]} and ($3::timestamptz is null or h.spoke_at < $3)
      order by ${orders[view]} limit ${listMax}`,
    [institutionId, who, before ?? null],
  );
}

/** How many wait, are a person's own, and are open in all; and since when the longest waits. */
export async function countHandovers(
  q: Queries,
  institutionId: number,
  who: string,
): Promise<{
  readonly waiting: number;
  readonly mine: number;
  readonly all: number;
  readonly longest: Temporal.Instant | null;
}> {
  const [row] = await q.query<{
    waiting: number;
    mine: number;
    all: number;
    longest: Temporal.Instant | null;
  }>(
    `select count(*) filter (where h.state = 'waiting')::int as waiting,
        count(*) filter (where ${wheres.mine})::int as mine, count(*)::int as all,
        min(h.waiting_since) filter (where h.state = 'waiting') as longest
      from handovers h where h.institution_id = $1 and h.state in ('waiting', 'held')`,
    [institutionId, who],
  );
  return row ?? { waiting: 0, mine: 0, all: 0, longest: null };
}
