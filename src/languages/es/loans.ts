import type { LoanTexts, LoanWords } from '../../wording/locale.ts';

/** What is said of a loan, in Spanish. */
export const loanWords: LoanWords = {
  facts: {
    due_date: 'la fecha de pago de su préstamo',
    payment: 'el pago de su préstamo',
    payoff: 'el monto para liquidar su préstamo',
    rate: 'la tasa de su préstamo',
  },
  payment: (amount) => `pago de ${amount}`,
  due: (day) => `vence el ${day}`,
  wasDue: (day) => `venció el ${day}`,
  dueDay: (day) => `vence el día ${day} de cada mes`,
  payoff: (amount, day) => `se liquida con ${amount} hasta el ${day}`,
  rate: (figure) => `${figure}% al año`,
  paid: 'no debe nada',
  ask: 'llámenos, por favor',
};

export const loanTexts: LoanTexts = {
  loan: ['{rows}. ¿Preguntas? Llame al {phone}.', '{rows}.'],
  'loan.none': [
    'No tiene ningún préstamo que podamos mostrar aquí. Para preguntas sobre préstamos, llame al {phone}, {hours}, por favor.',
    'No tiene ningún préstamo que podamos mostrar aquí. Para preguntas sobre préstamos, llame al {phone}.',
  ],
  'loan.owed': [
    '{rows}, {when}. Para liquidar se suma el interés hasta el día en que pague. Para ese monto, llame al {phone}.',
    '{rows}. Para liquidar se suma el interés hasta el día en que pague. Para ese monto, llame al {phone}.',
  ],
  'loan.unknown': [
    'Aquí no podemos ver {fact}. Llame al {phone}, {hours}, y se lo decimos.',
    'Aquí no podemos ver {fact}. Llame al {phone} y se lo decimos.',
  ],
};
