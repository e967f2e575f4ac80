import { numberWords } from '../../../kernel/number-words.ts';
import type { NumberWords } from '../../../reading/lexicon/number-words.ts';

/** Figures and numbers in Spanish. */
export const numbers: NumberWords = {
  decimalMark: ',',
  numbers: numberWords.es,
  joins: 'y',
  oneBeforeUnit: 'un',
  oneUnits: 'dolar euro peso',
  money: { dollar: 'dolar dolares', peso: 'peso pesos', euro: 'euro euros' },
};
