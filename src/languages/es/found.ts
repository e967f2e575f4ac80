import type { FoundNoun, FoundWords } from '../../wording/found-words.ts';

const nouns: Readonly<
  Record<FoundNoun, readonly [one: string, many: string, isFeminine: boolean]>
> = {
  transaction: ['movimiento', 'movimientos', false],
  purchase: ['compra', 'compras', true],
  payment: ['pago', 'pagos', false],
  deposit: ['depósito', 'depósitos', false],
  withdrawal: ['retiro', 'retiros', false],
  check: ['cheque', 'cheques', false],
};

/** What was found, in Spanish. */
export const found: FoundWords = {
  months: ['ene', 'feb', 'mar', 'abr', 'may', 'jun', 'jul', 'ago', 'sept', 'oct', 'nov', 'dic'],
  first: '1',
  noun: (noun, count) => {
    const [one, many] = nouns[noun];
    return count === undefined ? many : `${count} ${count === 1 ? one : many}`;
  },
  none: (noun) => {
    const [one, , isFeminine] = nouns[noun];
    return `${isFeminine ? 'ninguna' : 'ningún'} ${one}`;
  },
  noHolds: 'ninguna retención',
  largest: (noun, count) => {
    const [one, many, isFeminine] = nouns[noun];
    if (count === 1) return `${isFeminine ? 'la' : 'el'} ${one} mayor`;
    return `${isFeminine ? 'las' : 'los'} ${many} mayores`;
  },
  at: (phrase, merchant, noun) => `${phrase} ${noun === 'deposit' ? 'de' : 'en'} ${merchant}`,
  for: (phrase, category) => `${phrase} de ${category}`,
  over: (amount) => `de más de ${amount}`,
  under: (amount) => `de menos de ${amount}`,
  least: (amount) => `de ${amount} o más`,
  most: (amount) => `de ${amount} o menos`,
  between: (least, most) => `de ${least} a ${most}`,
  exactly: (amount) => `de ${amount}`,
  since: (day) => `desde el ${day}`,
  until: (day) => `hasta el ${day}`,
  on: (day) => `el ${day}`,
  refunds: (count, amount) => `${count} ${count === 1 ? 'reembolso' : 'reembolsos'}, ${amount}`,
  unapplied: (list) => `No se tomó en cuenta: ${list}.`,
};
