import type { ErrorPack } from '../../../reading/lexicon/error-words.ts';
import { errorMoney } from './error-money.ts';
import { errorTalk } from './error-talk.ts';

/** Reports of errors, in Spanish. */
export const errors: ErrorPack = {
  terms: { ...errorMoney, ...errorTalk },
  units: 'dolares|dolar|pesos',
  numbered: 'cheque|no|numero',
  counted: 'minutos?|horas?|dias?|semanas?|mes|meses|anos?|veces|vezes',
};
