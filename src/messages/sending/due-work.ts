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

// Reads the index of queued messages, so institutions with nothing to send cost nothing.
const statement = {
  name: 'outbound_due',
  text: `select o.institution_id as "institutionId", o.channel,
      bool_or(o.status in ('queued', 'errored')) as "toSend",
      bool_or(o.status = 'unknown' or o.status = 'sending' and o.claimed_by is distinct from $3) as "toResolve",
      bool_or(o.status = 'sending' and o.claimed_by is not distinct from $3) as "isClaimed"
    from outbound o
    where o.status in ('queued', 'sending', 'errored', 'unknown')
      and case when o.status <> 'sending' then o.not_before is null or o.not_before <= $1
        when o.claimed_by is null then o.sending_at < ${sharedNow('$2')} - interval '${unnamedLostSeconds} seconds'
        else o.claimed_by = $3 or not ${isAlive('o.claimed_by')} end
    group by o.institution_id, o.channel`,
};

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
