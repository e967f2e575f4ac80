import type { FoundNoun, FoundWords } from '../../wording/found-words.ts';
import type { FoundTexts } from '../../wording/locale.ts';

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

/** `d'Amazon`, `de Walmart`. Of a name we can't know whether its h is mute: `de Home Depot`. */
function from(name: string): string {
  return /^[aeiouàâäéèêëîïôöùûü]/i.test(name) ? `d'${name}` : `de ${name}`;
}

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
  smallest: (noun, count) => {
    const [one, many, isFeminine] = nouns[noun];
    if (count === 1) return isFeminine ? `la plus petite ${one}` : `le plus petit ${one}`;
    return `les plus ${isFeminine ? 'petites' : 'petits'} ${many}`;
  },
  at: (phrase, merchant, noun) =>
    noun === 'deposit' ? `${phrase} ${from(merchant)}` : `${phrase} chez ${merchant}`,
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
  returned: (count, amount) =>
    `${count} ${count < 2 ? 'dépôt retourné' : 'dépôts retournés'}, ${amount}`,
  unapplied: (list) => `Pas pris en compte : ${list}.`,
};

/** The sentences about it, in French. */
export const foundTexts: FoundTexts = {
  found: ['{what} : {rows}.', '{what} : {rows_short}.', '{what} : {rows_bare}.'],
  'found.more': [
    '{what} : {rows}. La suite : SUITE.',
    '{what} : {rows_short}. La suite : SUITE.',
    '{what} : {rows_bare}. La suite : SUITE.',
  ],
  'found.none': ['{none}.'],
  sum: ['{what} : {total}.'],
  'sum.apart': ['{what} : {total}. À part : {apart}.'],
  'sum.none': ['{none}.'],
  'sum.none.apart': ['{none}. À part : {apart}.'],
  past_balances: ['Soldes à la fin du {day} : {shares}.'],
  'past_balances.one': [
    '{share} : {balance} à la fin du {day}. #solde donne le disponible maintenant.',
    '{suffix} : {balance} à la fin du {day}.',
  ],
  holds_found: [
    "{total} : {list}, {when}. Retenu jusqu'à l'achat final du commerçant ; puis le montant est débité, ou la retenue tombe.",
    "{total} : {list}, {when}. La retenue prend fin avec l'achat final.",
    '{total} : {list}, {when}.',
  ],
  'holds_found.none': ['{none}, {when}. #historique montre ce qui est passé.', '{none}, {when}.'],
};
