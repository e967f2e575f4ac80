import type { Language } from '../kernel/vocabulary/language.ts';
import type { Amount, Currency } from './amount.ts';

export type FigureLanguage = Language;

/**
 * A plain decimal such as `-1250.00`: for machines (JSON, CSV, journals).
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
 * An amount as a member reads it, in characters that GSM-7 has (a narrow space would cost a whole segment):
 * `-$1,250.00` in English, `-1 250,00 $` in French, `-1.250,00 $` in Spanish (as in Spain; `$1,250.00` where the
 * currency is the dollar or the Mexican peso, as the Americas write it).
 */
export function formatAmount(amount: Amount, currency: Currency, language: FigureLanguage): string {
  const sign = amount < 0n ? '-' : '';
  const plain = decimal(amount < 0n ? -amount : amount, currency.digits);
  const [whole = '0', fraction] = plain.split('.');
  const american = language === 'en' || (language === 'es' && currency.symbol === '$');
  const group = american ? ',' : language === 'fr' ? ' ' : '.';
  const point = american ? '.' : ',';
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, group);
  const figure = fraction === undefined ? grouped : `${grouped}${point}${fraction}`;
  if (currency.symbol.length > 1) return `${sign}${currency.symbol} ${figure}`;
  return american ? `${sign}${currency.symbol}${figure}` : `${sign}${figure} ${currency.symbol}`;
}
