import { Bug } from '../kernel/assert.ts';
import type { World } from '../kernel/world.ts';
import { drawReference, type ReferenceLetter } from './references.ts';

const attemptsMax = 50;

/** From this attempt on the number has another digit. */
const crowdedAt = 10;

/**
 * Draws references until one is free.
 * @param insert returns a row if it was free, none if it was taken
 */
export async function insertWithReference(
  letter: ReferenceLetter,
  day: Temporal.PlainDate,
  { random }: Pick<World, 'random'>,
  insert: (reference: string) => Promise<readonly unknown[]>,
): Promise<string> {
  for (let attempt = 0; attempt < attemptsMax; attempt += 1) {
    const reference = drawReference(letter, day, {
      random,
      digits: attempt < crowdedAt ? 4 : 5,
    });
    if ((await insert(reference)).length > 0) return reference;
  }
  throw new Bug('there is a free reference among ninety thousand a day');
}
