// @ts-check
/** Messages for a member to try, in their language. */

/** @type {Record<string, { usual: string[], no: string, more: string }>} */
const languages = {
  en: {
    usual: [
      '#bal',
      '#hist 7',
      '#dep 7',
      '#holds',
      '#trans 50 7 0',
      '#checks 7',
      'accounts',
      'HELP',
    ],
    no: 'NO',
    more: 'MORE',
  },
  fr: {
    usual: [
      '#solde',
      '#historique 7',
      '#depots 7',
      '#retenues',
      '#virement 50 7 0',
      '#cheques 7',
      'comptes',
      'AIDE',
    ],
    no: 'NON',
    more: 'SUITE',
  },
  es: {
    usual: [
      '#saldo',
      '#historial 7',
      '#depositos 7',
      '#retenciones',
      '#transferir 50 7 0',
      '#cheques 7',
      'cuentas',
      'AYUDA',
    ],
    no: 'NO',
    more: 'MÁS',
  },
};

/**
 * Suggests answers to the last message, and the usual questions.
 * @param {string} language @param {string} said
 * @returns {{ invited: string[], usual: string[] }}
 */
export function offers(language, said) {
  const words = languages[language] ?? languages['en'];
  if (!words) return { invited: [], usual: [] };
  const invited = [...said.matchAll(/OK \d{4}/g)].map(([found]) => found).slice(0, 1);
  if (invited.length > 0) invited.push(words.no);
  if (said.includes(words.more)) invited.push(words.more);
  if (/(?:^|\s)1[:.)] /.test(said)) invited.push('1', '2');
  return { invited, usual: words.usual };
}
