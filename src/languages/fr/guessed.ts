import type { GuessedTexts } from '../../wording/locale.ts';

/** How answers to guesses, and questions about them, sound in French. */
export const frGuessed: GuessedTexts = {
  texts: {
    'choose.meant': [
      "Vouliez-vous dire : {options} ? Répondez {one_of}. Rien n'a encore été fait. AIDE liste les commandes.",
    ],
    ask: [
      "{command} ? Envoyez {suggestion}. Nous ne savons pas si nous avons bien compris : rien n'a été fait. AIDE : les commandes.",
      '{command} ? Envoyez {suggestion}. AIDE : les commandes.',
    ],
  },
  readAs: {
    balance: 'Votre solde :',
    history: 'Vos opérations :',
    deposits: 'Vos dépôts :',
    withdrawals: 'Vos retraits :',
    checks: 'Vos chèques :',
    holds: 'Vos retenues :',
    limits: 'Vos plafonds :',
  },
  notMeant: 'Autre chose ? AIDE',
};
