import type { GuessedTexts } from '../../wording/locale.ts';

/** How answers to guesses, and questions about them, sound in English. */
export const enGuessed: GuessedTexts = {
  texts: {
    'choose.meant': [
      'Did you mean: {options}? Reply {one_of}. Nothing was done yet. HELP: what you can do.',
    ],
    ask: [
      '{command}? Send {suggestion}. We were not sure what you meant, so nothing was done. HELP: what you can do.',
      '{command}? Send {suggestion}. HELP: what you can do.',
    ],
  },
  readAs: {
    balance: 'Your balance:',
    history: 'Your transactions:',
    deposits: 'Your deposits:',
    withdrawals: 'Your withdrawals:',
    checks: 'Your checks:',
    holds: 'Your holds:',
    limits: 'Your limits:',
  },
  notMeant: 'Not what you meant? HELP',
};
