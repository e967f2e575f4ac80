import type { LanguageNames, SurroundingWords } from '../../../reading/lexicon/people-words.ts';

/** What phones and programs put around a text, in French. */
export const surroundings: SurroundingWords = {
  sent: 'envoye',
  sentFrom: 'de depuis avec via',
  my: 'mon ma',
  devices: 'telephone|portable|cellulaire|appareil',
  lines: 'telecharge[rz] outlook pour',
};

/** How people ask for French. */
export const names: LanguageNames = {
  called: 'french|francais|frances',
  ask: 'français',
  before:
    "svp|s'il vous plait|bonjour|je veux|je voudrais|je prefere|pouvez[- ]vous|changer|changez|mettre|mettez|ma|langue|parler|parlez|ecrire|ecrivez|ecrivez[- ]moi|messages|me|en|a|l'|de|vous",
  after: "svp|s'il vous plait|merci|maintenant",
  glued: "l'",
};
