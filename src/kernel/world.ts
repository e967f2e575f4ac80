import type { Clock } from './clock.ts';
import { systemClock } from './clock.ts';
import { createIds, type Ids } from './ids.ts';
import type { Random } from './random.ts';
import { systemRandom } from './random.ts';

/** Everything from outside that a decision may use. One seed and one clock replay a whole day. */
export interface World {
  readonly clock: Clock;
  readonly random: Random;
  readonly ids: Ids;
}

/** @param parts replacements for the machine's clock and randomness */
export function createWorld(parts: { clock?: Clock; random?: Random } = {}): World {
  const clock = parts.clock ?? systemClock;
  const random = parts.random ?? systemRandom;
  return { clock, random, ids: createIds(clock, random) };
}
