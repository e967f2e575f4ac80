import { expect, it } from 'vitest';
import { daysInWords } from './print-cases.ts';

it.each([
  ['12345-less-federal-holidays', 'Mon Tue Wed Thu Fri, without Federal holidays'],
  ['123456', 'Mon Tue Wed Thu Fri Sat'],
  [
    '12345-less-federal-holidays, 123456, open 2026-11-28',
    'Mon Tue Wed Thu Fri, without Federal holidays, Mon Tue Wed Thu Fri Sat, open 2026-11-28',
  ],
])('puts business days in words: %s', (names, words) => {
  expect(daysInWords(names)).toBe(words);
});
