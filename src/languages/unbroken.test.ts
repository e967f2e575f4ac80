import { expect, it } from 'vitest';
import { unbroken } from './unbroken.ts';

const shown = (text: string) => unbroken(text).replaceAll('\u00a0', '_');

it.each([
  [
    'courant 7 : 4 544,77 $ ; épargne 0 : 11 289,23 $',
    'courant 7_: 4_544,77_$_; épargne 0_: 11_289,23_$',
  ],
  ['Pas vous ? Envoyez BLOQUER !', 'Pas vous_? Envoyez BLOQUER_!'],
  ['1 234 567,00 $ à 14 h 06', '1_234_567,00_$ à 14 h 06'],
])('keeps a French amount and its punctuation on one line: %s', (text, whole) => {
  expect(shown(text)).toBe(whole);
});

it.each([
  'Checking 7 $1,581.97; Savings 0 $13,671.41',
  'Send #trans 50 7 0, or call 314-555-0142.',
  '¿Sí? #saldo 7',
])('leaves other texts as they are: %s', (text) => {
  expect(unbroken(text)).toBe(text);
});
