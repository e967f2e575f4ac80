import { claimDue, type DueOrder } from './due-orders.ts';
import { orderStep } from './order-step.ts';
import type { OrderParts } from './settle-order.ts';

/** Sends orders to remote cores and looks for those without an answer. Any number of processes may run one. */
export interface OrderSender extends AsyncDisposable {
  /** Does all that is due, and waits until it is done. */
  drain(): Promise<void>;
  /** Orders were committed: look at once. */
  wake(): void;
  /** Begins looking by itself, every second and when woken. */
  start(): void;
}

export interface OrderSenderOptions extends Omit<OrderParts, 'callMilliseconds'> {
  readonly callMilliseconds?: number;
}

/** A core that hangs keeps this many calls busy, and no more of the process. */
const callsMaxOfOne = 8;

/** A lease outlives its call by this; then another process looks for the order. */
const leaseSlackSeconds = 20;

/** Institutions whose core has as many calls under way as it may have. */
function withoutRoom(busy: ReadonlyMap<number, number>): number[] {
  return [...busy].flatMap(([id, calls]) => (calls >= callsMaxOfOne ? [id] : []));
}

export function createOrderSender(options: OrderSenderOptions): OrderSender {
  const callMilliseconds = options.callMilliseconds ?? 10_000;
  const parts: OrderParts = { ...options, callMilliseconds };
  const { db, world, logger, metrics } = options;
  const running = new Set<Promise<void>>();
  const busy = new Map<number, number>();
  let timer: NodeJS.Timeout | undefined;
  let isEnded = false;
  let isLooking = false;
  let isWoken = false;

  const begin = (order: DueOrder) => {
    busy.set(order.institutionId, (busy.get(order.institutionId) ?? 0) + 1);
    const work: Promise<void> = orderStep(parts, order)
      .catch((error: unknown) => {
        metrics.count('faults', { where: 'core_orders' });
        // The lease ends by itself; then it is looked for.
        logger.error({ error, order: order.key }, 'An order to a core failed and is looked for');
      })
      .finally(() => {
        running.delete(work);
        busy.set(order.institutionId, (busy.get(order.institutionId) ?? 1) - 1);
        if (isWoken) look();
      });
    running.add(work);
  };
  const claim = async (): Promise<number> => {
    const full = withoutRoom(busy);
    const { due, isMore } = await claimDue(db, {
      now: world.clock.now(),
      leaseSeconds: Math.ceil(callMilliseconds / 1000) + leaseSlackSeconds,
      roomFor: (institutionId) => callsMaxOfOne - (busy.get(institutionId) ?? 0),
      full,
    });
    // What there was no room for is looked at when a call ends.
    if (isMore || full.length > 0) isWoken = true;
    for (const order of due) begin(order);
    return due.length;
  };
  const look = (): void => {
    isWoken = true;
    if (isEnded || isLooking) return;
    isLooking = true;
    isWoken = false;
    claim()
      .catch((error: unknown) => {
        metrics.count('faults', { where: 'core_orders' });
        logger.error({ error }, 'Orders to a core could not be looked at and are tried again');
      })
      .finally(() => {
        isLooking = false;
      });
  };
  return {
    drain: async () => {
      for (;;) {
        const begun = await claim();
        if (begun === 0 && running.size === 0) return;
        await Promise.all(running);
      }
    },
    wake: look,
    start: () => {
      timer ??= setInterval(look, 1_000);
    },
    [Symbol.asyncDispose]: async () => {
      isEnded = true;
      clearInterval(timer);
      await Promise.all(running);
    },
  };
}
