import type { Queries } from '../database/database.ts';
import { atOnce, inBatches, type Old } from '../database/in-batches.ts';

/**
 * Deletes what a channel prepared for messages that left long ago, such as their encrypted form. Only a repeat would need it. The
 * messages stay, and an empty value still says that the channel prepared them. @returns how many
 */
export async function prunePrepared(q: Queries, { institutionId, before }: Old): Promise<number> {
  return inBatches(async () => {
    const rows = await q.query(
      `update outbound set payload = '', payload_code = null where institution_id = $1 and id in (
          select id from outbound where institution_id = $1 and length(payload) > 0 and queued_at < $2
            and status not in ('queued', 'sending', 'errored', 'unknown') limit ${atOnce} for update skip locked)
        returning 1`,
      [institutionId, before],
    );
    return rows.length;
  });
}
