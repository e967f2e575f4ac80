import type { FreeRuleWords } from '../../../reading/lexicon/free-rules.ts';
import { people } from './people.ts';
import { service } from './service.ts';
import { stop } from './stops.ts';

/** Free wording that goes to people, opts out, locks or asks for help, in Spanish. */
export const freeRules: FreeRuleWords = {
  people,
  stop,
  service,
  asksHowSaid: /\bcomo (?:se dice|digo|puedo decir)\b/,
  cancelsTransfer:
    /^(?:(?:por favor |quiero |necesito )*(?:cancel(?:ar|a|e|en)|det(?:ener|enga)|anul(?:ar|a|e)|parar?|pare) (?:la|mi|esta|esa) transferencia(?: por favor| gracias)*)$/,
  wholes: 'cuenta,cuentas,total',
};
