import { Hono } from 'hono';
import type { ObservedMetrics } from './metrics.ts';

/** What `/health` looks at. */
export interface HealthChecks {
  /** Writes to the database: one that only answers takes no message. */
  readonly database: () => Promise<unknown>;
  /** Answers when what takes messages does. */
  readonly conversation: () => Promise<unknown>;
  /** Seconds that the oldest message has waited to be sent; 0 where none waits. */
  readonly oldestQueuedSeconds: () => Promise<number>;
  /** Channels on which nothing leaves until people act. */
  readonly paused: () => readonly string[];
}

/** PostgreSQL's codes of a database that answers and takes no writing. */
const unwritable: ReadonlyMap<unknown, string> = new Map([
  ['25006', 'read_only'],
  ['53100', 'full'],
]);

function stateOf(looked: PromiseSettledResult<unknown>): string {
  if (looked.status === 'fulfilled') return 'ok';
  const reason: unknown = looked.reason;
  const code = reason instanceof Error && 'code' in reason ? reason.code : undefined;
  return unwritable.get(code) ?? 'unreachable';
}

/** A reply that has waited so long tells that sending is in trouble. */
const queuedMaxSeconds = 120;

/** What does not answer in so long does not answer. */
const answerMaxSeconds = 5;

/** `/health`: 200 while members are answered, 503 where they are not. */
export function createHealth(checks: HealthChecks): Hono {
  const app = new Hono();
  app.get('/health', async (context) => {
    const looked = async () => {
      await checks.database();
      return checks.oldestQueuedSeconds();
    };
    const [oldest, conversation] = await Promise.allSettled([
      inTime(looked()),
      inTime(checks.conversation()),
    ]);
    const isTaking = conversation.status === 'fulfilled';
    const told = {
      database: stateOf(oldest),
      conversation: isTaking ? 'ok' : 'unreachable',
    };
    if (oldest.status === 'rejected' || !isTaking)
      return context.json({ status: 'failing', ...told }, 503);
    const paused = checks.paused();
    return context.json({
      status: oldest.value > queuedMaxSeconds || paused.length > 0 ? 'degraded' : 'ok',
      ...told,
      ...(paused.length > 0 ? { paused } : {}),
      oldest_queued_seconds: Math.round(oldest.value),
    });
  });
  return app;
}

async function inTime<Result>(asked: Promise<Result>): Promise<Result> {
  const { promise: late, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new Error('it did not answer')), answerMaxSeconds * 1_000);
  try {
    return await Promise.race([asked, late]);
  } finally {
    clearTimeout(timer);
  }
}

/**
 * `/metrics`, for the loopback only.
 * @param measure sets what stands now, each time before it is read
 */
export function createMetricsPage(
  metrics: ObservedMetrics,
  measure: () => Promise<void> = async () => {},
): Hono {
  const app = new Hono();
  app.get('/metrics', async (context) => {
    // Where the database is away, the counts are told all the same.
    await measure().catch(() => metrics.count('faults', { where: 'metrics' }));
    return context.body(await metrics.render(), 200, { 'content-type': metrics.contentType });
  });
  return app;
}
