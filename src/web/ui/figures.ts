import type { Language } from '../../kernel/vocabulary/language.ts';
import { dayText, localeOf, moneyText as moneyInWords } from '../../languages/figures.ts';
import { withTrueMinus } from '../../languages/true-minus.ts';
import type { Amount } from '../../money/amount.ts';
import { html, type Html } from './html.ts';

export { localeOf };

/** Writes an amount for a page: `−$1,204.33`. */
export function moneyText(amount: Amount, currency: string, language: Language): string {
  return withTrueMinus(moneyInWords(amount, currency, language));
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
  return html`<time datetime="${date.toString()}">${dayText(date, language)}</time>`;
}

/** Shows `Nov 23, 2026, 10:42 AM` in the institution's zone. */
export function moment(
  at: Temporal.Instant,
  given: { readonly zone: string; readonly language: Language },
): Html {
  return html`<time datetime="${at.toString()}">${momentText(at, given)}</time>`;
}

function momentText(
  at: Temporal.Instant,
  { zone, language }: { readonly zone: string; readonly language: Language },
): string {
  return at
    .toZonedDateTimeISO(zone)
    .toPlainDateTime()
    .toLocaleString(localeOf(language), { dateStyle: 'medium', timeStyle: 'short' });
}

/**
 * Puts a moment in the `{when}` of a sentence. A time that ends in a period, such as `2:08 p.m.`,
 * ends the sentence as well.
 */
export function withMoment(
  sentence: string,
  at: Temporal.Instant,
  given: { readonly zone: string; readonly language: Language },
): Html {
  const [before = '', after = ''] = sentence.split('{when}');
  const rest = momentText(at, given).endsWith('.') ? after.replace(/^\.(?!\.)/, '') : after;
  return html`${before}${moment(at, given)}${rest}`;
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
