import type { FoundNoun, FoundWords } from '../../wording/found-words.ts';

const nouns: Readonly<
  Record<FoundNoun, readonly [one: string, many: string, isFeminine: boolean]>
> = {
  transaction: ['opération', 'opérations', true],
  purchase: ['achat', 'achats', false],
  payment: ['paiement', 'paiements', false],
  deposit: ['dépôt', 'dépôts', false],
  withdrawal: ['retrait', 'retraits', false],
  check: ['chèque', 'chèques', false],
};

/** What was found, in French. */
export const found: FoundWords = {
  months: [
    'janv',
    'févr',
    'mars',
    'avr',
    'mai',
    'juin',
    'juill',
    'août',
    'sept',
    'oct',
    'nov',
    'déc',
  ],
  first: '1er',
  noun: (noun, count) => {
    const [one, many] = nouns[noun];
    return count === undefined ? many : `${count} ${count < 2 ? one : many}`;
  },
  none: (noun) => {
    const [one, , isFeminine] = nouns[noun];
    return `${isFeminine ? 'aucune' : 'aucun'} ${one}`;
  },
  noHolds: 'aucune retenue',
  largest: (noun, count) => {
    const [one, many, isFeminine] = nouns[noun];
    if (count === 1) return isFeminine ? `la plus grosse ${one}` : `le plus gros ${one}`;
    return `les plus ${isFeminine ? 'grosses' : 'gros'} ${many}`;
  },
  at: (phrase, merchant, noun) => `${phrase} ${noun === 'deposit' ? 'de' : 'chez'} ${merchant}`,
  for: (phrase, category) => `${phrase} (${category})`,
  over: (amount) => `de plus de ${amount}`,
  under: (amount) => `de moins de ${amount}`,
  least: (amount) => `de ${amount} ou plus`,
  most: (amount) => `de ${amount} ou moins`,
  between: (least, most) => `de ${least} à ${most}`,
  exactly: (amount) => `de ${amount}`,
  since: (day) => `depuis le ${day}`,
  until: (day) => `jusqu'au ${day}`,
  on: (day) => `le ${day}`,
  refunds: (count, amount) =>
    `${count} ${count < 2 ? 'remboursement' : 'remboursements'}, ${amount}`,
  unapplied: (list) => `Pas pris en compte : ${list}.`,
};
