import type { Logger } from '../kernel/logger.ts';
import type { Metrics } from '../kernel/metrics.ts';
import type {
  ChannelHandlers,
  QueueName,
  ScheduledHandlers,
  Work,
  WorkHandlers,
  WorkName,
} from './names.ts';

export interface Handlers {
  readonly channels: ChannelHandlers;
  readonly scheduled: ScheduledHandlers;
  readonly work: WorkHandlers;
  /** People must look at work that no retry helped. */
  readonly dead: (work: Work) => Promise<unknown>;
}

/** What one job came to. */
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
  /** Does each of a queue's jobs; one that fails keeps no other from being done. */
  all(queue: QueueName, jobs: readonly Job[]): Promise<Result[]>;
}

/** Runs jobs by the handlers of the rooms, counts and logs what fails. */
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
      logger.warn({ error, job: name }, 'A job failed and is tried again');
      // No more than its kind: what broke may hold what nobody may read.
      return { status: 'failed', output: { error: error instanceof Error ? error.name : 'error' } };
    }
  };
  const rounds = new Map([
    ...Object.entries(handlers.channels),
    ...Object.entries(handlers.scheduled),
  ]);
  const scheduled: Perform['scheduled'] = async (name) => {
    const round = rounds.get(name);
    // Of a version that is no more: the next start of a process unschedules it.
    return round ? (await attempt(name, round)).status : 'completed';
  };
  const one = async (queue: QueueName, data: unknown) => {
    if (queue === 'schedule') return { status: await scheduled(jobOf(data)) };
    const work = workOf(data, handlers.work);
    // Of a newer version: a process that knows it takes it when it is tried again.
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

async function run(handlers: WorkHandlers, { job, data }: Work): Promise<unknown> {
  return handlers[job](data);
}

function jobOf(data: unknown): string {
  return typeof data === 'object' && data && 'job' in data ? String(data.job) : '';
}

/** The work of a stored job; none where its name is not known. */
function workOf(stored: unknown, handlers: WorkHandlers): Work | undefined {
  const job = jobOf(stored);
  if (!isNameOf(handlers, job)) return undefined;
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- `enqueue` wrote it, of this very type
  return stored as { job: WorkName } & Work;
}

function isNameOf<Name extends string>(
  handlers: Readonly<Record<Name, unknown>>,
  name: string,
): name is Name {
  return Object.hasOwn(handlers, name);
}
