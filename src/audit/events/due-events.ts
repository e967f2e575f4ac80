import type { Queries } from '../../database/database.ts';
import { type AnyConsumer, kindsByConsumer } from './consumer.ts';

/**
 * Lists the institutions that have unread events for a consumer. It is one statement over all of
 * them.
 */
export async function institutionsWithEvents(
  q: Queries,
  consumers: readonly AnyConsumer[],
): Promise<number[]> {
  const due = await q.query<{ id: number }>(
    `select distinct h.institution_id as id
      from chain_heads h
      cross join unnest($1::text[], $2::text[]) as r (consumer, kind)
      left join event_cursors c on c.institution_id = h.institution_id and c.consumer = r.consumer
      where exists (select from domain_events d where d.institution_id = h.institution_id and d.kind = r.kind
        and d.number > coalesce(c.number, 0))`,
    [...kindsByConsumer(consumers)],
  );
  return due.map(({ id }) => id);
}
