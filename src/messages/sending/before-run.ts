import type { Queries } from '../../database/database.ts';
import type { ChannelName } from '../channel.ts';

/** Why such a message is of unknown outcome: it was queued before any process that now lives began. */
export const beforeRun = 'before_run';

/**
 * Has all that waits on a channel looked up before it is sent. Called when a process begins and no other lives: the database may have
 * been restored from a backup, and what waited then may have left since. Nothing in the database tells the two apart.
 * @returns how many wait
 */
export async function lookUpWaiting(
  q: Queries,
  { institutionId, channel }: { readonly institutionId: number; readonly channel: ChannelName },
): Promise<number> {
  const rows = await q.query(
    `update outbound set status = 'unknown', error_code = '${beforeRun}', sending_at = queued_at, missed = 0, not_before = null
      where institution_id = $1 and channel = $2 and status in ('queued', 'errored')
      returning 1`,
    [institutionId, channel],
  );
  return rows.length;
}
