import { numberWords } from '../../../kernel/number-words.ts';
import type { NumberWords } from '../../../reading/lexicon/number-words.ts';

/** Figures and numbers in English. */
export const numbers: NumberWords = {
  decimalMark: '.',
  numbers: numberWords.en,
  joins: 'and',
  oneBeforeScale: 'one a',
  scales: 'hundred thousand',
  oneBeforeUnit: 'a an one',
  oneUnits: 'dollar buck euro peso',
  money: { dollar: 'dollar dollars buck bucks', peso: 'peso pesos', euro: 'euro euros' },
};
