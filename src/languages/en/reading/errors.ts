import type { ErrorPack } from '../../../reading/lexicon/error-words.ts';
import { errorMoney } from './error-money.ts';
import { errorTalk } from './error-talk.ts';

/** Reports of errors, in English. */
export const errors: ErrorPack = {
  terms: { ...errorMoney, ...errorTalk },
  units: 'dollars?|bucks?|usd',
  numbered: 'check|cheque|chk|suffix|no|number|share',
  counted:
    'am|pm|a\\.m|p\\.m|min|mins|minutes?|h|hrs?|hours?|days?|weeks?|months?|years?|times?|x|percent|people|miles?',
  typing: [
    // `didn't` and `wasn't` as one word, as people type them.
    [/n't\b/g, 'nt'],
    [/'(?=(?:s|ve|m|re|d|ll)\b)/g, ''],
  ],
  moneyWord: 'money',
};
