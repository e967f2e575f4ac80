import { Worker } from 'node:worker_threads';
import type { Conversation } from '../../conversation/conversation.ts';
import type { Outcome } from '../../conversation/received.ts';
import { present } from '../../kernel/assert.ts';
import type { Clock } from '../../kernel/clock.ts';
import { Fault } from '../../kernel/fault.ts';
import type { Metrics } from '../../kernel/metrics.ts';
import { callsTo } from './calls.ts';
import {
  plainEvent,
  plainMessage,
  type MetricCall,
  type ThreadData,
  type Told,
} from './protocol.ts';

/** A conversation in its own thread. Disposing of it finishes open work first. */
export interface ThreadedConversation extends Conversation, AsyncDisposable {
  /**
   * Never resolves. Rejects when the thread has ended unexpectedly: then we take no more messages.
   */
  readonly failed: Promise<never>;
  /** Resolves when the thread and its database answer. */
  answers(): Promise<void>;
}

/**
 * Opens the conversation in its own thread, so that reading and deciding run in parallel with
 * webhooks, sending and the member site. Works only on PostgreSQL, since it needs connections of
 * its own.
 * @param file the thread's module; tests pass others
 * @throws Fault `conversation_ended` if it could not start
 */
export async function openThreadedConversation(
  data: ThreadData,
  hears: { readonly clock: Clock; readonly metrics: Metrics; queued(): void },
  file = new URL('./conversation-worker.ts', import.meta.url),
): Promise<ThreadedConversation> {
  const worker = new Worker(file, { workerData: data });
  const calls = callsTo(worker);
  const ready = new Promise<void>((resolve) => {
    worker.once('message', () => resolve());
  });
  let isStopping = false;
  const failed = new Promise<never>((_resolve, reject) => {
    let cause: unknown;
    worker.on('error', (error) => (cause = error));
    worker.once('exit', () => {
      const ended = threadEnded(cause);
      calls.end(ended);
      if (!isStopping) reject(ended);
    });
  });
  // The caller may await it later, or never.
  failed.catch(() => {});
  worker.on('message', ({ answers, queued, metrics }: Told) => {
    for (const answer of answers) calls.settle(answer);
    for (const call of metrics) report(hears.metrics, call);
    if (queued) hears.queued();
  });
  await Promise.race([ready, failed]);

  const take = async (messages: Parameters<Conversation['take']>[0][]): Promise<Outcome[]> => {
    const { outcomes } = await calls.ask({ ask: 'take', messages: messages.map(plainMessage) });
    return [...present(outcomes, 'messages that were taken have their outcomes')];
  };
  return {
    failed,
    take: async (message) => {
      const [outcome] = await take([message]);
      return present(outcome, 'each message has its outcome');
    },
    receive: async (messages) => {
      const receivedAt = hears.clock.now();
      await take(messages.map((message) => ({ ...message, receivedAt })));
    },
    happened: async (events) => {
      await calls.ask({ ask: 'happened', events: events.map(plainEvent) });
    },
    idle: async () => {
      if (!calls.ended()) await calls.ask({ ask: 'idle' });
    },
    answers: async () => {
      await calls.ask({ ask: 'answer' });
    },
    [Symbol.asyncDispose]: async () => {
      if (calls.ended() || isStopping) return;
      isStopping = true;
      const exited = new Promise((resolve) => worker.once('exit', resolve));
      await calls.ask({ ask: 'stop' });
      await exited;
    },
  };
}

function report(metrics: Metrics, call: MetricCall): void {
  if (call[0] === 'count') metrics.count(call[1], call[2], call[3]);
  else if (call[0] === 'time') metrics.time(call[1], call[2], call[3]);
  else metrics.gauge(call[1], call[2], call[3]);
}

function threadEnded(cause: unknown): Fault {
  return new Fault({
    code: 'conversation_ended',
    message: `The conversation’s thread exited${cause instanceof Error ? `: ${cause.message}` : ''}`,
    retryable: true,
    cause,
  });
}
