import type { Random } from '../kernel/random.ts';

const least = 1000;
const most = 9999;

/**
 * The four digits that a member repeats to confirm.
 * @param replaced of the question that waits now and of those before it: another question never has the same, so that an answer to an
 * old one can't confirm the new one
 */
export function drawConfirmation(random: Random, replaced: readonly string[]): string {
  const taken = [...new Set(replaced.map(Number))].sort((a, b) => a - b);
  let drawn = least + random.below(most - least + 1 - taken.length);
  for (const number of taken) if (drawn >= number) drawn += 1;
  return String(drawn);
}
