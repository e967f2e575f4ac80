import { setTimeout } from 'node:timers/promises';
import type { PgBoss } from 'pg-boss';
import type { Database } from '../database/database.ts';
import type { Logger } from '../kernel/logger.ts';
import type { Metrics } from '../kernel/metrics.ts';
import { bossOn } from './boss.ts';
import { everyMinute, queueNames, schedules, type QueueName } from './names.ts';
import { createPerform, type Handlers, type Perform } from './perform.ts';

/** Runs scheduled and enqueued work: each job once, in one of the installation's processes. */
export interface Jobs {
  /** Starts taking jobs. If the database is unreachable, it starts once the database is back. */
  start(): void;
  /** Looks for jobs at once, since one was enqueued. */
  wake(): void;
  /** Runs all schedules and all due work now, in this process, even if it is not started. */
  run(): Promise<void>;
  /**
   * Takes no more jobs and waits some seconds for running ones. Unfinished jobs are retried
   * elsewhere.
   */
  stop(): Promise<void>;
}

/** Cron expressions by job name. */
type CronByName = ReadonlyMap<string, string>;

/** How often each process looks at each queue, in seconds. */
const pollSeconds: Readonly<Record<QueueName, number>> = { schedule: 5, work: 10, dead: 60 };

/** Jobs fetched from a queue at once. */
const atOnce = 20;

const stopMilliseconds = 10_000;

/** The pause before another attempt to start if the database is unreachable. */
const againMilliseconds = 10_000;

export function createJobs(given: {
  readonly db: Database;
  readonly logger: Logger;
  readonly metrics: Metrics;
  readonly handlers: Handlers;
}): Jobs {
  const { db, logger, metrics } = given;
  const perform = createPerform(given.handlers, given);
  const scheduled: CronByName = new Map([
    ...Object.keys(given.handlers.channels).map((name) => [name, everyMinute] as const),
    ...Object.entries(schedules),
  ]);
  const boss = bossOn(db);
  const failed = (error: unknown) => {
    metrics.count('faults', { where: 'jobs' });
    logger.warn({ error }, 'pg-boss reported an error');
  };
  boss.on('error', failed);
  boss.on('warning', ({ message }) =>
    logger.warn({ reason: message }, 'pg-boss reported a warning'),
  );
  let worker: string | undefined;
  let starting: Promise<void> | undefined;
  const stopping = new AbortController();
  const open = async (): Promise<void> => {
    try {
      await boss.start();
      await setSchedules(boss, scheduled);
    } catch (error) {
      if (stopping.signal.aborted) return;
      failed(error);
      await setTimeout(againMilliseconds, undefined, { signal: stopping.signal }).catch(() => {});
      if (!stopping.signal.aborted) await open();
      return;
    }
    for (const queue of queueNames) {
      if (stopping.signal.aborted) return;
      const id = await boss.work(
        queue,
        {
          pollingIntervalSeconds: pollSeconds[queue],
          batchSize: atOnce,
          burstWhenBatchFull: true,
          perJobResults: true,
        },
        async (jobs) => perform.all(queue, jobs),
      );
      if (queue === 'work') worker = id;
    }
  };
  return {
    start: () => {
      starting ??= open().catch(failed);
    },
    wake: () => {
      if (worker !== undefined) boss.notifyWorker(worker);
    },
    run: async () => {
      for (const name of scheduled.keys()) await perform.scheduled(name);
      for (const queue of ['work', 'dead'] as const) await drain(boss, perform, queue);
    },
    stop: async () => {
      stopping.abort();
      await boss.stop({ close: false, timeout: stopMilliseconds });
      await starting;
    },
  };
}

/** Runs due jobs until none is left. A failed job is due again later. */
async function drain(boss: PgBoss, perform: Perform, queue: 'work' | 'dead'): Promise<void> {
  for (;;) {
    const jobs = await boss.fetch(queue, { batchSize: atOnce });
    if (jobs.length === 0) return;
    for (const { id, status, output } of await perform.all(queue, jobs))
      await (status === 'completed' ? boss.complete(queue, id) : boss.fail(queue, id, output));
  }
}

/** Makes the stored schedules match this version: it updates changed ones and removes old ones. */
async function setSchedules(boss: PgBoss, scheduled: CronByName): Promise<void> {
  const queue: QueueName = 'schedule';
  const standing = await boss.getSchedules(queue);
  for (const { key } of standing) if (!scheduled.has(key)) await boss.unschedule(queue, key);
  for (const [name, cron] of scheduled) {
    if (standing.some((one) => one.key === name && one.cron === cron)) continue;
    await boss.schedule(queue, cron, { job: name }, { key: name, singletonKey: name });
  }
}
