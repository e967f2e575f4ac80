import { expect, it } from 'vitest';
import { currencyOf } from './amount.ts';
import { amountIn } from '../languages/wording.ts';
import { decimal } from './format.ts';
import { isoDigits } from './iso-4217.ts';
import { parseDecimal, parseFigure } from './parse-decimal.ts';

it.each([
  ['USD', 2],
  ['JPY', 0],
  ['UGX', 0],
  ['ISK', 0],
  ['XOF', 0],
  ['PYG', 0],
  ['UYI', 0],
  ['IQD', 3],
  ['KWD', 3],
  ['BHD', 3],
  ['TND', 3],
  ['OMR', 3],
  ['JOD', 3],
  ['LYD', 3],
  ['HUF', 2],
  ['MRU', 2],
  ['MGA', 2],
  ['LBP', 2],
  ['IRR', 2],
  ['IDR', 2],
  ['TWD', 2],
  ['CLF', 4],
  ['UYW', 4],
  ['XCG', 2],
  ['ZWG', 2],
  ['SLE', 2],
  ['VED', 2],
] as const)('%s has %i digits', (code, digits) => {
  const currency = currencyOf(code);
  expect(currency?.digits).toBe(digits);
  const written = `-1250${digits === 0 ? '' : `.${'1234'.slice(0, digits)}`}`;
  const units = parseDecimal(written, digits);
  expect(units).toBe(BigInt(`-1250${'1234'.slice(0, digits)}`));
  expect(decimal(units ?? 0n, digits)).toBe(written);
  expect(parseDecimal(`1.${'1'.repeat(digits + 1)}`, digits)).toBeUndefined();
});

it('knows every ISO 4217 code with a minor unit, and no other code', () => {
  // 165 in list one, and six that were replaced since 2021.
  expect(isoDigits.size).toBe(171);
  for (const code of ['XAU', 'XAG', 'XDR', 'XXX', 'XTS', 'DEM', 'usd', '', 'ABC', 'constructor'])
    expect(currencyOf(code)).toBeUndefined();
  // A second source: the table has every currency that this machine knows.
  const noMinorUnit = /^X(?:A[GU]|B[A-D]|DR|P[DT]|SU|TS|UA|XX)$/;
  const current = ['AED', 'EUR', 'NZD', 'XAF', 'XCD', 'XPF', 'ZAR', 'ZMW'];
  const machine = new Set(Intl.supportedValuesOf('currency'));
  for (const code of current.filter((one) => machine.has(one) && !noMinorUnit.test(one)))
    expect(currencyOf(code)).toBeDefined();
});

it('is written with its digits, and with its code if it has no sign of its own', () => {
  const of = (code: string) => currencyOf(code) ?? { code, digits: 2, symbol: code };
  expect(amountIn('en', 1_250_125n, of('KWD'))).toBe('KWD 1,250.125');
  expect(amountIn('en', -1_250n, of('JPY'))).toBe('-JPY 1,250');
  expect(amountIn('fr', 12_501_234n, of('CLF'))).toBe('CLF 1 250,1234');
  expect(amountIn('en', 125_000n, of('USD'))).toBe('$1,250.00');
  expect(amountIn('es', 125_000n, of('NZD'))).toBe('NZD 1.250,00');
});

it('reads two decimals in a currency that has none', () => {
  expect(parseFigure('50.00', 0)).toBe(50n);
  expect(parseFigure('50.50', 0)).toBeUndefined();
  expect(parseFigure('1.250', 0)).toBeUndefined();
  expect(parseFigure('50.00', 3)).toBe(50_000n);
  // Machine decimals are exact: `1.250` may not mean 1.25.
  expect(parseDecimal('1.250', 2)).toBeUndefined();
});
