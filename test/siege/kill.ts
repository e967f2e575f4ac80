import { setTimeout as pause } from 'node:timers/promises';
import { present } from '../../src/kernel/assert.ts';
import type { Random } from '../../src/kernel/random.ts';
import type { PostgresServer } from '../support/postgres-server.ts';
import type { Outage } from './latency.ts';
import type { SiegeOptions } from './options.ts';
import type { ServiceProcess } from './process.ts';

/** A server, or a cluster that looks like one. `restart` resolves when it takes writes again. */
export type SiegedServer = Pick<PostgresServer, 'url' | 'stop' | 'crash' | 'restart'>;

/** How many of each we killed. */
export interface Kills {
  readonly service: number;
  readonly server: number;
}

/**
 * Kills a process of the service, or PostgreSQL with all its backends, by SIGKILL, and waits a
 * while. Repeats as asked.
 * @param siege `outages` collects the times in which PostgreSQL did not answer
 */
export async function killAll(siege: {
  readonly options: SiegeOptions;
  readonly random: Random;
  readonly processes: readonly ServiceProcess[];
  readonly server: SiegedServer;
  readonly outages: Outage[];
  readonly tell: (sentence: string) => void;
}): Promise<Kills> {
  const { options, random, processes, server, outages, tell } = siege;
  const [shortest, longest] = options.pause;
  const deadline = performance.now() + options.minutesMax * 60_000;
  const kills = { service: 0, server: 0 };
  while (kills.service + kills.server < options.kills && performance.now() < deadline) {
    await pause(shortest + random.below(longest - shortest));
    if (
      (kills.service + kills.server) % options.serverEvery ===
      Math.min(2, options.serverEvery - 1)
    ) {
      const from = Temporal.Now.instant();
      await server.crash();
      await server.restart();
      outages.push({ from, until: Temporal.Now.instant() });
      kills.server += 1;
    } else {
      present(processes[random.below(processes.length)], 'there is a process').kill();
      kills.service += 1;
    }
    const count = kills.service + kills.server;
    if (count % 10 === 0) tell(`${count} of ${options.kills} kills`);
  }
  // The last recovery is part of the siege.
  await pause(longest);
  return kills;
}
