import type { SuggestionWords } from '../../../reading/lexicon/suggestion-words.ts';
import { fieldOf } from '../../command-entries.ts';
import { enCommands } from '../commands.ts';

/** What a text that we don't understand nearly meant, in English. */
export const suggestions: SuggestionWords = {
  examples: fieldOf(enCommands, 'suggestion'),
  common: `last t x b h l send put move more next no ok list account accounts com person human code act end cancel quit money help check checks info start info hold pay share yes credit credits debit debits deposit atl confirm okay`,
  vagueMoney: 'money funds cash it balance some',
  timeMarks: 'at on by for until before after',
  overWords: 'over',
  payees: 'to',
  payeesAlone: 'to',
  ownPlaces: 'account accounts acct accts bank card market ira cd fund wallet',
  owners: 'his her their your',
  owned: /\w's$/,
  bills: 'bill bills rent',
  countedHeads: 'hours',
  counters:
    'x few couple several many two three four five six seven eight nine ten twelve business',
  nameFillers: 'a',
  disowned:
    /\b(?:charges?|transactions?|transfers?|payments?|debits?|withdrawals?|purchases?)\b.{0,40} i (?:(?:did ?n'?o?t|did not|never) (?:make|made|do|did|authori[sz]ed?|approved?)|(?:don'?t|do not|didn'?t|did not) (?:recogni[sz]e|remember|recall))\b(?!.*\b(?:on time|yet)\b)/,
  closing: 'clos(?:e|ing)|delet(?:e|ing)|terminate|remove',
  closed: 'accounts?|membership',
  changing: /^(?:updat|chang|edit|modif|correct|personal)/,
};
