import type { QuestionWords } from '../../../reading/lexicon/question-words.ts';
import { frame, topics } from './topics.ts';

/** Questions in free wording, in English. */
export const questions: QuestionWords = {
  topics,
  ...frame,
  all: 'all',
  ownWholes: 'in on of all both my our the bank',
  inWords: 'in on',
  prepositions: 'on in of for from at',
  mine: 'i my mine we our',
  money: `money funds cash dollar dollars bucks account accounts acct accts balance checking savings bank owe spend spent
    total spending`,
  amounts: 'much left remaining',
  looking: 'check',
  spending: 'spend spent',
  belongs: 'my the our',
  places: `bank banks app phone card cards tax taxes rent bills bill total visa mastercard debit credit cash atm wallet pocket purse paper mind hand time line online
    january february march april may june july august september october november december monday tuesday wednesday thursday
    friday saturday sunday week weekend month months year years day days today yesterday tomorrow morning night past future
    general particular case fact order america europe canada mexico usa dollars dollar euros euro pounds pesos usd eur gbp`,
  neverNames: 'share draft saving check chec che',
  savingHeads: 'saving',
  savingTails: 'account accounts acct balance s',
  counts: 'two three four five six seven eight nine ten',
  otherwise: [
    { intent: 'deposits', pattern: /\b(?:i|we|to|you|they) (?:direct(?:ly)? )?deposit\b/ },
    {
      intent: 'holds',
      pattern:
        /^(?:(?:please|pls|can you|could you|would you|i (?:want|need|would like) (?:you )?to|i'd like (?:you )?to) )*(?:put|place) |\b(?:want|need|like) (?:a|my) .*\bhold\b/,
    },
    // `left to do`: time or work, not money.
    { intent: 'balance', pattern: /\bto do\b|\bleft to (?!spend|use|pay|withdraw|live)/ },
    // Limits of loans and cards are not ours.
    { intent: 'limits', pattern: /\bcredit(?! union)|\bspending\b/ },
    { intent: 'history', pattern: /^(?:hi |hello |hey )?i(?:'ve| have| just)? made an? / },
  ],
};
