import type { LoanTexts, LoanWords } from '../../wording/locale.ts';

/** What is said of a loan, in French. */
export const loanWords: LoanWords = {
  facts: {
    due_date: "l'échéance de votre prêt",
    payment: 'le paiement de votre prêt',
    payoff: 'le montant pour rembourser votre prêt',
    rate: 'le taux de votre prêt',
  },
  payment: (amount) => `paiement de ${amount}`,
  due: (day) => `dû le ${day}`,
  wasDue: (day) => `était dû le ${day}`,
  dueDay: (day) => `dû le ${day} de chaque mois`,
  payoff: (amount, day) => `remboursement complet ${amount} jusqu'au ${day}`,
  rate: (figure) => `${figure} % par an`,
  paid: 'rien à rembourser',
  ask: 'appelez-nous',
};

export const loanTexts: LoanTexts = {
  loan: ['{rows}. Questions ? {phone}.', '{rows}.'],
  'loan.none': [
    "Vous n'avez aucun prêt que nous puissions montrer ici. Questions sur les prêts : appelez le {phone}, {hours}, svp.",
    "Vous n'avez aucun prêt que nous puissions montrer ici. Questions sur les prêts : {phone}.",
  ],
  'loan.owed': [
    "{rows}, {when}. Pour tout rembourser s'ajoutent les intérêts jusqu'au jour du paiement : demandez au {phone}.",
    "{rows}. Pour tout rembourser s'ajoutent les intérêts jusqu'au jour du paiement : demandez au {phone}.",
  ],
  'loan.unknown': [
    'Nous ne voyons pas {fact} ici. Appelez le {phone}, {hours} : nous vous répondrons.',
    'Nous ne voyons pas {fact} ici. Appelez le {phone} : nous vous répondrons.',
  ],
};
