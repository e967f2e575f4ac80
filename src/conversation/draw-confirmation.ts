import type { Random } from '../kernel/random.ts';

const least = 1000;
const most = 9999;

/**
 * Draws the four digits that a member repeats to confirm.
 * @param replaced numbers of the pending question and those before it: a new question never reuses one, so that an answer to an old
 *   question can't confirm the new one
 */
export function drawConfirmation(random: Random, replaced: readonly string[]): string {
  const taken = [...new Set(replaced.map(Number))].sort((a, b) => a - b);
  let drawn = least + random.below(most - least + 1 - taken.length);
  for (const number of taken) if (drawn >= number) drawn += 1;
  return String(drawn);
}
