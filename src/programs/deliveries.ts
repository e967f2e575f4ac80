import type { Queries } from '../database/database.ts';
import { atOnce, inBatches, type Old } from '../database/in-batches.ts';
import type { DeliveryState } from '../kernel/vocabulary/delivery-state.ts';
import type { World } from '../kernel/world.ts';
import type { WebhookKey } from './webhook.ts';

/** A delivery as staff see it. */
export interface Delivery {
  readonly number: bigint;
  readonly kind: string;
  readonly state: DeliveryState;
  readonly attempts: number;
  readonly nextAt: Temporal.Instant;
  readonly outcome: string | null;
  readonly createdAt: Temporal.Instant;
  readonly endedAt: Temporal.Instant | null;
}

/** The institutions with deliveries that are due. */
export async function institutionsWithDueDeliveries(
  q: Queries,
  ids: readonly number[],
  now: Temporal.Instant,
): Promise<number[]> {
  const rows = await q.query<{ id: number }>(
    `select i.id from unnest($1::int[]) as i (id)
      where exists (select from webhook_deliveries d
        join webhooks w on w.institution_id = i.id and w.id = d.webhook_id and w.sealed is not null
        where d.institution_id = i.id and d.state = 'waiting' and d.next_at <= $2)`,
    [[...ids], now],
  );
  return rows.map(({ id }) => id);
}

/**
 * Lists deliveries of a webhook, the newest first, at most a hundred.
 * @param given.before only those with a lower number
 */
export async function listDeliveries(
  q: Queries,
  given: WebhookKey & { readonly state?: DeliveryState; readonly before?: bigint },
): Promise<Delivery[]> {
  return q.query<Delivery>(
    `select event_number as number, kind, state, attempts, next_at as "nextAt", outcome,
        created_at as "createdAt", ended_at as "endedAt"
      from webhook_deliveries
      where institution_id = $1 and webhook_id = $2 and ($3::text is null or state = $3)
        and ($4::bigint is null or event_number < $4)
      order by event_number desc limit 100`,
    [given.institutionId, given.id, given.state ?? null, given.before ?? null],
  );
}

/**
 * Sends deliveries again from the start of their attempts: one, or all that failed for good.
 * @returns how many
 */
export async function replayDeliveries(
  tx: Queries,
  { clock }: Pick<World, 'clock'>,
  given: WebhookKey & { readonly number?: bigint | undefined },
): Promise<number> {
  const rows = await tx.query(
    `update webhook_deliveries set state = 'waiting', attempts = 0, next_at = $3, ended_at = null
      where institution_id = $1 and webhook_id = $2
        and (event_number = $4::bigint or ($4::bigint is null and state = 'dead')) returning 1`,
    [given.institutionId, given.id, clock.now(), given.number ?? null],
  );
  return rows.length;
}

/** Deletes deliveries that ended long ago. @returns how many */
export async function pruneDeliveries(q: Queries, { institutionId, before }: Old): Promise<number> {
  return inBatches(async () => {
    const rows = await q.query(
      `delete from webhook_deliveries where institution_id = $1 and (webhook_id, event_number) in (
          select webhook_id, event_number from webhook_deliveries
          where institution_id = $1 and state <> 'waiting' and ended_at < $2 limit ${atOnce})
        returning 1`,
      [institutionId, before],
    );
    return rows.length;
  });
}
