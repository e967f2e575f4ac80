import { isoDigits } from './iso-4217.ts';

/** Money in a currency's minor units (cents): exact, never a float. */
export type Amount = bigint;

export interface Currency {
  /** ISO 4217, such as `USD`. */
  readonly code: string;
  /** Digits after the decimal point. */
  readonly digits: number;
  /** What stands before (or after) a figure, such as `$`; the code where no sign is of this currency alone. */
  readonly symbol: string;
}

/** Signs that the members of an institution in this currency take for it, and that a text message carries at no cost. */
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

/** The currency with this ISO 4217 code; `undefined` where there is none that an account can be in. */
export function currencyOf(code: string): Currency | undefined {
  return currencies.get(code);
}

/** The greatest amount that one command or row may carry in minor units: far inside a BIGINT. */
export const amountMax: Amount = 999_999_999_999_999n;
