import { endByStaff, type Found } from '../core/remote/end-order.ts';
import { ordersOfKeys } from '../core/remote/order-store.ts';
import type { OrderState } from '../core/remote/order-row.ts';
import type { Transaction } from '../database/database.ts';
import type { Actor } from '../members/audit-log.ts';
import { createOrderEvents } from './order-events.ts';
import type { OrderContext } from './order-reply.ts';

/** Why staff can't end an order: there is none of that key, or its outcome is known or still on its way. */
export type NotEnded = { readonly ended: false; readonly state: OrderState | undefined };

/**
 * Ends an order that a core never confirmed, by what a person found out there: it was posted, or it was not and never will be. The
 * member is told. The caller records it in the audit log.
 */
export async function endOrderByStaff(
  tx: Transaction,
  context: OrderContext,
  { key, found, actor }: { readonly key: string; readonly found: Found; readonly actor: Actor },
): Promise<{ readonly ended: true } | NotEnded> {
  const { institution, world } = context;
  const events = createOrderEvents({ ...context, queued: () => {} });
  const [order] = await ordersOfKeys(tx, institution.id, [key]);
  if (!order) return { ended: false, state: undefined };
  await events.lock(tx, order);
  const ended = await endByStaff(tx, order, {
    found,
    by: actor.who,
    proof: actor.why,
    now: world.clock.now(),
  });
  // Locked now: what it is cannot change until the transaction ends.
  if (!ended)
    return { ended: false, state: (await ordersOfKeys(tx, institution.id, [key]))[0]?.state };
  await events.ended(
    tx,
    ended,
    found.state === 'posted'
      ? { outcome: 'posted', reference: found.reference }
      : { outcome: 'refused', reason: 'books_away' },
  );
  return { ended: true };
}
