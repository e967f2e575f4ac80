import type { Language } from '../kernel/vocabulary/language.ts';
import { currencyOf, type Amount } from '../money/amount.ts';
import { decimal } from '../money/format.ts';
import { dateFormat, numberFormat } from './formats.ts';
import { packs } from './index.ts';

/** Gives the locale of figures and dates for a language. */
export function localeOf(language: Language): string {
  return packs[language].intl;
}

/** Formats minor units as the member's language writes an amount: `$1,204.33`. */
export function moneyText(amount: Amount, currency: string, language: Language): string {
  const digits = currencyOf(currency)?.digits ?? 2;
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a decimal is a number in digits; a string keeps every digit
  const figure = decimal(amount, digits) as `${number}`;
  return numberFormat(localeOf(language), {
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
    // Intl would round to cash, such as no decimals for the Iraqi dinar.
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).format(figure);
}

/** Formats a percentage with two decimals at least: `5.49%`. */
export function percentText(percent: string, language: Language): string {
  return numberFormat(localeOf(language), {
    style: 'percent',
    minimumFractionDigits: 2,
    maximumFractionDigits: 3,
  }).format(Number(percent) / 100);
}

/** Formats a day: `Nov 23, 2026`. */
export function dayText(day: Temporal.PlainDate, language: Language): string {
  return dateFormat(localeOf(language), { dateStyle: 'medium' }).format(day);
}

/** Formats a month: `November 2026`. */
export function monthText(month: Temporal.PlainYearMonth, language: Language): string {
  return dateFormat(localeOf(language), { month: 'long', year: 'numeric' }).format(
    month.toPlainDate({ day: 1 }),
  );
}
