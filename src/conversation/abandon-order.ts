import { abandonOrder } from '../core/remote/end-order.ts';
import { ordersOfKeys } from '../core/remote/order-store.ts';
import type { Transaction } from '../database/database.ts';
import { recordInAuditLog, type Actor } from '../members/audit-log.ts';
import { createOrderEvents } from './order-events.ts';
import type { OrderContext } from './order-reply.ts';

/**
 * Ends an order that the core never confirmed, after staff found that it was not posted and never will be. The member gets a
 * message that nothing moved, and may order again.
 * @returns `not_open`: there is no such order, or its outcome is not unknown
 */
export async function abandonAsStaff(
  tx: Transaction,
  context: OrderContext,
  { key, actor }: { readonly key: string; readonly actor: Actor },
): Promise<'abandoned' | 'not_open'> {
  const { institution, world } = context;
  const events = createOrderEvents({ ...context, queued: () => {} });
  const [order] = await ordersOfKeys(tx, institution.id, [key]);
  if (!order) return 'not_open';
  await events.lock(tx, order);
  const ended = await abandonOrder(tx, order, {
    by: actor.who,
    proof: actor.why,
    now: world.clock.now(),
  });
  if (!ended) return 'not_open';
  await events.ended(tx, ended, { outcome: 'refused', reason: 'books_away' });
  await recordInAuditLog(tx, world, {
    ...actor,
    institutionId: institution.id,
    what: 'core_order_abandoned',
    subject: key,
  });
  return 'abandoned';
}
