import type { Lexicon } from './lexicon/lexicon.ts';
import type { MoneyName } from './lexicon/number-words.ts';
import { plain, type Token } from './normalize.ts';

const dollars = ['USD', 'CAD', 'AUD', 'NZD', 'BBD', 'BSD', 'BZD', 'JMD', 'TTD', 'SGD', 'HKD'];
const pesos = ['MXN', 'ARS', 'CLP', 'COP', 'CUP', 'DOP', 'PHP', 'UYU'];

/** The possible currencies of a name of money. */
const named: Readonly<Record<MoneyName, readonly string[]>> = {
  dollar: dollars,
  peso: pesos,
  euro: ['EUR'],
};

/** The possible currencies of a sign or a code. */
const meanings: readonly (readonly [pattern: RegExp, currencies: readonly string[]])[] = [
  [/^(?:[-+]?us\$.*|.*us\$|[-+]?usd[\d.,]*|[\d.,]+usd)$/, ['USD']],
  [/^(?:[-+]?ca\$.*|[-+]?cad[\d.,]*|[\d.,]+cad)$/, ['CAD']],
  [/^(?:[-+]?mx\$.*|[-+]?mxn[\d.,]*|[\d.,]+mxn)$/, ['MXN']],
  [/^(?:.*£.*|[-+]?gbp[\d.,]*|[\d.,]+gbp)$/, ['GBP', 'EGP', 'GIP', 'FKP', 'SHP']],
  [/^(?:.*€.*|[-+]?eur[\d.,]*|[\d.,]+eur)$/, ['EUR']],
  [/\$/, [...dollars, ...pesos]],
];

/** Whether an order names a currency other than the institution's: `£5`, or `50 pesos` in a dollar institution. */
export function saysForeignMoney(
  tokens: readonly Token[],
  currency: string | undefined,
  { numbers: { money } }: Lexicon,
): boolean {
  if (currency === undefined) return false;
  return tokens.some(({ raw }) => {
    const word = plain(raw);
    const name = money.get(word);
    const meant = name ? named[name] : meanings.find(([pattern]) => pattern.test(word))?.[1];
    return meant !== undefined && !meant.includes(currency);
  });
}
