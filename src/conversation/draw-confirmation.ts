import type { Random } from '../kernel/random.ts';

const least = 1000;
const most = 9999;

/**
 * The four digits that a member repeats to confirm.
 * @param replaced of the question that waits now: another question never has the same, so that an answer to the old one can't confirm
 * the new one
 */
export function drawConfirmation(random: Random, replaced: string | undefined): string {
  const count = most - least + 1;
  if (replaced === undefined) return String(least + random.below(count));
  const drawn = least + random.below(count - 1);
  return String(drawn < Number(replaced) ? drawn : drawn + 1);
}
