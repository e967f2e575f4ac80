import type { Queries } from '../../database/database.ts';
import type { ChannelName } from '../channel.ts';

/** The reason for a message's unknown outcome: it was queued before any running process started. */
export const beforeRun = 'before_run';

/**
 * Marks all queued messages on these channels to be looked up before they are sent. Called when a process starts and no other runs.
 * The database may have been restored from a backup, and its queued messages may have been sent since; nothing in the database
 * shows which is the case.
 * @returns how many messages are queued in all
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
