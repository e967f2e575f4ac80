import { Hono } from 'hono';
import type { ObservedMetrics } from './metrics.ts';

/** What `/health` looks at. */
export interface HealthChecks {
  /** Answers when the database does. */
  readonly database: () => Promise<unknown>;
  /** Seconds that the oldest message has waited to be sent; 0 where none waits. */
  readonly oldestQueuedSeconds: () => Promise<number>;
}

/** A reply that has waited so long tells that sending is in trouble. */
const queuedMaxSeconds = 120;

/** `/health`: 200 while members are answered, 503 where they are not. */
export function createHealth(checks: HealthChecks): Hono {
  const app = new Hono();
  app.get('/health', async (context) => {
    try {
      await checks.database();
      const oldest = await checks.oldestQueuedSeconds();
      const isLate = oldest > queuedMaxSeconds;
      return context.json({
        status: isLate ? 'degraded' : 'ok',
        database: 'ok',
        oldest_queued_seconds: Math.round(oldest),
      });
    } catch {
      return context.json({ status: 'failing', database: 'unreachable' }, 503);
    }
  });
  return app;
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
