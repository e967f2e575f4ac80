import type { Language } from '../../kernel/vocabulary/language.ts';
import { packs } from '../../languages/index.ts';
import { currencyOf, type Amount } from '../../money/amount.ts';
import { decimal } from '../../money/format.ts';
import { html, type Html } from './html.ts';

/** Gives the locale of figures and dates for a language. */
export function localeOf(language: Language): string {
  return packs[language].intl;
}

/** Formats minor units as the member's language writes an amount: `$1,204.33`. */
export function moneyText(amount: Amount, currency: string, language: Language): string {
  const digits = currencyOf(currency)?.digits ?? 2;
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a decimal is a number in digits; a string keeps every digit
  const figure = decimal(amount, digits) as `${number}`;
  return new Intl.NumberFormat(localeOf(language), {
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
    // Intl would round to cash, such as no decimals for the Iraqi dinar.
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).format(figure);
}

/** Shows an amount in a column: equal digit width, money in and out distinct by sign and color. */
export function money(
  amount: Amount,
  given: { readonly currency: string; readonly language: Language; readonly signed?: boolean },
): Html {
  const sign = given.signed && amount > 0n ? '+' : '';
  const kind = given.signed ? (amount < 0n ? ' out' : ' in') : '';
  return html`<span class="money${kind}"
    >${sign}${moneyText(amount, given.currency, given.language)}</span
  >`;
}

/** Shows `Nov 23, 2026`, with the date for machines. */
export function day(date: Temporal.PlainDate, language: Language): Html {
  return html`<time datetime="${date.toString()}"
    >${date.toLocaleString(localeOf(language), { dateStyle: 'medium' })}</time
  >`;
}

/** Shows `Nov 23, 2026, 10:42 AM` in the institution's zone. */
export function moment(
  at: Temporal.Instant,
  given: { readonly zone: string; readonly language: Language },
): Html {
  const zoned = at.toZonedDateTimeISO(given.zone);
  return html`<time datetime="${at.toString()}"
    >${zoned.toPlainDateTime().toLocaleString(localeOf(given.language), {
      dateStyle: 'medium',
      timeStyle: 'short',
    })}</time
  >`;
}

/** Shows `Monday, November 23, 2026`. */
export function wholeDay(date: Temporal.PlainDate, language: Language): Html {
  return html`<time datetime="${date.toString()}"
    >${date.toLocaleString(localeOf(language), {
      weekday: 'long',
      month: 'long',
      day: 'numeric',
      year: 'numeric',
    })}</time
  >`;
}

/** Shows `10:42 AM`. */
export function clockTime(at: Temporal.ZonedDateTime, language: Language): Html {
  return html`<time datetime="${at.toInstant().toString()}"
    >${at.toPlainTime().toLocaleString(localeOf(language), { timeStyle: 'short' })}</time
  >`;
}
