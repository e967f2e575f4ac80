import type { Consumer } from '../audit/events/consumer.ts';
import { jsonText } from '../database/parameters.ts';
import { enqueue } from '../jobs/enqueue.ts';
import { present } from '../kernel/assert.ts';
import { domainEventKinds, type DomainEventKind } from '../kernel/vocabulary/domain-event.ts';
import type { World } from '../kernel/world.ts';
import { eventBody } from './event-body.ts';

/** Makes the consumer that keeps a delivery of each event for each webhook that wants it. */
export function webhookConsumer(world: Pick<World, 'clock' | 'ids'>): Consumer {
  return {
    name: 'webhooks',
    kinds: domainEventKinds,
    handle: async (tx, institutionId, events) => {
      const wanted = await tx.query<{ kinds: readonly DomainEventKind[] }>(
        'select kinds from webhooks where institution_id = $1 and ended_at is null',
        [institutionId],
      );
      const kinds = new Set(wanted.flatMap((one) => one.kinds));
      const some = events.filter(({ kind }) => kinds.has(kind));
      if (some.length === 0) return;
      const [institution] = await tx.query<{ slug: string }>(
        'select slug from institutions where id = $1',
        [institutionId],
      );
      const slug = present(institution, 'the institution of an event exists').slug;
      const rows = some.map((event) => ({
        number: event.number.toString(),
        kind: event.kind,
        body: eventBody(slug, event),
      }));
      await tx.query(
        `insert into webhook_deliveries (institution_id, webhook_id, event_number, kind, body, next_at, created_at)
          select $1, w.id, e.number, e.kind, e.body, $3, $3
          from jsonb_to_recordset($2::jsonb) as e (number bigint, kind text, body text)
          join webhooks w on w.institution_id = $1 and w.ended_at is null and e.kind = any(w.kinds) and e.number > w.after_number
          on conflict do nothing`,
        [institutionId, jsonText(rows), world.clock.now()],
      );
      await enqueue(tx, world, [
        { job: 'deliver-webhooks', data: { institutionId }, key: String(institutionId) },
      ]);
    },
  };
}
