import type { ErrorPack } from '../../../reading/lexicon/error-words.ts';
import { errorMoney } from './error-money.ts';
import { errorTalk } from './error-talk.ts';

/** Reports of errors, in French. */
export const errors: ErrorPack = {
  terms: { ...errorMoney, ...errorTalk },
  units: 'piastres?|balles',
  numbered: 'cheque|numero',
  counted: 'heures?|jours?|semaines?|mois|ans|fois',
  spacing: [
    // `jai`, `cest`, `mont`: two words.
    [/\bj(?=(?:ai|reconnais|avais)\b)/g, 'j '],
    [/\bc(?=est\b)/g, 'c '],
    [/\bm(?=ont\b)/g, 'm '],
  ],
};
