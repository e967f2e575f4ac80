import { setTimeout } from 'node:timers/promises';
import type { PgBoss } from 'pg-boss';
import type { Database } from '../database/database.ts';
import type { Logger } from '../kernel/logger.ts';
import type { Metrics } from '../kernel/metrics.ts';
import { bossOn } from './boss.ts';
import { everyMinute, queueNames, schedules, type QueueName } from './names.ts';
import { createPerform, type Handlers, type Perform } from './perform.ts';

/** The work that time brings and that was enqueued, done once by one of the installation's processes. */
export interface Jobs {
  /** Begins to take jobs; says nothing of a database that is away, and begins when it is back. */
  start(): void;
  /** Something was enqueued: this process looks at once rather than in some seconds. */
  wake(): void;
  /** Does all that comes round, and the work that is due: now, in this process, started or not. */
  run(): Promise<void>;
  /** Takes no more, and waits some seconds for what is under way. What is not finished is tried again elsewhere. */
  stop(): Promise<void>;
}

/** By name, when it comes round. */
type Rounds = ReadonlyMap<string, string>;

/** How often each process looks at each queue, in seconds. */
const pollSeconds: Readonly<Record<QueueName, number>> = { schedule: 5, work: 10, dead: 60 };

/** Taken at once from a queue. */
const atOnce = 20;

const stopMilliseconds = 10_000;

/** Between two tries to begin, where the database is away. */
const againMilliseconds = 10_000;

export function createJobs(given: {
  readonly db: Database;
  readonly logger: Logger;
  readonly metrics: Metrics;
  readonly handlers: Handlers;
}): Jobs {
  const { db, logger, metrics } = given;
  const perform = createPerform(given.handlers, given);
  const rounds: Rounds = new Map([
    ...Object.keys(given.handlers.channels).map((name) => [name, everyMinute] as const),
    ...Object.entries(schedules),
  ]);
  const boss = bossOn(db);
  const failed = (error: unknown) => {
    metrics.count('faults', { where: 'jobs' });
    logger.warn({ error }, 'Jobs could not be looked after for a moment');
  };
  boss.on('error', failed);
  boss.on('warning', ({ message }) => logger.warn({ reason: message }, 'Jobs need a look'));
  let worker: string | undefined;
  let starting: Promise<void> | undefined;
  const stopping = new AbortController();
  const open = async (): Promise<void> => {
    try {
      await boss.start();
      await setSchedules(boss, rounds);
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
      for (const name of rounds.keys()) await perform.scheduled(name);
      for (const queue of ['work', 'dead'] as const) await drain(boss, perform, queue);
    },
    stop: async () => {
      stopping.abort();
      await boss.stop({ close: false, timeout: stopMilliseconds });
      await starting;
    },
  };
}

/** Takes what is due until nothing is; what fails is due later. */
async function drain(boss: PgBoss, perform: Perform, queue: 'work' | 'dead'): Promise<void> {
  for (;;) {
    const jobs = await boss.fetch(queue, { batchSize: atOnce });
    if (jobs.length === 0) return;
    for (const { id, status, output } of await perform.all(queue, jobs))
      await (status === 'completed' ? boss.complete(queue, id) : boss.fail(queue, id, output));
  }
}

/** Has what comes round be what this version says: what was changed is changed, what is no more ends. */
async function setSchedules(boss: PgBoss, rounds: Rounds): Promise<void> {
  const queue: QueueName = 'schedule';
  const standing = await boss.getSchedules(queue);
  for (const { key } of standing) if (!rounds.has(key)) await boss.unschedule(queue, key);
  for (const [name, cron] of rounds) {
    if (standing.some((one) => one.key === name && one.cron === cron)) continue;
    await boss.schedule(queue, cron, { job: name }, { key: name, singletonKey: name });
  }
}
