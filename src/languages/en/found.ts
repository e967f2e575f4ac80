import type { FoundNoun, FoundWords } from '../../wording/found-words.ts';
import type { FoundTexts } from '../../wording/locale.ts';

const plural = (noun: FoundNoun, count: number) => (count === 1 ? noun : `${noun}s`);

/** What was found, in English. */
export const found: FoundWords = {
  months: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
  first: '1',
  noun: (noun, count) => (count === undefined ? `${noun}s` : `${count} ${plural(noun, count)}`),
  none: (noun) => `no ${noun}s`,
  noHolds: 'no holds',
  largest: (noun, count) => `largest ${plural(noun, count)}`,
  smallest: (noun, count) => `smallest ${plural(noun, count)}`,
  at: (phrase, merchant, noun) => `${phrase} ${noun === 'deposit' ? 'from' : 'at'} ${merchant}`,
  for: (phrase, category) => `${phrase} for ${category}`,
  over: (amount) => `over ${amount}`,
  under: (amount) => `under ${amount}`,
  least: (amount) => `of ${amount} or more`,
  most: (amount) => `of ${amount} or less`,
  between: (least, most) => `of ${least} to ${most}`,
  exactly: (amount) => `of ${amount}`,
  since: (day) => `since ${day}`,
  until: (day) => `through ${day}`,
  on: (day) => `on ${day}`,
  refunds: (count, amount) => `${count} ${count === 1 ? 'refund' : 'refunds'}, ${amount}`,
  returned: (count, amount) => `${count} returned ${plural('deposit', count)}, ${amount}`,
  unapplied: (list) => `Not taken into account: ${list}.`,
};

/** The sentences about it, in English. */
export const foundTexts: FoundTexts = {
  found: ['{what}: {rows}.', '{what}: {rows_short}.', '{what}: {rows_bare}.'],
  'found.more': [
    '{what}: {rows}. Next: MORE.',
    '{what}: {rows_short}. Next: MORE.',
    '{what}: {rows_bare}. Next: MORE.',
  ],
  'found.none': ['{none}.'],
  sum: ['{what}: {total}.'],
  'sum.apart': ['{what}: {total}. Not counted: {apart}.'],
  'sum.none': ['{none}.'],
  'sum.none.apart': ['{none}. Not counted: {apart}.'],
  past_balances: ['Balances at the end of {day}: {shares}.'],
  'past_balances.one': [
    '{share}: {balance} at the end of {day}. #bal shows what is available now.',
    '{suffix}: {balance} at the end of {day}.',
  ],
  holds_found: [
    '{total}: {list}. {when}. On hold until the merchant sends the final charge; then it posts, or the hold ends.',
    '{total}: {list}. {when}. Held until the final charge comes in.',
    '{total}: {list}. {when}.',
  ],
  'holds_found.none': ['{none}, {when}. #hist lists what has gone through.', '{none}, {when}.'],
};
