import { claimDue, type DueOrder } from './due-orders.ts';
import { orderStep } from './order-step.ts';
import type { OrderParts } from './settle-order.ts';

/**
 * Sends orders to remote cores and looks for those without an answer. Several processes may run
 * one.
 */
export interface OrderSender extends AsyncDisposable {
  /** Handles all due orders and waits for the end. */
  drain(): Promise<void>;
  /** Looks at once, since orders were committed. */
  wake(): void;
  /** Starts looking every second, and on each wake-up. */
  start(): void;
}

export interface OrderSenderOptions extends Omit<OrderParts, 'callMilliseconds'> {
  readonly callMilliseconds?: number;
}

/** The most calls in flight to one core, so that a hanging core cannot block the process. */
const callsMaxOfOne = 8;

/** A lease outlives its call by this. Then another process looks for the order. */
const leaseSlackSeconds = 20;

/** Institutions whose core has as many calls under way as it may have. */
function withoutRoom(busy: ReadonlyMap<number, number>): number[] {
  return [...busy].flatMap(([id, calls]) => (calls >= callsMaxOfOne ? [id] : []));
}

/** The lease of such an order expires. Then a process looks for it. */
function reportFailure({ metrics, logger }: OrderParts, { key }: DueOrder, error: unknown): void {
  metrics.count('faults', { where: 'core_orders' });
  logger.error({ error, order: key }, 'An order to a core failed; the service will look for it');
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
      .catch((error: unknown) => reportFailure(parts, order, error))
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
    // Retry orders without a free slot once a call ends.
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
        logger.error({ error }, 'Orders to a core could not be processed and will be retried');
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
