import { Fault } from '../kernel/fault.ts';
import type { Inbox } from '../messages/channel.ts';
import { answerAlone } from './alone.ts';
import { createCollector } from './collector.ts';
import type { ConversationDependencies } from './dependencies.ts';
import { takeEvents } from './events.ts';
import { halving } from './halving.ts';
import { createPrefetching } from './prefetching.ts';
import { processBatch } from './process-batch.ts';
import type { Outcome, Received } from './received.ts';

/**
 * The conversation turns inbound messages into one transaction with their replies and postings. Channels hand over messages through
 * `Inbox`; the command line and tests also get each message's outcome.
 */
export interface Conversation extends Inbox {
  /** Takes one message; resolves after its commit. */
  take(message: Received): Promise<Outcome>;
  /** Resolves when nothing is waiting or being processed. */
  idle(): Promise<void>;
}

/** @param options how many messages one transaction takes, and how many may wait */
export function createConversation(
  dependencies: ConversationDependencies,
  options: { batchMax?: number; waitingMax?: number } = {},
): Conversation {
  const collector = createCollector({
    ...options,
    process: async (institutionId, messages) =>
      halving(messages, {
        attempt: async (part) => processBatch(dependencies, institutionId, part),
        alone: async (message, error) => answerAlone(dependencies, message, error),
        isWorldsFault,
        isTooLong,
      }),
  });
  const prefetching = createPrefetching(dependencies, async (message) => collector.take(message));
  const take = async (message: Received) => prefetching.take(message);
  return {
    take,
    idle: async () => {
      await prefetching.idle();
      await collector.idle();
    },
    receive: async (messages) => {
      const receivedAt = dependencies.world.clock.now();
      await Promise.all(messages.map(async (message) => take({ ...message, receivedAt })));
    },
    happened: async (events) => takeEvents(dependencies, events),
  };
}

/** The database is unreachable or closing. The message is not at fault, so it is delivered again later. */
function isWorldsFault(error: unknown): boolean {
  if (error instanceof Fault) return true;
  if (isTooLong(error)) return false;
  // Connection exceptions (08), a read-only server (25006), an idle transaction ended by the server (25P03), insufficient resources
  // (53), operator intervention (57), system errors (58), deadlock and serialization (40).
  return /^(?:08|25006|25P03|53|57|58|40)/.test(codeOf(error)) || /^E[A-Z]+$/.test(codeOf(error));
}

/** A statement was canceled, usually by its timeout. A smaller batch may succeed. */
function isTooLong(error: unknown): boolean {
  return codeOf(error) === '57014';
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}
