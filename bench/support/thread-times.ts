import { readdirSync, readFileSync } from 'node:fs';

interface ThreadTime {
  readonly name: string;
  readonly microseconds: number;
}

/** The CPU time of each thread of some processes, by the thread's id. Linux only. */
export function threadTimes(pids: readonly number[]): ReadonlyMap<string, ThreadTime> {
  return new Map(pids.flatMap((pid) => [...threadsOf(pid)]));
}

function threadsOf(pid: number): [string, ThreadTime][] {
  const folder = `/proc/${pid}/task`;
  return listed(folder).flatMap((thread): [string, ThreadTime][] => {
    const name = read(`${folder}/${thread}/comm`)?.trim();
    const [nanoseconds] = read(`${folder}/${thread}/schedstat`)?.split(' ') ?? [];
    if (name === undefined || nanoseconds === undefined) return [];
    return [[thread, { name, microseconds: Number(nanoseconds) / 1_000 }]];
  });
}

/** The processes that this one has started. Linux only. */
export function childrenOf(pid: number): number[] {
  return listed('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      // Behind the command's name, which may hold anything.
      const [, parent] = /\) \S (\d+) /.exec(read(`/proc/${name}/stat`) ?? '') ?? [];
      return Number(parent) === pid ? [Number(name)] : [];
    });
}

/** A process or thread that has ended meanwhile has nothing to read. */
function read(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

function listed(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/** What threads used between two readings, in microseconds: those of one name, and all others. */
export function usedBetween(
  before: ReturnType<typeof threadTimes>,
  after: ReturnType<typeof threadTimes>,
  name = '',
): { readonly named: number; readonly others: number } {
  const used = { named: 0, others: 0 };
  for (const [thread, one] of after) {
    const microseconds = one.microseconds - (before.get(thread)?.microseconds ?? 0);
    used[one.name === name ? 'named' : 'others'] += microseconds;
  }
  return used;
}
