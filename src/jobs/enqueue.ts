import type { Queries } from '../database/database.ts';
import type { World } from '../kernel/world.ts';
import { bossOn } from './boss.ts';
import type { QueueName, Work } from './names.ts';

export type Enqueued = Work & {
  /** While one of the same job and key waits, another is not enqueued; one that runs already does not count. Absent: always. */
  readonly key?: string | undefined;
  /** Not before. Absent: at once. */
  readonly after?: Temporal.Instant | undefined;
};

const queue: QueueName = 'work';

/**
 * Enqueues work: it is there once the transaction has committed, and never where that was undone. Two statements, however much it is.
 * Some process of the installation does it within seconds, and tries again where it fails.
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
      // From now by our own clock: the database goes by its own.
      ...(after === undefined ? {} : { startAfter: secondsUntil(after, clock.now()) }),
    })),
  );
}

function secondsUntil(after: Temporal.Instant, now: Temporal.Instant): number {
  return Math.max(0, Math.ceil(now.until(after).total('seconds')));
}
