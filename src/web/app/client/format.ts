import { withTrueMinus } from '../../../languages/true-minus.ts';
import { digitsOf, type Figure } from './figure.ts';
import { given, say } from './given.ts';

/** Writes an amount as the site does: `−$1,204.33`. */
export function money(figure: Figure, currency: string): string {
  const digits = digitsOf(figure);
  const format = new Intl.NumberFormat(given.intl, {
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a decimal is a number in digits; a string keeps every digit
  return withTrueMinus(format.format(figure as `${number}`));
}

/** Writes a calendar day: `Nov 23, 2026`. */
export function day(on: string): string {
  return new Date(`${on}T12:00:00Z`).toLocaleDateString(given.intl, {
    dateStyle: 'medium',
    timeZone: 'UTC',
  });
}

/** Makes a format when it is first needed. Each costs as much as many uses of it. */
function lazily(make: () => Intl.DateTimeFormat): () => Intl.DateTimeFormat {
  let made: Intl.DateTimeFormat | undefined;
  return () => (made ??= make());
}

const clock = lazily(
  () => new Intl.DateTimeFormat(given.intl, { timeStyle: 'short', timeZone: given.zone }),
);
const calendar = lazily(
  () =>
    new Intl.DateTimeFormat('en-CA', {
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      timeZone: given.zone,
    }),
);

/** Writes the time of day, in the institution’s zone: `10:42 AM`. */
export function time(at: string): string {
  return clock().format(new Date(at));
}

/** Writes day and time: `Nov 23, 2026, 10:42 AM`. */
export function moment(at: string): string {
  return new Date(at).toLocaleString(given.intl, {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone: given.zone,
  });
}

/** The calendar day of an instant, in the institution’s zone: `2026-11-23`. */
export function dayOf(at: number): string {
  const parts = calendar().formatToParts(at);
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? '';
  return `${part('year')}-${part('month')}-${part('day')}`;
}

/** Names a day as people do: today, yesterday, a weekday within a week, else its date. */
export function dayName(on: string, now: number): string {
  const days = Math.round((Date.parse(dayOf(now)) - Date.parse(on)) / 86_400_000);
  if (days === 0) return say('today');
  if (days === 1) return say('yesterday');
  const noon = new Date(`${on}T12:00:00Z`);
  if (days > 1 && days < 7)
    return noon.toLocaleDateString(given.intl, { weekday: 'long', timeZone: 'UTC' });
  return noon.toLocaleDateString(given.intl, {
    weekday: 'short',
    day: 'numeric',
    month: 'long',
    ...(on.slice(0, 4) === dayOf(now).slice(0, 4) ? {} : { year: 'numeric' }),
    timeZone: 'UTC',
  });
}
