import type { ArgumentWords } from '../../../reading/lexicon/argument-words.ts';

/** Shares, amounts and the words between them, in English. */
export const argumentWords: ArgumentWords = {
  kinds: {
    checking: 'checking checkings chequing draft',
    savings: 'saving savings share',
    certificate: 'certificate',
    loan: 'loan',
    all: 'all',
  },
  kindsAreShared: true,
  fillers: 'of on for in my the our account acct a an to at is please pls now and today',
  from: 'from',
  to: 'to into onto in',
  between: 'between',
  and: 'and',
  howMuch: 'all everything half rest remainder max maximum',
  thanks: 'please pls plz thx thanks',
  courtesies: 'please pls plz hi hello hey kindly',
  units: 'dollars dollar bucks buck euros euro pesos',
  fromPairs: 'out-of',
  silent:
    'my the account acct please pls now of and share today over it an suffix sum amount total',
  forAmount: 'for of',
};
