import type { Amount } from './amount.ts';

/**
 * Reads a machine's plain decimal, `-1250.00`, `1250`, `+3.5`: an optional sign, digits, and at most `digits` after one
 * point. No grouping, no currency, no exponent. For members' figures see `language`.
 * @returns minor units, or `undefined` where it is not exactly that or has more than 15 digits
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
 * Reads a figure that `language` has read and written with two decimals, in a currency that may have none: `50.00` yen are 50.
 * @returns `undefined` where it says more than the currency has
 */
export function parseFigure(text: string, digits: number): Amount | undefined {
  return parseDecimal(digits === 0 ? text.replace(/\.00$/, '') : text, digits);
}
