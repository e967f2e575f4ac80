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

export function createCollector(options: CollectorOptions): Collector {
  const batchMax = options.batchMax ?? 500;
  const waitingMax = options.waitingMax ?? 20_000;
  const queues = new Map<number, Waiting[]>();
  const busy = new Map<number, Promise<void>>();

  const run = async (institutionId: number): Promise<void> => {
    for (;;) {
      const { batch, rest } = split(queues.get(institutionId) ?? [], batchMax);
      queues.set(institutionId, rest);
      if (batch.length === 0) {
        // At once: a message that comes in the same turn must find nobody at work.
        busy.delete(institutionId);
        return;
      }
      await settle(batch, async () =>
        options.process(
          institutionId,
          batch.map((w) => w.message),
        ),
      );
    }
  };

  return {
    take: async (message) => {
      const queue = queues.get(message.institutionId) ?? [];
      if (queue.length >= waitingMax) {
        throw new Fault({
          code: 'overloaded',
          message: 'Too many messages wait; the platform may deliver again',
          retryable: true,
        });
      }
      queues.set(message.institutionId, queue);
      return new Promise<Outcome>((resolve, reject) => {
        queue.push({ message, resolve, reject });
        if (busy.has(message.institutionId)) return;
        // Begun after this turn, so that what one delivery brings together is decided together.
        busy.set(
          message.institutionId,
          Promise.resolve().then(async () => run(message.institutionId)),
        );
      });
    },
    idle: async () => {
      while (busy.size > 0) await Promise.all(busy.values());
    },
  };
}

/** The first messages that wait, one an address; the others keep their order. */
function split(queue: readonly Waiting[], batchMax: number): { batch: Waiting[]; rest: Waiting[] } {
  const batch: Waiting[] = [];
  const rest: Waiting[] = [];
  const addresses = new Set<string>();
  for (const waiting of queue) {
    const address = `${waiting.message.channel}/${waiting.message.address}`;
    if (batch.length < batchMax && !addresses.has(address)) {
      addresses.add(address);
      batch.push(waiting);
    } else {
      addresses.add(address);
      rest.push(waiting);
    }
  }
  return { batch, rest };
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
