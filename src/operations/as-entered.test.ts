import { expect, it } from 'vitest';
import { normalSecret } from '../access/tokens.ts';
import { isPhoneWord, tidied } from '../enrollment/words.ts';
import { asEntered } from './as-entered.ts';

it.each([
  ['number', '\u202d(314) 555-0123\u202c', '(314) 555-0123'],
  ['word', '１２３４５６７８', '12345678'],
  ['word', '١٢٣٤\u00a0٥٦٧٨', '1234 5678'],
  ['code', '\ufeff१२३४५६', '123456'],
  ['amount', '１２３．５０', '123.50'],
  ['amount', '١٢٣٫٥٠', '123.50'],
  ['amount', '\u200e$50', '$50'],
  ['memberNumber', '１０\u200b０１', '1001'],
  ['handle', '＠ａda', '@ada'],
  ['from', '2026‑11‑28', '2026-11-28'],
  ['suffix', '\u2066S01\u2069', 'S01'],
  ['nickname', '\u202eVacaciones año', 'Vacaciones año'],
  ['nickname', '👩\u200d👩\u200d👧 ①', '👩\u200d👩\u200d👧 ①'],
  ['text', '#bal\u200b 7', '#bal 7'],
  ['password', 'pass\u200bword①\u202d ', 'pass\u200bword①\u202d '],
])('%s %j is %j', (name, typed, entered) => {
  expect(asEntered(name, typed)).toBe(entered);
  expect(asEntered(name, entered)).toBe(entered);
});

it('accepts codes with spaces, dots, dashes, small letters and look-alikes', () => {
  for (const typed of [
    'k7qf-2xwp-9abl',
    'K7QF 2XWP 9ABI',
    'k7qf.2xwp.9ab1',
    '\u202dК7QF–2ХWР–9АВL\u202c',
  ])
    expect(normalSecret(typed)).toBe('K7QF2XWP9ABL');
  for (const typed of ['1234 5670', '１２３４-５６７０', 'l234.567O', '١٢٣٤٥٦٧٠']) {
    expect(tidied(typed)).toBe('12345670');
    expect(isPhoneWord(typed)).toBe(true);
  }
});
