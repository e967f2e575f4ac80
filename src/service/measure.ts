import type { Database } from '../database/database.ts';
import { channelNames, type ChannelName } from '../kernel/vocabulary/channel.ts';
import type { World } from '../kernel/world.ts';
import type { ObservedMetrics } from '../observe/metrics.ts';

/** Tells how long the oldest waiting message has waited, in seconds. */
export async function oldestQueued(db: Database, world: World): Promise<number> {
  const [row] = await db.query<{ at: Temporal.Instant | null }>(
    `select min(queued_at) as at from outbound where status in ('queued', 'errored')`,
  );
  return row?.at ? (world.clock.now().epochMilliseconds - row.at.epochMilliseconds) / 1000 : 0;
}

/** Measures how many messages wait on each channel. */
export async function measureQueue(db: Database, metrics: ObservedMetrics): Promise<void> {
  const waiting = await db.query<{ channel: ChannelName; count: number }>(
    `select channel, count(*)::int as count from outbound where status in ('queued', 'errored', 'sending', 'unknown')
      group by channel`,
  );
  for (const channel of channelNames) {
    const count = waiting.find((one) => one.channel === channel)?.count ?? 0;
    metrics.gauge('outbound_queue', { channel }, count);
  }
}

/** Measures the size of the database. */
export async function measureSize(db: Database, metrics: ObservedMetrics): Promise<void> {
  const [row] = await db.query<{ bytes: number }>(
    'select pg_database_size(current_database())::float8 as bytes',
  );
  metrics.gauge('database_size_bytes', {}, row?.bytes ?? 0);
}
