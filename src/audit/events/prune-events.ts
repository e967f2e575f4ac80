import type { Database } from '../../database/database.ts';
import type { World } from '../../kernel/world.ts';
import { type AnyConsumer, kindsByConsumer } from './consumer.ts';

/** How far back a new consumer can still read. */
const keptDays = 30;

/** The most rows that one statement deletes, so that none runs for long. */
const atOnce = 5_000;

/**
 * Deletes events that are over thirty days old and that all their consumers have read.
 * @returns how many
 */
export async function pruneEvents(
  { db, world }: { readonly db: Database; readonly world: Pick<World, 'clock'> },
  consumers: readonly AnyConsumer[],
): Promise<number> {
  const before = world.clock.now().subtract({ hours: 24 * keptDays });
  let count = 0;
  for (;;) {
    const deleted = await db.query(
      `delete from domain_events e using (
          select d.institution_id, d.number from domain_events d
          where d.happened_at < $1 and not exists (
            select from unnest($2::text[], $3::text[]) as r (consumer, kind)
            left join event_cursors c on c.institution_id = d.institution_id and c.consumer = r.consumer
            where r.kind = d.kind and coalesce(c.number, 0) < d.number)
          limit ${atOnce}
        ) old
        where e.institution_id = old.institution_id and e.number = old.number
        returning 1`,
      [before, ...kindsByConsumer(consumers)],
    );
    count += deleted.length;
    if (deleted.length < atOnce) return count;
  }
}
