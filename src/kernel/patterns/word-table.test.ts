import { expect, test } from 'vitest';
import { createWordTable, hashIn, type WordTable } from './word-table.ts';

/** Words of one to eight letters, some of them beyond Latin: each stands once. */
const many = Array.from({ length: 6_000 }, (_, index) => {
  const word = (index * 7_919 + 11).toString(36);
  return index % 5 === 0 ? `${word}ñ` : word;
});

function keep(table: WordTable, word: string, value: number, hash = hashIn(word, 0, word.length)) {
  return table.keep(word, 0, word.length, hash, value);
}

function find(table: WordTable, word: string, hash = hashIn(word, 0, word.length)): number {
  return table.find(`a ${word} b`, 2, 2 + word.length, hash);
}

test('finds each of many words where a text has it, however much the table has grown', () => {
  const table = createWordTable();
  expect(new Set(many).size).toBe(many.length);
  for (const [value, word] of many.entries()) expect(keep(table, word, value)).toBe(true);
  expect(many.map((word) => find(table, word))).toEqual(many.map((_, value) => value));
});

test('tells words apart that have one hash', () => {
  const table = createWordTable();
  const alike = ['a', 'ab', 'ac', 'abc', 'abd', 'ab\u0000', 'Ab'];
  for (const [value, word] of alike.entries()) keep(table, word, value, 42);
  expect(alike.map((word) => find(table, word, 42))).toEqual(alike.map((_, value) => value));
  expect(find(table, 'abe', 42)).toBe(-1);
  expect(find(table, 'b', 42)).toBe(-1);
});

test('keeps no more than some words of one hash, and finds the others all the same', () => {
  const table = createWordTable();
  const kept = many.slice(0, 100).filter((word, value) => keep(table, word, value, 7));
  expect(kept.length).toBeLessThan(100);
  for (const [value, word] of many.slice(100, 2_000).entries()) keep(table, word, value);
  expect(find(table, many[150] ?? '')).toBe(50);
  expect(find(table, kept[0] ?? '', 7)).toBe(0);
});

test('finds nothing after it has forgotten all words, and keeps new ones', () => {
  const table = createWordTable();
  for (const [value, word] of many.entries()) keep(table, word, value);
  table.clear();
  expect(many.every((word) => find(table, word) === -1)).toBe(true);
  keep(table, 'balance', 3);
  expect(find(table, 'balance')).toBe(3);
});

test('keeps no word that is as long as a link', () => {
  const table = createWordTable();
  expect(keep(table, 'x'.repeat(41), 1)).toBe(false);
  expect(keep(table, 'x'.repeat(40), 1)).toBe(true);
  expect(find(table, 'x'.repeat(41))).toBe(-1);
});
