import type { BusinessDaysWords } from '../../site-texts.ts';

/** La frase que nombra los días hábiles. */
export const businessDays: BusinessDaysWords = {
  range: (first, last) => `Nuestros días hábiles son de ${first} a ${last}`,
  list: (days) => `Nuestros días hábiles son ${days}`,
  article: 'el ',
  all: 'Todos los días de la semana son hábiles',
  without: ', sin los feriados federales',
  included: ', incluidos los feriados federales',
};
