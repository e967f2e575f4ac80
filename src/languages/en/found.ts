import type { FoundNoun, FoundWords } from '../../wording/found-words.ts';

const plural = (noun: FoundNoun, count: number) => (count === 1 ? noun : `${noun}s`);

/** What was found, in English. */
export const found: FoundWords = {
  months: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
  first: '1',
  noun: (noun, count) => (count === undefined ? `${noun}s` : `${count} ${plural(noun, count)}`),
  none: (noun) => `no ${noun}s`,
  noHolds: 'no holds',
  largest: (noun, count) => `largest ${plural(noun, count)}`,
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
  unapplied: (list) => `Not taken into account: ${list}.`,
};
