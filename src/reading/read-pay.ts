import { whole, type CommandContext, type CommandReading } from './command-reading.ts';
import { isUnit, readFigure } from './figures.ts';
import type { CommandLexicon } from './lexicon/command-words.ts';
import type { Token } from './normalize.ts';

/**
 * `#pay @name 20`, `#pay 20 to name`. Without `#` or `@` it is no order, since everyday talk pays for many things: `pay rent 800`
 * gets the answer that paying others is not offered.
 */
export function readPay(
  head: Token,
  rest: readonly Token[],
  { style, grammar: { lexicon } }: CommandContext,
): CommandReading | undefined {
  const { commands, arguments: words } = lexicon;
  if (rest.length === 0) {
    const isAsked = head.isHash || !commands.payHeads.has(head.word);
    return isAsked ? whole({ intent: 'help', topic: 'pay' }) : undefined;
  }
  const [a, b, another] = rest.filter(
    ({ word }) => !commands.payTo.has(word) && !isUnit(word, words.units),
  );
  if (!a || !b || another) return undefined;
  const nameFirst = isPayee(a, commands) && !isPayee(b, commands);
  const [name, figure] = nameFirst ? [a, b] : [b, a];
  const amount = isPayee(name, commands) ? readFigure(figure.word, style) : undefined;
  if (!amount) return undefined;
  const isMarked = head.isHash || name.raw.startsWith('@');
  if (!isMarked) {
    const isPlain = rest.length === 2 && nameFirst && !/^\d$/.test(figure.word);
    return isPlain ? whole({ intent: 'refused', reason: 'pay_not_offered' }) : undefined;
  }
  return whole(
    'refused' in amount
      ? { intent: 'refused', reason: amount.refused }
      : { intent: 'pay', to: name.raw, amount: amount.amount },
  );
}

function isPayee({ word }: Token, { noPayees }: CommandLexicon): boolean {
  return /^@?\p{L}[\w\p{L}.-]{1,30}$/u.test(word) && !noPayees.has(word);
}
