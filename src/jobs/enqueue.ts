import type { Queries } from '../database/database.ts';
import type { World } from '../kernel/world.ts';
import { bossOn } from './boss.ts';
import type { QueueName, Work } from './names.ts';

export type Enqueued = Work & {
  /**
   * If a job with the same name and key waits, no second one is enqueued. A running one does not
   * count. Absent: always enqueue.
   */
  readonly key?: string | undefined;
  /** The earliest start. Absent: at once. */
  readonly after?: Temporal.Instant | undefined;
};

const queue: QueueName = 'work';

/**
 * Enqueues work with the transaction's commit, in two statements for any amount. A process of the
 * installation runs it within seconds and retries if it fails.
 */
export async function enqueue(
  tx: Queries,
  { clock, ids }: Pick<World, 'clock' | 'ids'>,
  work: readonly Enqueued[],
): Promise<void> {
  if (work.length === 0) return;
  await bossOn(tx).insert(
    queue,
    work.map(({ job, data, key, after }) => ({
      data: { job, data },
      singletonKey: `${job}:${key ?? ids.next()}`,
      // Relative to our own clock, since the database may use another.
      ...(after === undefined ? {} : { startAfter: secondsUntil(after, clock.now()) }),
    })),
  );
}

function secondsUntil(after: Temporal.Instant, now: Temporal.Instant): number {
  return Math.max(0, Math.ceil(now.until(after).total('seconds')));
}
