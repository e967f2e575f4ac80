import type { BusinessDaysWords } from '../../site-texts.ts';

/** The sentence of the disclosures that names the business days. */
export const businessDays: BusinessDaysWords = {
  range: (first, last) => `Our business days are ${first} to ${last}`,
  list: (days) => `Our business days are ${days}`,
  article: '',
  all: 'Every day of the week is a business day',
  without: ', without federal holidays',
  included: ', including federal holidays',
};
