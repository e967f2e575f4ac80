import type { GuessedTexts } from '../../wording/locale.ts';

/** How answers to guesses, and questions about them, sound in Spanish. */
export const esGuessed: GuessedTexts = {
  texts: {
    'choose.meant': [
      '¿Quiso decir: {options}? Responda {one_of}. Aún no se hizo nada. AYUDA lista los comandos.',
    ],
    ask: [
      '¿{command}? Envíe {suggestion}. No sabemos si le entendimos bien, así que no se hizo nada. AYUDA: los comandos.',
      '¿{command}? Envíe {suggestion}. AYUDA: los comandos.',
    ],
  },
  readAs: {
    balance: 'Su saldo:',
    history: 'Sus movimientos:',
    deposits: 'Sus depósitos:',
    withdrawals: 'Sus retiros:',
    checks: 'Sus cheques:',
    holds: 'Sus retenciones:',
    limits: 'Sus límites:',
  },
  notMeant: '¿No era eso? AYUDA',
};
