import type { ArgumentWords } from '../../../reading/lexicon/argument-words.ts';

/** Words of arguments that belong to no one language. */
export const argumentWords: ArgumentWords = {
  kinds: {
    checking: 'chk chck ck cheques dda',
    savings: 'sav savs sv svg',
    certificate: 'cert',
  },
  kindStarts: 'savi savin che chec check checki checkin',
  fillers: 'number no nr',
  units: 'usd eur cad mxn gbp',
  numberMarks: 'n num',
};
