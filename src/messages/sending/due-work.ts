import type { Queries } from '../../database/database.ts';
import { isAlive } from '../../database/presence.ts';
import { sharedNow, sharedTime } from '../../database/shared-time.ts';
import type { Clock } from '../../kernel/clock.ts';
import type { ChannelName } from '../channel.ts';
import { unnamedLostSeconds } from './resolve-unknown.ts';

/** The work that is due on one institution's channel. */
export interface DueWork {
  readonly institutionId: number;
  readonly channel: ChannelName;
  /** A message is due to be sent, or has expired. */
  readonly toSend: boolean;
  /** The carrier must be asked for an outcome, or a dead process left a message behind. */
  readonly toResolve: boolean;
  /** This process has a claim there. If it isn't sending there now, it could not record the result. */
  readonly isClaimed: boolean;
}

/** The states in which a message waits for us. An index holds just these. */
const waits = `status in ('queued', 'sending', 'errored', 'unknown')`;

const isSoon = 'o.not_before is null or o.not_before <= $1';

// From each institution, channel and state that has messages, it steps to the next one in the index,
// and there it stops at the first message that is due. So its cost grows neither with the
// institutions that wait for nothing nor with the length of a queue whose carrier is away.
const statement = {
  name: 'outbound_due',
  text: `with recursive place as (
      (select institution_id, channel, status from outbound where ${waits}
        order by institution_id, channel, status limit 1)
      union all
      select n.* from place p cross join lateral (
        select institution_id, channel, status from outbound where ${waits}
          and (institution_id, channel, status) > (p.institution_id, p.channel, p.status)
        order by institution_id, channel, status limit 1) n
    ), work as (
      select p.institution_id, p.channel,
        p.status in ('queued', 'errored') and ${some(isSoon)} as to_send,
        p.status = 'unknown' and ${some(isSoon)}
          or p.status = 'sending' and ${some(`case
            when o.claimed_by is null then o.sending_at < ${sharedNow('$2')} - interval '${unnamedLostSeconds} seconds'
            else o.claimed_by <> $3 and not ${isAlive('o.claimed_by')} end`)} as to_resolve,
        p.status = 'sending' and ${some('o.claimed_by = $3')} as is_claimed
      from place p
    )
    select institution_id as "institutionId", channel, bool_or(to_send) as "toSend",
      bool_or(to_resolve) as "toResolve", bool_or(is_claimed) as "isClaimed"
    from work group by institution_id, channel
    having bool_or(to_send or to_resolve or is_claimed)`,
};

/** It is a scalar, because PostgreSQL may hash all rows to decide an `exists`. */
function some(condition: string): string {
  return `coalesce((select true from outbound o where o.institution_id = p.institution_id
          and o.channel = p.channel and o.status = p.status and o.${waits} and (${condition}) limit 1), false)`;
}

/**
 * Finds what is due on the channels of all institutions, in one statement.
 * @param given `by` is the id of the asking process
 */
export async function dueWork(
  q: Queries,
  { clock, by }: { readonly clock: Clock; readonly by: string },
): Promise<DueWork[]> {
  return q.query<DueWork>(statement, [clock.now(), sharedTime(clock), by]);
}
