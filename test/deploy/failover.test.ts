import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { runSiege } from '../siege/run.ts';
import { missingForCluster } from '../support/cluster.ts';
import { sampled } from '../support/sampled.ts';

/** The files of deploy/patroni with real programs, while members write. It takes minutes: `npm run test:slow` runs it. */
const missing = missingForCluster();
const kills = sampled({ all: 2, sample: 0 });
if (missing.length > 0)
  console.warn(`Skipped: the failover drill needs ${missing.join(', ')} on this machine`);

it.skipIf(missing.length > 0 || kills === 0)(
  'answers each message once when the primary is lost, and again when the other is',
  { timeout: 900_000 },
  async () => {
    const said: string[] = [];
    const result = await runSiege(
      {
        kills,
        seed: 'failover',
        messagesPerSecond: 5,
        people: 20,
        pause: [4_000, 6_000],
        minutesMax: 10,
        serverEvery: 1,
        isCluster: true,
      },
      fileURLToPath(new URL('../..', import.meta.url)),
      (sentence) => said.push(sentence),
    );
    expect(result.problems, said.join('\n')).toEqual([]);
    expect(result.kills).toEqual({ service: 0, server: kills });
    expect(result.messages).toBeGreaterThan(100);
  },
);
