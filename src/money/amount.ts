/** Money in a currency's minor units (cents): exact, never a float. */
export type Amount = bigint;

export interface Currency {
  /** ISO 4217, such as `USD`. */
  readonly code: string;
  /** Digits after the decimal point. */
  readonly digits: number;
  /** What stands before (or after) a figure, such as `$`. */
  readonly symbol: string;
}

const currencies: readonly Currency[] = [
  { code: 'USD', digits: 2, symbol: '$' },
  { code: 'CAD', digits: 2, symbol: '$' },
  { code: 'EUR', digits: 2, symbol: '€' },
  { code: 'GBP', digits: 2, symbol: '£' },
  { code: 'CHF', digits: 2, symbol: 'CHF' },
  { code: 'MXN', digits: 2, symbol: '$' },
];

/** The currency with this ISO code, or `undefined` where it is not offered. */
export function currencyOf(code: string): Currency | undefined {
  return currencies.find((currency) => currency.code === code);
}

/** The greatest amount that one command or row may carry: 13 digits before the point, far inside a BIGINT. */
export const amountMax: Amount = 999_999_999_999_999n;
