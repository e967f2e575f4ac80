import type { Queries } from '../../database/database.ts';
import type { ChannelName } from '../channel.ts';

/** Why such a message is of unknown outcome: it was queued before any process that now lives began. */
export const beforeRun = 'before_run';

/**
 * Has all that waits on these channels looked up before it is sent. Called when a process begins and no other lives: the database may have
 * been restored from a backup, and what waited then may have left since. Nothing in the database tells the two apart.
 * @returns how many wait, of all
 */
export async function lookUpWaiting(
  q: Queries,
  places: readonly { readonly institutionId: number; readonly channel: ChannelName }[],
): Promise<number> {
  const rows = await q.query(
    `update outbound o set status = 'unknown', error_code = '${beforeRun}', sending_at = o.queued_at, missed = 0, not_before = null
      from unnest($1::int[], $2::text[]) as p (institution_id, channel)
      where o.institution_id = p.institution_id and o.channel = p.channel and o.status in ('queued', 'errored')
      returning 1`,
    [places.map(({ institutionId }) => institutionId), places.map(({ channel }) => channel)],
  );
  return rows.length;
}
