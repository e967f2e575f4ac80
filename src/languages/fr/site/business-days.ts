import type { BusinessDaysWords } from '../../site-texts.ts';

/** La phrase qui nomme les jours ouvrables. */
export const businessDays: BusinessDaysWords = {
  range: (first, last) => `Nos jours ouvrables vont du ${first} au ${last}`,
  list: (days) => `Nos jours ouvrables sont ${days}`,
  article: 'le ',
  all: 'Tous les jours de la semaine sont ouvrables',
  without: ', hors jours fériés fédéraux',
  included: ', jours fériés fédéraux compris',
};
