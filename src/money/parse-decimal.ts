import type { Amount } from './amount.ts';

/**
 * Reads a machine's plain decimal, `-1250.00`, `1250`, `+3.5`: an optional sign, digits, and at most `digits` after one
 * point, zeros behind them apart (`50.00` yen are 50). No grouping, no currency, no exponent. For members' figures see `language`.
 * @returns minor units, or `undefined` where it is not exactly that or has more than 15 digits
 */
export function parseDecimal(text: string, digits = 2): Amount | undefined {
  const match = /^([+-]?)(\d{1,15})(?:\.(\d+))?$/.exec(text.trim());
  if (!match) return undefined;
  const [, sign = '', whole = '', written = ''] = match;
  const fraction = written.slice(0, digits);
  if (/[^0]/.test(written.slice(digits))) return undefined;
  const units = BigInt(whole + fraction.padEnd(digits, '0'));
  return sign === '-' ? -units : units;
}
