import type { FreeRuleWords } from '../../../reading/lexicon/free-rules.ts';
import { people } from './people.ts';
import { service } from './service.ts';
import { stop } from './stops.ts';

/** Free wording that goes to people, opts out, locks or asks for help, in English. */
export const freeRules: FreeRuleWords = {
  people,
  stop,
  service,
  asksHowSaid: /\bhow (?:do|does|can|could|would|should|might) (?:i|you|we|they|one|people) say\b/,
  cancelsTransfer:
    /^(?:(?:please |pls |can you |could you |i want to |i need to |i'?d like to |i would like to )*(?:cancel|stop|void|abort) (?:(?:the|my|that|this|pending) )*transfer(?: please| pls| now| thanks| thank you)*)$/,
  wholes: 'account,accounts,my account,my accounts,bank,the bank,bank account,total,there,it',
};
