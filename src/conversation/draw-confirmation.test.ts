import { expect, it } from 'vitest';
import { seededRandom } from '../kernel/random.ts';
import { drawConfirmation } from './draw-confirmation.ts';

/** A random source that draws the given number. */
const drawing = (drawn: number) => ({ ...seededRandom('confirmation'), below: () => drawn });

it('has four digits, and never repeats the one that it replaces', () => {
  expect(drawConfirmation(drawing(0), [])).toBe('1000');
  expect(drawConfirmation(drawing(8_999), [])).toBe('9999');
  for (const replaced of ['1000', '4821', '9999']) {
    const drawn = Array.from({ length: 8_999 }, (_, at) =>
      drawConfirmation(drawing(at), [replaced]),
    );
    expect(new Set(drawn).size).toBe(8_999);
    expect(drawn).not.toContain(replaced);
    expect(drawn.every((one) => /^[1-9]\d{3}$/.test(one))).toBe(true);
  }
});

it('repeats none of several that it replaces', () => {
  const replaced = ['9999', '1000', '1001', '4821', '1000'];
  const drawn = Array.from({ length: 8_996 }, (_, at) => drawConfirmation(drawing(at), replaced));
  expect(new Set(drawn).size).toBe(8_996);
  expect(drawn.filter((one) => replaced.includes(one))).toEqual([]);
  expect(drawn.every((one) => /^[1-9]\d{3}$/.test(one))).toBe(true);
});

it('is uniformly distributed', () => {
  const random = seededRandom('even');
  const drawn = Array.from({ length: 2_000 }, () => Number(drawConfirmation(random, ['5000'])));
  const mean = drawn.reduce((sum, one) => sum + one, 0) / drawn.length;
  expect(Math.abs(mean - 5_500)).toBeLessThan(200);
});
