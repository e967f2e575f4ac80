import type { LoanTexts, LoanWords } from '../../wording/locale.ts';

/** What is said of a loan, in English. */
export const loanWords: LoanWords = {
  facts: {
    due_date: "your loan's due date",
    payment: "your loan's payment",
    payoff: "your loan's payoff",
    rate: "your loan's rate",
  },
  payment: (amount) => `payment ${amount}`,
  due: (day) => `due ${day}`,
  wasDue: (day) => `was due ${day}`,
  dueDay: (day) => `due on day ${day} of each month`,
  payoff: (amount, day) => `payoff ${amount} through ${day}`,
  rate: (figure) => `${figure}% a year`,
  paid: 'nothing owed',
  ask: 'please call us',
};

export const loanTexts: LoanTexts = {
  loan: ['{rows}. Questions? Call {phone}.', '{rows}.'],
  'loan.none': [
    'You have no loan that we can show here. Call {phone}, {hours}, with any questions about loans.',
    'You have no loan that we can show here. Call {phone} with any questions about loans.',
  ],
  'loan.owed': [
    '{rows}, {when}. A payoff adds interest up to the day you pay. For that figure, call {phone}.',
    '{rows}. A payoff adds interest up to the day you pay. For that figure, call {phone}.',
  ],
  'loan.unknown': [
    "We can't see {fact} here. Please call {phone}, {hours}, and we will tell you.",
    "We can't see {fact} here. Please call {phone}, and we will tell you.",
  ],
};
