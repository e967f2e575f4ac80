import { numberWords } from '../../../kernel/number-words.ts';
import type { NumberWords } from '../../../reading/lexicon/number-words.ts';

/** Figures and numbers in French. */
export const numbers: NumberWords = {
  decimalMark: ',',
  numbers: numberWords.fr,
  joins: 'et',
  oneBeforeUnit: 'un une',
  oneUnits: 'dollar euro peso',
  money: { dollar: 'dollar dollars', peso: 'peso pesos', euro: 'euro euros' },
};
