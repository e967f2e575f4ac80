import { present } from '../../src/kernel/assert.ts';
import type { Random } from '../../src/kernel/random.ts';
import { nextText } from './people.ts';
import type { Person } from './person.ts';

/** Members who write at a steady pace, even while the service is down. */
export interface Load {
  /** Stops it. Resolves with the number of messages once all are delivered. */
  stop(): Promise<number>;
}

/**
 * Each second, this many random members write. Nobody writes while their last message is still
 * being delivered.
 */
export function startLoad(
  people: readonly Person[],
  { random, perSecond }: { readonly random: Random; readonly perSecond: number },
): Load {
  const writing = new Set<Person>();
  const underWay = new Set<Promise<unknown>>();
  let said = 0;
  const write = () => {
    const person = present(people[random.below(people.length)], 'there are people');
    if (writing.has(person)) return;
    writing.add(person);
    said += 1;
    const work = person.say(nextText(person, random)).finally(() => {
      writing.delete(person);
      underWay.delete(work);
    });
    underWay.add(work);
  };
  const timer = setInterval(write, 1_000 / perSecond);
  return {
    stop: async () => {
      clearInterval(timer);
      while (underWay.size > 0) await Promise.all(underWay);
      return said;
    },
  };
}
