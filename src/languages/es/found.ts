import type { FoundNoun, FoundWords } from '../../wording/found-words.ts';
import type { FoundTexts } from '../../wording/locale.ts';

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
  smallest: (noun, count) => {
    const [one, many, isFeminine] = nouns[noun];
    if (count === 1) return `${isFeminine ? 'la' : 'el'} ${one} menor`;
    return `${isFeminine ? 'las' : 'los'} ${many} menores`;
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
  returned: (count, amount) =>
    `${count} ${count === 1 ? 'depósito devuelto' : 'depósitos devueltos'}, ${amount}`,
  unapplied: (list) => `No se tomó en cuenta: ${list}.`,
};

/** The sentences about it, in Spanish. */
export const foundTexts: FoundTexts = {
  found: ['{what}: {rows}.', '{what}: {rows_short}.', '{what}: {rows_bare}.'],
  'found.more': [
    '{what}: {rows}. Siguen: MÁS.',
    '{what}: {rows_short}. Siguen: MÁS.',
    '{what}: {rows_bare}. Siguen: MÁS.',
  ],
  'found.none': ['{none}.'],
  sum: ['{what}: {total}.'],
  'sum.apart': ['{what}: {total}. Aparte: {apart}.'],
  'sum.none': ['{none}.'],
  'sum.none.apart': ['{none}. Aparte: {apart}.'],
  past_balances: ['Saldos al final del {day}: {shares}.'],
  'past_balances.one': [
    '{share}: {balance} al final del {day}. #saldo muestra lo disponible ahora.',
    '{suffix}: {balance} al final del {day}.',
  ],
  holds_found: [
    '{total}: {list}, {when}. Queda retenido hasta que el comercio envíe el cargo final; luego se cobra o queda libre.',
    '{total}: {list}, {when}. La retención termina con el cargo final del comercio.',
    '{total}: {list}, {when}.',
  ],
  'holds_found.none': ['{none}, {when}. #movimientos muestra lo ya cobrado.', '{none}, {when}.'],
};
