import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { guessLabels } from '../../src/kernel/vocabulary/guess.ts';
import { languages } from '../../src/kernel/vocabulary/language.ts';
import { seededRandom } from '../../src/kernel/random.ts';
import { encodeModel } from '../../src/reading/guess/model.ts';
import { expand } from './expand.ts';
import { disturbed, habitsOf } from './noise.ts';
import { quantized } from './quantized.ts';
import { readSentences } from './sentences.ts';
import { train } from './train.ts';

describe('the sentences', () => {
  it.each(languages)('are there for every label in %s, with all slots', (language) => {
    const { templates, slots } = readSentences(language);
    const random = seededRandom(language);
    for (const label of guessLabels) {
      const made = expand(templates.get(label) ?? [], { slots, perLine: 40, random });
      expect([label, made.length > 100]).toEqual([label, true]);
    }
  });
});

describe('noise', () => {
  it('shortens, leaves out, mistypes and leads in, the same way for the same seed', () => {
    const { slots, short } = readSentences('en');
    const habits = habitsOf(slots, short);
    const made = (seed: number) => {
      const random = seededRandom(seed);
      return Array.from({ length: 200 }, () =>
        disturbed('what is your balance today', habits, random),
      );
    };
    expect(made(1)).toEqual(made(1));
    expect(made(1)).not.toEqual(made(2));
    expect(new Set(made(1)).size).toBeGreaterThan(50);
  });
});

it('weights are rounded to whole numbers, and the greatest few are cut', () => {
  const { weights, scale } = quantized(Float32Array.from([0, 0.5, -1, 1]));
  expect([...weights]).toEqual([0, 64, -127, 127]);
  expect(scale).toBeCloseTo(1 / 127, 12);
});

/** The same sentences give the same weights, so the same text keeps its reading. If this fails, run `npm run train`. */
it('training gives the committed weights, byte by byte', { timeout: 600_000 }, () => {
  const committed = readFileSync(new URL('../../src/languages/shared/guess.bin', import.meta.url));
  expect(Buffer.from(encodeModel(train())).equals(committed)).toBe(true);
});
