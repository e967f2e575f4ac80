/** What a member may ask about a loan. The books have the facts, or a text names the telephone. */
export const loanQuestions = ['due_date', 'payment', 'payoff', 'rate'] as const;

export type LoanQuestion = (typeof loanQuestions)[number];
