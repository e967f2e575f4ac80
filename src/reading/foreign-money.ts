import { plain, type Token } from './normalize.ts';

const dollars = ['USD', 'CAD', 'AUD', 'NZD', 'BBD', 'BSD', 'BZD', 'JMD', 'TTD', 'SGD', 'HKD'];
const pesos = ['MXN', 'ARS', 'CLP', 'COP', 'CUP', 'DOP', 'PHP', 'UYU'];

/** The currencies that a sign or a word of money can mean. */
const meanings: readonly (readonly [pattern: RegExp, currencies: readonly string[]])[] = [
  [/^(?:[-+]?us\$.*|.*us\$|[-+]?usd[\d.,]*|[\d.,]+usd)$/, ['USD']],
  [/^(?:[-+]?ca\$.*|[-+]?cad[\d.,]*|[\d.,]+cad)$/, ['CAD']],
  [/^(?:[-+]?mx\$.*|[-+]?mxn[\d.,]*|[\d.,]+mxn)$/, ['MXN']],
  [/^(?:.*£.*|[-+]?gbp[\d.,]*|[\d.,]+gbp)$/, ['GBP', 'EGP', 'GIP', 'FKP', 'SHP']],
  [/^(?:.*€.*|[-+]?eur[\d.,]*|[\d.,]+eur|euros?)$/, ['EUR']],
  [/^(?:dollars?|bucks?|dolar(?:es)?)$/, dollars],
  [/^pesos?$/, pesos],
  [/\$/, [...dollars, ...pesos]],
];

/** Whether a figure in an order says another currency than the institution's: `£5`, `50 pesos` where dollars are kept. */
export function saysForeignMoney(tokens: readonly Token[], currency: string | undefined): boolean {
  if (currency === undefined) return false;
  return tokens.some(({ raw }) => {
    const word = plain(raw);
    const meant = meanings.find(([pattern]) => pattern.test(word));
    return meant !== undefined && !meant[1].includes(currency);
  });
}
