import type { ArgumentWords } from '../../../reading/lexicon/argument-words.ts';

/** Shares, amounts and the words between them, in French. */
export const argumentWords: ArgumentWords = {
  kinds: {
    checking: 'courant',
    savings: 'epargne',
    certificate: 'certificat',
    loan: 'pret',
    all: 'tout tous toutes',
  },
  fillers: 'de du des la le les mon ma mes sur en dans compte svp au',
  from: 'de du depuis',
  to: 'a vers au sur dans en',
  between: 'entre',
  and: 'et',
  howMuch: 'tout toute tous moitie reste',
  thanks: 'svp stp merci',
  courtesies: 'bonjour salut svp stp bonsoir',
  units: 'euro euros',
  silent: "mon ma mes le la les compte svp s'il vous plait un une montant somme suffixe",
  forAmount: 'de pour',
  of: 'de du',
  elisions: 'l d',
  fromElisions: 'd',
};
