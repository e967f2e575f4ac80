import type { Database } from '../../database/database.ts';
import type { Logger } from '../../kernel/logger.ts';
import type { Metrics } from '../../kernel/metrics.ts';
import type { World } from '../../kernel/world.ts';
import type { CoreAdapter, FindAnswer, Refused, SendAnswer } from '../adapter.ts';
import { endOrder, type Ended, type OrderEvents } from './end-order.ts';
import { orderColumns, type OrderRow, type OrderState } from './order-row.ts';
import { lateAfter, nextFind } from './schedule.ts';

/** The dependencies of sending orders. */
export interface OrderParts {
  readonly db: Database;
  /** Of an institution; its core may have changed since the order was asked. */
  readonly adapterOf: (institutionId: number) => CoreAdapter | Promise<CoreAdapter>;
  readonly world: World;
  readonly logger: Logger;
  readonly metrics: Metrics;
  /** Called before the transaction: inside it, the embedded database allows no other query. */
  readonly eventsOf: (institutionId: number) => Promise<OrderEvents>;
  /** The limit for one call. A later answer still counts. */
  readonly callMilliseconds: number;
}

/** Returns an order to a waiting state for its next step. */
export async function reopen(
  { db }: OrderParts,
  { institutionId, key }: OrderRow,
  to: {
    readonly state: Extract<OrderState, 'asked' | 'unknown'>;
    readonly nextAt: Temporal.Instant;
    readonly unsent?: true;
  },
): Promise<void> {
  await db.query(
    `update core_orders set state = $3, next_at = $4, leased_until = null, sends = sends - $5::int
      where institution_id = $1 and key = $2 and state in ('sent', 'unknown')`,
    [institutionId, key, to.state, to.nextAt, to.unsent ? 1 : 0],
  );
}

/**
 * Records that the core did not answer. The service looks for the order later, and after 15 minutes
 * reports it.
 */
export async function markUnknown(
  parts: OrderParts,
  order: OrderRow,
  { finds }: { readonly finds: number },
): Promise<void> {
  const { db, world } = parts;
  const events = await parts.eventsOf(order.institutionId);
  const now = world.clock.now();
  const lateAt = order.askedAt.add(lateAfter);
  const isLate = Temporal.Instant.compare(now, lateAt) >= 0;
  const due = now.add(nextFind(finds));
  const nextAt =
    order.toldAt === null && !isLate && Temporal.Instant.compare(lateAt, due) < 0 ? lateAt : due;
  const isTold = await db.transaction(async (tx) => {
    const tells = isLate && order.toldAt === null;
    if (tells) await events.lock(tx, order);
    const [row] = await tx.query<OrderRow>(
      `update core_orders set state = 'unknown', finds = $3, next_at = $4, leased_until = null,
          told_at = coalesce(told_at, case when $5::boolean then $6::timestamptz end)
        where institution_id = $1 and key = $2 and state in ('sent', 'unknown')
        returning ${orderColumns}`,
      [order.institutionId, order.key, finds, nextAt, tells, now],
    );
    if (!row || !tells) return false;
    await events.late(tx, row);
    return true;
  });
  if (isTold) events.queued();
}

/** Ends the order, once, with the outcome for the member. */
export async function end(parts: OrderParts, order: OrderRow, how: Ended): Promise<void> {
  const { db, world, logger } = parts;
  const events = await parts.eventsOf(order.institutionId);
  await db.transaction(async (tx) => {
    await events.lock(tx, order);
    const open = await endOrder(tx, order, { how, now: world.clock.now() });
    if (open) {
      await events.ended(tx, open, how);
      return;
    }
    const [ended] = await tx.query<OrderRow>(
      `select ${orderColumns} from core_orders where institution_id = $1 and key = $2`,
      [order.institutionId, order.key],
    );
    const saidNow = how.outcome === 'refused' && how.reason === 'books_away' ? undefined : how;
    if (!ended || !saidNow || agrees(ended, saidNow)) return;
    logger.error(
      { order: order.key, state: ended.state, said: how.outcome },
      'A core contradicts itself',
    );
    // After the check above, only a core's own answers remain.
    if (saidNow.outcome === 'posted' || isLedgerRefusal(saidNow))
      await events.contradicted(tx, ended, saidNow);
  });
  events.queued();
}

/** Whether the core says what is recorded. What staff recorded must have the core's reference too. */
function agrees({ state, reference, endedBy }: OrderRow, said: Ended): boolean {
  if (state !== said.outcome) return false;
  return endedBy === null || said.outcome !== 'posted' || said.reference === reference;
}

function isLedgerRefusal(how: Ended): how is Refused {
  return (
    how.outcome === 'refused' && how.reason !== 'books_away' && how.reason !== 'already_pending'
  );
}

/** Records an answer that came after we stopped waiting. It is still the core's answer. */
export async function recordLateAnswer(
  parts: OrderParts,
  order: OrderRow,
  late: PromiseSettledResult<SendAnswer | FindAnswer>,
): Promise<void> {
  if (late.status !== 'fulfilled') return;
  const { value } = late;
  if (value.outcome !== 'posted' && value.outcome !== 'refused') return;
  try {
    await end(parts, order, value);
  } catch (error) {
    // The service looks for the order in any case.
    parts.logger.warn({ error, order: order.key }, 'A core’s late answer could not be recorded');
  }
}
