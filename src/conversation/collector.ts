import { Fault } from '../kernel/fault.ts';
import type { Outcome, Received } from './received.ts';

/**
 * Takes what has arrived for one institution and hands it on in batches: all that waits, up to a bound, at once when idle,
 * so that a lone message is not delayed. Within a batch an address stands once; its next message goes with the next
 * batch, so that each is decided on what the one before it left.
 */
export interface Collector {
  /**
   * Resolves when the message's transaction has committed.
   * @throws Fault `overloaded` (retryable) when too many wait, or what the transaction threw
   */
  take(message: Received): Promise<Outcome>;
  /** Resolves when nothing waits and nothing is under way. */
  idle(): Promise<void>;
}

interface Waiting {
  readonly message: Received;
  resolve(outcome: Outcome): void;
  reject(reason: unknown): void;
}

export interface CollectorOptions {
  /** Decides one batch, in one transaction; outcomes in the order of the messages. */
  process(
    institutionId: number,
    messages: readonly Received[],
  ): Promise<PromiseSettledResult<Outcome>[]>;
  /** 500 unless told. */
  readonly batchMax?: number;
  /** 20,000 unless told: beyond this the platform is told to come again. */
  readonly waitingMax?: number;
}

/**
 * Batches of one institution that are under way at most: while one waits for the database the next is read and decided.
 * They share no address.
 */
const lanesMax = 2;

/**
 * A second batch is begun beside one under way only for this many, and for no fewer than are under way: fewer go sooner by waiting
 * to be taken together, and batches of like size cost the database least.
 */
const besideMin = 32;

interface Queue {
  waiting: Waiting[];
  /** Whose messages are under way. */
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
    // Begun after this turn, so that what one delivery brings together is decided together.
    const lane: Promise<void> = Promise.resolve()
      .then(async () => run(institutionId, queue))
      .finally(() => {
        queue.lanes.delete(lane);
        // What came in while this lane was ending must find somebody at work.
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
          message: 'Too many messages wait; the platform may deliver again',
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

/** The first messages that wait, one an address and none of an address under way; the others keep their order. */
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
