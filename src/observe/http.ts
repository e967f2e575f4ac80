import { Hono } from 'hono';
import type { ObservedMetrics } from './metrics.ts';

/** The facts behind `/health`. */
export interface HealthChecks {
  /** Writes to the database. One that can only read takes no message. */
  readonly database: () => Promise<unknown>;
  /** Resolves when the conversation answers. */
  readonly conversation: () => Promise<unknown>;
  /** Seconds that the oldest message has waited to be sent; 0 if none waits. */
  readonly oldestQueuedSeconds: () => Promise<number>;
  /** Channels that send nothing until staff act. */
  readonly paused: () => readonly string[];
}

/** PostgreSQL's codes for a database that answers but refuses writes. */
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

/** A reply that waits this long means trouble with sending. */
const queuedMaxSeconds = 120;

/** After this long we count a check as failed. */
const answerMaxSeconds = 5;

/** Serves `/health`: 200 while we answer members, 503 otherwise. */
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
 * Serves `/metrics`, for the loopback only.
 * @param measure updates the gauges before each read
 */
export function createMetricsPage(
  metrics: ObservedMetrics,
  measure: () => Promise<void> = async () => {},
): Hono {
  const app = new Hono();
  app.get('/metrics', async (context) => {
    // If the database is away, we still report the counts.
    await measure().catch(() => metrics.count('faults', { where: 'metrics' }));
    return context.body(await metrics.render(), 200, { 'content-type': metrics.contentType });
  });
  return app;
}
