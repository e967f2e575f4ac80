import { Fault } from '../kernel/fault.ts';
import type { Outcome, Received } from './received.ts';

/**
 * Collects an institution's messages and hands them on in batches. A batch takes all that waits, up to a limit; when idle, a single
 * message goes at once. An address is in a batch only once. Its next message goes with the next batch, so that it is decided on the
 * state that the earlier one left.
 */
export interface Collector {
  /**
   * Resolves when the message's transaction has committed.
   * @throws Fault `overloaded` (retryable) if too many messages wait; otherwise the transaction's error
   */
  take(message: Received): Promise<Outcome>;
  /** Resolves when nothing is waiting or being processed. */
  idle(): Promise<void>;
}

interface Waiting {
  readonly message: Received;
  resolve(outcome: Outcome): void;
  reject(reason: unknown): void;
}

export interface CollectorOptions {
  /** Decides one batch in one transaction. Returns outcomes in the order of the messages. */
  process(
    institutionId: number,
    messages: readonly Received[],
  ): Promise<PromiseSettledResult<Outcome>[]>;
  /** Default: 500. */
  readonly batchMax?: number;
  /** Default: 20,000. Beyond this, the platform gets an error and delivers again later. */
  readonly waitingMax?: number;
}

/**
 * The most batches of one institution at a time. While one waits for the database, the next is read and decided. They share no
 * address.
 */
const lanesMax = 2;

/**
 * The fewest messages for which a second batch starts beside a running one; it also needs as many as are already being processed.
 * Fewer messages finish sooner in a later, larger batch, and batches of similar size cost the database least.
 */
const besideMin = 32;

interface Queue {
  waiting: Waiting[];
  /** The addresses whose messages are being processed. */
  readonly active: Set<string>;
  readonly lanes: Set<Promise<void>>;
}

export function createCollector(options: CollectorOptions): Collector {
  const batchMax = options.batchMax ?? 500;
  const waitingMax = options.waitingMax ?? 20_000;
  const queues = new Map<number, Queue>();

  const run = async (institutionId: number, queue: Queue): Promise<void> => {
    for (;;) {
      const { batch, addresses, rest } = split(queue, batchMax);
      if (batch.length === 0) return;
      queue.waiting = rest;
      for (const address of addresses) queue.active.add(address);
      await settle(batch, async () =>
        options.process(
          institutionId,
          batch.map((w) => w.message),
        ),
      );
      for (const address of addresses) queue.active.delete(address);
    }
  };

  const open = (institutionId: number, queue: Queue): void => {
    // Starts after this turn, so that messages of one delivery are decided together.
    const lane: Promise<void> = Promise.resolve()
      .then(async () => run(institutionId, queue))
      .finally(() => {
        queue.lanes.delete(lane);
        // A message may have arrived while this lane ended, so open another.
        if (queue.waiting.length > 0 && queue.lanes.size === 0) open(institutionId, queue);
      });
    queue.lanes.add(lane);
  };

  return {
    take: async (message) => {
      const queue = queues.get(message.institutionId) ?? {
        waiting: [],
        active: new Set<string>(),
        lanes: new Set<Promise<void>>(),
      };
      queues.set(message.institutionId, queue);
      if (queue.waiting.length >= waitingMax) {
        throw new Fault({
          code: 'overloaded',
          message: 'Too many messages are waiting; the platform may deliver again',
          retryable: true,
        });
      }
      return new Promise<Outcome>((resolve, reject) => {
        queue.waiting.push({ message, resolve, reject });
        const isFirst = queue.lanes.size === 0;
        const isWorthIt =
          queue.lanes.size < lanesMax &&
          queue.waiting.length >= Math.max(besideMin, queue.active.size);
        if (isFirst || isWorthIt) open(message.institutionId, queue);
      });
    },
    idle: async () => {
      for (;;) {
        const lanes = [...queues.values()].flatMap((queue) => [...queue.lanes]);
        if (lanes.length === 0) return;
        await Promise.all(lanes);
      }
    },
  };
}

/** Takes the first waiting message of each address that has none in progress. The others keep their order. */
function split(
  { waiting, active }: Queue,
  batchMax: number,
): { batch: Waiting[]; addresses: string[]; rest: Waiting[] } {
  const batch: Waiting[] = [];
  const addresses: string[] = [];
  const rest: Waiting[] = [];
  const met = new Set(active);
  for (const one of waiting) {
    const address = `${one.message.channel}/${one.message.address}`;
    if (batch.length < batchMax && !met.has(address)) {
      batch.push(one);
      addresses.push(address);
    } else rest.push(one);
    met.add(address);
  }
  return { batch, addresses, rest };
}

async function settle(
  batch: readonly Waiting[],
  process: () => Promise<PromiseSettledResult<Outcome>[]>,
): Promise<void> {
  try {
    const results = await process();
    for (const [index, waiting] of batch.entries()) {
      const result = results[index];
      if (result?.status === 'fulfilled') waiting.resolve(result.value);
      else waiting.reject(result?.reason ?? new Error('the batch gave no outcome'));
    }
  } catch (error) {
    for (const waiting of batch) waiting.reject(error);
  }
}
