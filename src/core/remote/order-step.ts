import { present } from '../../kernel/assert.ts';
import type { CoreAdapter, FindAnswer, SendAnswer, SentOrder } from '../adapter.ts';
import type { DueOrder } from './due-orders.ts';
import type { OrderRow } from './order-row.ts';
import { retryUnsent, sendsMax } from './schedule.ts';
import { end, recordLateAnswer, markUnknown, reopen, type OrderParts } from './settle-order.ts';
import { within } from './within.ts';

/** Performs an order's next step: it sends the order or looks for it. */
export async function orderStep(parts: OrderParts, order: DueOrder): Promise<void> {
  if (order.step === 'drop') {
    // It never left, and now it is too late to send it.
    await end(parts, order, { outcome: 'refused', reason: 'books_away' });
    return;
  }
  if (order.step === 'send') await send(parts, order);
  else await find(parts, order);
}

async function send(parts: OrderParts, order: DueOrder): Promise<void> {
  // A paused process may have lost its lease. Another one then looks for the order, so this one
  // must not send it.
  if (sinceSent(parts, order) > parts.callMilliseconds) return;
  const sent = sentOrder(order);
  const adapter = await parts.adapterOf(order.institutionId);
  const answer = await call<SendAnswer>(
    parts,
    async (signal) => adapter.send(sent, signal),
    (late) => void recordLateAnswer(parts, order, late),
  );
  parts.metrics.count('core_orders', { step: 'send', outcome: answer?.outcome ?? 'unknown' });
  if (answer?.outcome === 'posted' || answer?.outcome === 'refused')
    await end(parts, order, answer);
  else if (answer?.outcome === 'unsent') await requeueUnsent(parts, order);
  else await markUnknown(parts, order, { finds: 0 });
}

async function find(parts: OrderParts, order: DueOrder): Promise<void> {
  const sent = sentOrder(order);
  const adapter = await parts.adapterOf(order.institutionId);
  const answer = await call<FindAnswer>(
    parts,
    async (signal) => adapter.find(sent, signal),
    (late) => void recordLateAnswer(parts, order, late),
  );
  parts.metrics.count('core_orders', { step: 'find', outcome: answer?.outcome ?? 'unknown' });
  if (answer?.outcome === 'posted' || answer?.outcome === 'refused')
    await end(parts, order, answer);
  else if (answer && isProven(parts, order, { ...answer, adapter }))
    await resendOrEnd(parts, order);
  else await markUnknown(parts, order, { finds: order.finds + 1 });
}

function sinceSent({ world }: OrderParts, { sentAt }: OrderRow): number {
  const sent = present(sentAt, 'the order was marked as sent before the call');
  return world.clock.now().epochMilliseconds - sent.epochMilliseconds;
}

/** Whether an order is certainly not in the core and can no longer arrive. */
function isProven(
  { callMilliseconds }: Pick<OrderParts, 'callMilliseconds'>,
  order: OrderRow,
  {
    completeAsOf,
    adapter,
  }: Extract<FindAnswer, { outcome: 'absent' }> & {
    readonly adapter: CoreAdapter;
  },
): boolean {
  if (completeAsOf === undefined) return false;
  const lastSent = present(order.sentAt, 'we only look for orders that were sent');
  // A call starts within one call's time after the order was marked, and lasts at most as long
  // again.
  const seconds = Math.max(adapter.landsWithinSeconds, Math.ceil((2 * callMilliseconds) / 1000));
  const landed = lastSent.add({ seconds });
  return Temporal.Instant.compare(completeAsOf, landed) >= 0;
}

/** Resends an order while the member may still want it; otherwise ends it, and no money moved. */
async function resendOrEnd(parts: OrderParts, order: OrderRow): Promise<void> {
  const now = parts.world.clock.now();
  const mayGo =
    order.sends < sendsMax &&
    order.toldAt === null &&
    Temporal.Instant.compare(now, order.deadline) < 0;
  if (!mayGo) await end(parts, order, { outcome: 'refused', reason: 'books_away' });
  else await reopen(parts, order, { state: 'asked', nextAt: now });
}

/** Puts back an order that never left. It is retried until its deadline. */
async function requeueUnsent(parts: OrderParts, order: OrderRow): Promise<void> {
  const nextAt = parts.world.clock.now().add(retryUnsent);
  // An earlier attempt may have reached the core, so look for it instead of resending.
  await reopen(parts, order, {
    state: order.sends > 1 ? 'unknown' : 'asked',
    nextAt,
    unsent: true,
  });
}

async function call<Answer extends SendAnswer | FindAnswer>(
  { callMilliseconds, logger }: OrderParts,
  work: (signal: AbortSignal) => Promise<Answer>,
  late: (settled: PromiseSettledResult<Answer>) => void,
): Promise<Answer | undefined> {
  try {
    return await within(callMilliseconds, work, late);
  } catch (error) {
    logger.warn({ error }, 'A call to a core failed; its outcome is unknown');
    return undefined;
  }
}

function sentOrder(order: OrderRow): SentOrder {
  const { institutionId, key, fromAccountId, toAccountId, amount, effectiveOn } = order;
  return {
    institutionId,
    key,
    fromAccountId,
    toAccountId,
    amount,
    effectiveOn,
    fromDescription: order.fromDescription,
    toDescription: order.toDescription,
    askedAt: order.askedAt,
  };
}
