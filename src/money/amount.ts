import { isoDigits } from './iso-4217.ts';

/** Money in a currency's minor units (cents): exact, never a float. */
export type Amount = bigint;

export interface Currency {
  /** ISO 4217, such as `USD`. */
  readonly code: string;
  /** Digits after the decimal point. */
  readonly digits: number;
  /**
   * The sign before (or after) a figure, such as `$`. It is the code if other currencies use the
   * same sign.
   */
  readonly symbol: string;
}

/**
 * Signs that an institution's members expect for their currency, and that cost nothing extra in a
 * text message.
 */
const symbols: Readonly<Record<string, string>> = {
  USD: '$',
  CAD: '$',
  MXN: '$',
  EUR: '€',
  GBP: '£',
};

const currencies: ReadonlyMap<string, Currency> = new Map(
  [...isoDigits].map(([code, digits]) => [code, { code, digits, symbol: symbols[code] ?? code }]),
);

/** Returns the currency with this ISO 4217 code; `undefined` if no account can use it. */
export function currencyOf(code: string): Currency | undefined {
  return currencies.get(code);
}

/**
 * The largest amount for one command or row, in minor units. It is far below the limit of a BIGINT.
 */
export const amountMax: Amount = 999_999_999_999_999n;
