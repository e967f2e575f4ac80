import { whole, type CommandContext, type CommandReading } from './command-reading.ts';
import { isUnit, readFigure } from './figures.ts';
import type { Token } from './normalize.ts';

/** Words that stand where a payee would and are none. */
const noPayees = new Set(
  `my the bill bills for off it me you this that by at only about than over under day rate raise attention back extra more less
   up all rent cash half double part`.split(/\s+/),
);

/**
 * `#pay @name 20`, `#pay 20 to name`. Without `#` or `@` there is no order, since everyday talk pays for much: `pay rent 800`
 * is told that paying others is not offered.
 */
export function readPay(
  head: Token,
  rest: readonly Token[],
  { style }: CommandContext,
): CommandReading | undefined {
  if (rest.length === 0) {
    const isAsked = head.isHash || head.word !== 'pay';
    return isAsked ? whole({ intent: 'help', topic: 'pay' }) : undefined;
  }
  const [a, b, another] = rest.filter(({ word }) => !/^(?:to|a|de)$/.test(word) && !isUnit(word));
  if (!a || !b || another) return undefined;
  const nameFirst = isPayee(a) && !isPayee(b);
  const [name, figure] = nameFirst ? [a, b] : [b, a];
  const amount = isPayee(name) ? readFigure(figure.word, style) : undefined;
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

function isPayee({ word }: Token): boolean {
  return /^@?\p{L}[\w\p{L}.-]{1,30}$/u.test(word) && !noPayees.has(word);
}
