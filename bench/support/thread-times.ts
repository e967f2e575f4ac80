import { readdirSync, readFileSync } from 'node:fs';

/** The CPU time of each thread of a process, in microseconds, by the thread's id. Linux only. */
export function threadTimes(
  pid: number,
): ReadonlyMap<string, { readonly name: string; readonly microseconds: number }> {
  const folder = `/proc/${pid}/task`;
  return new Map(
    readdirSync(folder).flatMap((thread) => {
      try {
        const name = readFileSync(`${folder}/${thread}/comm`, 'utf8').trim();
        const [nanoseconds = '0'] = readFileSync(`${folder}/${thread}/schedstat`, 'utf8').split(
          ' ',
        );
        return [[thread, { name, microseconds: Number(nanoseconds) / 1_000 }] as const];
      } catch {
        // The thread has ended meanwhile.
        return [];
      }
    }),
  );
}

/** What threads used between two readings: those of one name, and all others. */
export function usedBetween(
  before: ReturnType<typeof threadTimes>,
  after: ReturnType<typeof threadTimes>,
  name: string,
): { readonly named: number; readonly others: number } {
  const used = { named: 0, others: 0 };
  for (const [thread, one] of after) {
    const microseconds = one.microseconds - (before.get(thread)?.microseconds ?? 0);
    used[one.name === name ? 'named' : 'others'] += microseconds;
  }
  return used;
}
