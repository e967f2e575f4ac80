import type { Queries } from '../../database/database.ts';
import { atOnce, inBatches, type Old } from '../../database/in-batches.ts';
import { type AnyConsumer, kindsByConsumer } from './consumer.ts';

/**
 * Deletes old events that all their consumers have read. A new consumer can read what is left.
 * @returns how many
 */
export async function pruneEvents(
  q: Queries,
  { institutionId, before }: Old,
  consumers: readonly AnyConsumer[],
): Promise<number> {
  return inBatches(async () => {
    const deleted = await q.query(
      `delete from domain_events where institution_id = $1 and number in (
          select d.number from domain_events d
          where d.institution_id = $1 and d.happened_at < $2 and not exists (
            select from unnest($3::text[], $4::text[]) as r (consumer, kind)
            left join event_cursors c on c.institution_id = $1 and c.consumer = r.consumer
            where r.kind = d.kind and coalesce(c.number, 0) < d.number)
          limit ${atOnce})
        returning 1`,
      [institutionId, before, ...kindsByConsumer(consumers)],
    );
    return deleted.length;
  });
}
