import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { guessLabels } from '../../kernel/vocabulary/guess.ts';
import { exponential } from './exponential.ts';
import { createFeatures } from './features.ts';
import { createScore, decodeModel, encodeModel, type Model } from './model.ts';

const committed = readFileSync(new URL('../../languages/shared/guess.bin', import.meta.url));

describe('the model', () => {
  it('is small, and knows every label', () => {
    expect(committed.length).toBeLessThanOrEqual(320_000);
    expect(decodeModel(committed).labels).toEqual(guessLabels);
  });

  it('is the same after it is read and written', () => {
    expect(Buffer.from(encodeModel(decodeModel(committed))).equals(committed)).toBe(true);
    expect(() => decodeModel(committed.subarray(0, -1))).toThrow('a weight for each row and label');
  });

  it('gives chances that add up to one, and the same ones each time', () => {
    const score = createScore(decodeModel(committed));
    for (const text of ['', 'what is my balance', 'x'.repeat(2_000), 'ou en est ma paie', '12 7']) {
      const chances = [...score(text)];
      expect(chances.reduce((sum, chance) => sum + chance, 0)).toBeCloseTo(1, 9);
      expect([...score(text)]).toEqual(chances);
    }
  });

  it('sums the weights of a text for each label', () => {
    const rows = 64;
    const weights = new Int8Array(rows * 2);
    const { rows: found, count } = createFeatures(rows)('balance');
    for (const row of found.subarray(0, count)) weights[row * 2] = 100;
    const model: Model = { labels: ['a', 'b'], rows, scale: 0.1, weights };
    const [a = 0, b = 0] = createScore(model)('balance');
    expect(a).toBeGreaterThan(0.99);
    expect(a + b).toBeCloseTo(1, 12);
  });
});

describe('features', () => {
  const of = (text: string) => {
    const { rows, count } = createFeatures(1 << 20)(text);
    return [...rows.subarray(0, count)];
  };

  it('are the same for every figure, and for what separates words', () => {
    expect(of('deposit of $1,250.00')).toEqual(of('deposit of $7,000.99'));
    expect(of('hist 7')).toEqual(of('hist 12345'));
    expect(of('what s  my balance??')).toEqual(of("what's my, balance"));
  });

  it('differ by word order and by letters', () => {
    expect(of('savings to checking')).not.toEqual(of('checking to savings'));
    expect(of('balance')).not.toEqual(of('balence'));
  });

  it('share most rows between a word and its typo', () => {
    const typo = new Set(of('transactoins'));
    const shared = of('transactions').filter((row) => typo.has(row));
    expect(shared.length).toBeGreaterThan(10);
  });
});

it('the exponential function is exact enough', () => {
  for (let x = 0; x > -40; x -= 0.37)
    expect(Math.abs(exponential(x) / Math.exp(x) - 1)).toBeLessThan(1e-9);
  expect(exponential(-1_000)).toBe(0);
  expect(exponential(0)).toBe(1);
});
