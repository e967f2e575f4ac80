import type { Queries } from '../../database/database.ts';
import type { ChannelName } from '../../kernel/vocabulary/channel.ts';
import type { NoticeState, RecipientFate } from '../../kernel/vocabulary/notice-to-many.ts';
import type { NoticeKey } from './store.ts';

/** How many recipients on a channel have come how far, and what they cost so far. */
export interface Progress {
  readonly channel: ChannelName;
  readonly fate: RecipientFate;
  readonly count: number;
  readonly microdollars: number;
}

/**
 * Reads how far a notice has come, from its messages themselves. `accepted`: the carrier has it.
 * `waiting` includes what is on its way, and what has an unknown outcome.
 */
export async function progressOf(
  q: Queries,
  { institutionId, id }: NoticeKey,
  state: NoticeState,
): Promise<Progress[]> {
  return q.query<Progress>(
    `select channel, fate, sum(count)::int as count, sum(microdollars)::float8 as microdollars from (
    select channel, coalesce(left_out, 'waiting') as fate, count(*) as count, 0::float8 as microdollars from notice_recipients
      where institution_id = $1 and notice_id = $2 and outbound_id is null
      group by channel, left_out
    union all
    select channel, fate, count(*), coalesce(sum(cost), 0)::float8 from (
      select r.channel, o.cost_microdollars as cost, case
          when o.status in ('wired', 'sent', 'delivered') then 'accepted'
          when o.status = 'stopped' then 'opted_out'
          when o.status = 'expired' then case
            when $3 = 'halted' then 'withdrawn'
            when $3 in ('sending', 'paused') and o.error_code is null and o.attempts = 0 and o.sending_at is null then 'waiting'
            else 'undelivered' end
          when o.status = 'failed' then 'undelivered'
          else 'waiting' end as fate
      from notice_recipients r
      -- Each by its id: all messages of the institution are far more.
      left join lateral (
        select * from outbound m where m.institution_id = $1 and m.id = r.outbound_id offset 0) o on true
      where r.institution_id = $1 and r.notice_id = $2 and r.outbound_id is not null) s
    group by channel, fate) p group by channel, fate order by channel, fate`,
    [institutionId, id, state],
  );
}
