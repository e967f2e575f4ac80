import type { Random } from '../kernel/random.ts';

/**
 * A reference that people read to each other: a letter, month and day, four digits, `D-1123-4821`. Never six characters in
 * a row, so nobody takes it for a code.
 */
export function drawReference(letter: 'D' | 'T', day: Temporal.PlainDate, random: Random): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${letter}-${two(day.month)}${two(day.day)}-${1000 + random.below(9000)}`;
}
