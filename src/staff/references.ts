import type { Random } from '../kernel/random.ts';

/** A dispute, a task, an approval. */
export type ReferenceLetter = 'D' | 'T' | 'A';

/**
 * Draws a reference that people can read aloud: a letter, month and day, four digits,
 * `D-1123-4821`; five on a crowded day. It never has six characters in a row, so nobody takes it
 * for a code.
 */
export function drawReference(
  letter: ReferenceLetter,
  day: Temporal.PlainDate,
  { random, digits }: { random: Random; digits: 4 | 5 },
): string {
  const two = (value: number) => String(value).padStart(2, '0');
  const least = digits === 4 ? 1_000 : 10_000;
  return `${letter}-${two(day.month)}${two(day.day)}-${least + random.below(9 * least)}`;
}
