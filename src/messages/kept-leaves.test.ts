import { expect, it } from 'vitest';
import { KeptLeaves } from './kept-leaves.ts';

/** A set that counts how often it is asked for its size. */
class Watched extends Set<string> {
  static asked = 0;
  override get size(): number {
    Watched.asked += 1;
    return super.size;
  }
}

const leaves = (...names: string[]) => new Set(names);

it('drops the batches that were added first, as many as it must', () => {
  const kept = new KeptLeaves(4);
  kept.set('a', leaves('1'));
  kept.set('b', leaves('2', '3'));
  kept.set('c', leaves('4'));
  expect(kept.has('a')).toBe(true);
  kept.set('d', leaves('5', '6'));
  expect(['a', 'b', 'c', 'd'].filter((key) => kept.has(key))).toEqual(['c', 'd']);
});

it('counts a replaced batch once', () => {
  const kept = new KeptLeaves(4);
  kept.set('a', leaves('1'));
  for (let time = 0; time < 10; time += 1) kept.set('b', leaves('2', '3'));
  kept.set('c', leaves('4'));
  expect(['a', 'b', 'c'].filter((key) => kept.has(key))).toEqual(['a', 'b', 'c']);
});

it('does not keep what exceeds the bound alone, and drops nothing for it', () => {
  const kept = new KeptLeaves(2);
  kept.set('a', leaves('1'));
  kept.set('b', leaves('2', '3', '4'));
  expect(kept.has('a')).toBe(true);
  expect(kept.get('b')).toBeUndefined();
});

it('is bounded in batches without leaves', () => {
  const kept = new KeptLeaves(3);
  for (let batch = 0; batch < 100; batch += 1) kept.set(String(batch), leaves());
  expect(kept.has('96')).toBe(false);
  expect(kept.has('97')).toBe(true);
});

it('looks at no other batch to add one', () => {
  const kept = new KeptLeaves(10_000);
  for (let batch = 0; batch < 10_000; batch += 1) kept.set(String(batch), new Watched(['1']));
  Watched.asked = 0;
  kept.set('more', new Watched(['1']));
  expect(kept.has('0')).toBe(false);
  expect(Watched.asked).toBeLessThan(10);
});
