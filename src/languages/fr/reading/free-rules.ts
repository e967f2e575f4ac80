import type { FreeRuleWords } from '../../../reading/lexicon/free-rules.ts';
import { people } from './people.ts';
import { service } from './service.ts';
import { stop } from './stops.ts';

/** Free wording that goes to people, opts out, locks or asks for help, in French. */
export const freeRules: FreeRuleWords = {
  people,
  stop,
  service,
  asksHowSaid: /\bcomment (?:dit[- ]on|on dit|dire)\b/,
  cancelsTransfer:
    /^(?:(?:svp |je veux |je voudrais |veuillez )*(?:annule[rz]?|arrete[rz]?|bloque[rz]?) (?:le|mon|ce) virement(?: svp| s'il vous plait| merci)*)$/,
  wholes: 'compte,comptes,total',
};
