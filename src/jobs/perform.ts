import type { Logger } from '../kernel/logger.ts';
import type { Metrics } from '../kernel/metrics.ts';
import type {
  ChannelHandlers,
  QueueName,
  ScheduledHandlers,
  Work,
  WorkData,
  WorkHandlers,
  WorkName,
} from './names.ts';

export interface Handlers {
  readonly channels: ChannelHandlers;
  readonly scheduled: ScheduledHandlers;
  readonly work: WorkHandlers;
  /** Alerts staff about a job that failed after all retries. */
  readonly dead: (work: Work) => Promise<unknown>;
}

/** The result of one job. */
export interface Result {
  readonly id: string;
  readonly status: 'completed' | 'failed';
  readonly output?: { readonly error: string };
}

interface Job {
  readonly id: string;
  readonly data: unknown;
}

export interface Perform {
  scheduled(name: string): Promise<'completed' | 'failed'>;
  /** Runs a queue's jobs. A failing job does not stop the others. */
  all(queue: QueueName, jobs: readonly Job[]): Promise<Result[]>;
}

/** Runs jobs with the rooms' handlers, and counts and logs failures. */
export function createPerform(
  handlers: Handlers,
  { logger, metrics }: { readonly logger: Logger; readonly metrics: Metrics },
): Perform {
  const attempt = async (
    name: string,
    run: () => Promise<unknown>,
  ): Promise<Omit<Result, 'id'>> => {
    try {
      await run();
      return { status: 'completed' };
    } catch (error) {
      metrics.count('faults', { where: name });
      logger.warn({ error, job: name }, 'A job failed and will be retried');
      // Store only the kind of error: its message may contain private data.
      return { status: 'failed', output: { error: error instanceof Error ? error.name : 'error' } };
    }
  };
  const byName = new Map([
    ...Object.entries(handlers.channels),
    ...Object.entries(handlers.scheduled),
  ]);
  const scheduled: Perform['scheduled'] = async (name) => {
    const handler = byName.get(name);
    // A schedule of an older version. The next process that starts removes it.
    return handler ? (await attempt(name, handler)).status : 'completed';
  };
  const one = async (queue: QueueName, data: unknown) => {
    if (queue === 'schedule') return { status: await scheduled(jobOf(data)) };
    const work = workOf(data, handlers.work);
    // Work of a newer version. A process that knows it runs the retry.
    if (!work) return { status: 'failed' as const, output: { error: 'unknown job' } };
    return attempt(work.job, async () =>
      queue === 'dead' ? handlers.dead(work) : run(handlers.work, work),
    );
  };
  return {
    scheduled,
    all: async (queue, jobs) =>
      Promise.all(jobs.map(async ({ id, data }) => ({ id, ...(await one(queue, data)) }))),
  };
}

async function run<Name extends WorkName>(
  handlers: WorkHandlers,
  { job, data }: { readonly job: Name; readonly data: WorkData[Name] },
): Promise<unknown> {
  return handlers[job](data);
}

function jobOf(data: unknown): string {
  return typeof data === 'object' && data && 'job' in data ? String(data.job) : '';
}

/** Returns the work of a stored job; `undefined` if its name is unknown. */
function workOf(stored: unknown, handlers: WorkHandlers): Work | undefined {
  const job = jobOf(stored);
  if (!isNameOf(handlers, job)) return undefined;
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- `enqueue` wrote it with this type
  return stored as { job: WorkName } & Work;
}

function isNameOf<Name extends string>(
  handlers: Readonly<Record<Name, unknown>>,
  name: string,
): name is Name {
  return Object.hasOwn(handlers, name);
}
