import type { Amount, Currency } from './amount.ts';

/** How a language writes amounts in a currency. */
export interface AmountStyle {
  /** The separator between thousands. */
  readonly group: string;
  /** The separator before the decimals. */
  readonly point: string;
  /** Whether the currency's sign comes before the figure, without a space. */
  readonly isSignFirst: boolean;
}

/**
 * Formats a plain decimal such as `-1250.00` for machines (JSON, CSV, journals).
 * @param amount minor units
 */
export function decimal(amount: Amount, digits = 2): string {
  const sign = amount < 0n ? '-' : '';
  const text = (amount < 0n ? -amount : amount).toString().padStart(digits + 1, '0');
  return digits === 0
    ? `${sign}${text}`
    : `${sign}${text.slice(0, -digits)}.${text.slice(-digits)}`;
}

/**
 * Formats an amount for members: `-$1,250.00`, `-1 250,00 $`, `-1.250,00 $`. It uses only GSM-7
 * characters, since a narrow space would cost a whole segment. A language's pack gives its style.
 */
export function formatAmount(
  amount: Amount,
  currency: Currency,
  { group, point, isSignFirst }: AmountStyle,
): string {
  const sign = amount < 0n ? '-' : '';
  const plain = decimal(amount < 0n ? -amount : amount, currency.digits);
  const [whole = '0', fraction] = plain.split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, group);
  const figure = fraction === undefined ? grouped : `${grouped}${point}${fraction}`;
  if (currency.symbol.length > 1) return `${sign}${currency.symbol} ${figure}`;
  return isSignFirst ? `${sign}${currency.symbol}${figure}` : `${sign}${figure} ${currency.symbol}`;
}
