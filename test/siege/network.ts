import { setTimeout as pause } from 'node:timers/promises';
import { present } from '../../src/kernel/assert.ts';
import type { Random } from '../../src/kernel/random.ts';

/**
 * The network between carriers and service, with a load balancer that repeats each delivery one to
 * five times.
 */
export interface Network {
  readonly fetch: typeof fetch;
  /** Resolves when no delivery is in flight. */
  settled(): Promise<void>;
}

const copiesMax = 5;
const againMilliseconds = 250;

/**
 * Sends all copies of a delivery at once to random processes, and repeats each copy until one
 * accepts it. The carrier gets the first 200.
 * @param urls the processes
 */
export function createNetwork(urls: () => readonly string[], random: Random): Network {
  const underWay = new Set<Promise<unknown>>();
  const once = async (path: string, init: RequestInit): Promise<Response | undefined> => {
    const all = urls();
    const base = present(all[random.below(all.length)], 'there is a process');
    return fetch(`${base}${path}`, { ...init, signal: AbortSignal.timeout(20_000) }).then(
      async (response) => {
        const body = await response.arrayBuffer();
        const { status, headers } = response;
        return status >= 500 ? undefined : new Response(body, { status, headers });
      },
      () => undefined,
    );
  };
  const untilTaken = async (path: string, init: RequestInit): Promise<Response> => {
    for (;;) {
      const answer = await once(path, init);
      if (answer) return answer;
      await pause(againMilliseconds);
    }
  };
  const follow = async <Result>(work: Promise<Result>): Promise<Result> => {
    underWay.add(work);
    return work.finally(() => underWay.delete(work));
  };
  return {
    fetch: async (input, init) => {
      const { pathname, search } = new URL(input instanceof Request ? input.url : input);
      const { signal: _, ...rest } = init ?? {};
      const path = `${pathname}${search}`;
      const copies = rest.method === 'POST' ? 1 + random.below(copiesMax) : 1;
      const all = Array.from({ length: copies }, async () => follow(untilTaken(path, rest)));
      return Promise.any(all);
    },
    settled: async () => {
      while (underWay.size > 0) await Promise.allSettled(underWay);
    },
  };
}
