import type { Amount } from './amount.ts';

/**
 * Parses a machine's plain decimal such as `-1250.00`, `1250`, `+3.5`: an optional sign, digits, at
 * most `digits` decimals. No grouping, no currency, no exponent. `reading` parses members' figures.
 * @returns minor units, or `undefined` if the text has another form or more than 15 digits
 */
export function parseDecimal(text: string, digits = 2): Amount | undefined {
  const match = /^([+-]?)(\d{1,15})(?:\.(\d+))?$/.exec(text.trim());
  if (!match) return undefined;
  const [, sign = '', whole = '', fraction = ''] = match;
  if (fraction.length > digits) return undefined;
  const units = BigInt(whole + fraction.padEnd(digits, '0'));
  return sign === '-' ? -units : units;
}

/**
 * Converts a figure that `reading` wrote with two decimals, in a currency that may have none:
 * `50.00` yen are 50.
 * @returns `undefined` if it has more decimals than the currency
 */
export function parseFigure(text: string, digits: number): Amount | undefined {
  return parseDecimal(digits === 0 ? text.replace(/\.00$/, '') : text, digits);
}
