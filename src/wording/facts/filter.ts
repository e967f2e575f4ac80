import type { ListQuestion } from '../../kernel/vocabulary/intent.ts';
import { needsYear } from '../dates.ts';
import type { FilterFacts, Unapplied } from '../filter-facts.ts';
import type { FoundNoun } from '../found-words.ts';
import type { Place } from '../fill.ts';
import { firstFitting } from './list.ts';
import { localDay, money, type Speech } from './speech.ts';

/** What entries are called: purchases at a merchant, payments for a category. */
export function nounOf(
  of: ListQuestion,
  { find, isCategory }: FilterFacts,
  isOut: boolean,
): FoundNoun {
  if (of === 'deposits') return 'deposit';
  if (of === 'withdrawals') return 'withdrawal';
  if (of === 'checks') return 'check';
  if (find !== undefined) return isCategory ? 'payment' : 'purchase';
  return isOut ? 'payment' : 'transaction';
}

/** A noun with its limits: `11 purchases at Schnucks over $20.00, Oct 1–31`. If room is short, the merchant's name is cut. */
export function withLimits(
  begin: string,
  noun: FoundNoun,
  filter: FilterFacts,
  speech: Speech,
): Place {
  const find = filter.find === undefined ? '' : shownName(filter.find, filter.isCategory, speech);
  return firstFitting(
    (function* () {
      for (const width of [find.length, 14, 8]) {
        const name = speech.clean.shorten(find, width);
        const named =
          name === ''
            ? begin
            : filter.isCategory
              ? speech.locale.found.for(begin, name)
              : speech.locale.found.at(begin, name, noun);
        yield joined([named, boundsText(filter, speech)], periodText(filter, speech));
      }
    })(),
  );
}

/** A range comes after a comma, anything else after a space. */
function joined(parts: readonly string[], { text, isRange }: Period): string {
  const phrase = parts.filter((part) => part !== '').join(' ');
  if (text === '') return phrase;
  return `${phrase}${isRange ? ', ' : ' '}${text}`;
}

interface Period {
  readonly text: string;
  readonly isRange: boolean;
}

/** `since Nov 1`, `Oct 1–31`, `on Nov 29`. */
function periodText({ since, until }: FilterFacts, speech: Speech): Period {
  const { found } = speech.locale;
  if (since && until) {
    return since.equals(until)
      ? { text: found.on(namedDay(since, speech)), isRange: false }
      : { text: rangeText(since, until, speech), isRange: true };
  }
  if (since) return { text: found.since(namedDay(since, speech)), isRange: false };
  return { text: until ? found.until(namedDay(until, speech)) : '', isRange: false };
}

/** `Nov 1`, `1 nov`; with its year if it is not this year. */
export function namedDay(date: Temporal.PlainDate, speech: Speech): string {
  const year = needsYear(date, localDay(speech.voice.now, speech)) ? yearOf(date, speech) : '';
  return `${monthAndDay(date, speech)}${year}`;
}

function monthAndDay(date: Temporal.PlainDate, speech: Speech): string {
  const { locale } = speech;
  const month = locale.found.months[date.month - 1] ?? '';
  return locale.isMonthFirst
    ? `${month} ${dayNumber(date, speech)}`
    : `${dayNumber(date, speech)} ${month}`;
}

function dayNumber({ day }: Temporal.PlainDate, { locale }: Speech): string {
  return day === 1 ? locale.found.first : String(day);
}

function yearOf({ year }: Temporal.PlainDate, { locale }: Speech): string {
  return locale.isMonthFirst ? `, ${year}` : ` ${year}`;
}

function rangeText(since: Temporal.PlainDate, until: Temporal.PlainDate, speech: Speech): string {
  const { locale, voice } = speech;
  const today = localDay(voice.now, speech);
  if (since.year !== until.year) {
    return [since, until]
      .map((date) => `${monthAndDay(date, speech)}${yearOf(date, speech)}`)
      .join('–');
  }
  const year = needsYear(until, today) ? yearOf(until, speech) : '';
  if (since.month !== until.month)
    return `${monthAndDay(since, speech)}–${monthAndDay(until, speech)}${year}`;
  const month = locale.found.months[since.month - 1] ?? '';
  const days = `${dayNumber(since, speech)}–${dayNumber(until, speech)}`;
  return `${locale.isMonthFirst ? `${month} ${days}` : `${days} ${month}`}${year}`;
}

function boundsText({ over, under, min, max, currency }: FilterFacts, speech: Speech): string {
  const { found } = speech.locale;
  const said = (amount: bigint) =>
    money(amount, speech, currency === undefined ? undefined : { currency });
  if (min !== undefined && max !== undefined)
    return min === max ? found.exactly(said(min)) : found.between(said(min), said(max));
  return [
    over === undefined ? '' : found.over(said(over)),
    min === undefined ? '' : found.least(said(min)),
    under === undefined ? '' : found.under(said(under)),
    max === undefined ? '' : found.most(said(max)),
  ]
    .filter((part) => part !== '')
    .join(' ');
}

/** A merchant with capitals, a category as typed. Empty if nothing of it can be shown. */
export function shownName(
  typed: string,
  isCategory: boolean | undefined,
  { clean, gsm7 }: Speech,
): string {
  const name = clean.name(typed, { gsm7 });
  if (isCategory || /\p{Lu}/u.test(name)) return name;
  return name
    .split(' ')
    .map((word, index) => (index > 0 && word.length <= 3 ? word : withCapitals(word)))
    .join(' ');
}

function withCapitals(word: string): string {
  const isShortForm = word.length <= 3 && !/[aeiouy]/.test(word);
  return isShortForm ? word.toUpperCase() : word.charAt(0).toUpperCase() + word.slice(1);
}

/** The sentence about limits that the answer doesn't have. */
export function unappliedText(unapplied: Unapplied, speech: Speech): string {
  const words = unapplied.words === undefined ? '' : speech.clean.heard(unapplied.words, speech);
  const find = unapplied.find === undefined ? '' : shownName(unapplied.find, true, speech);
  const list = [
    words === '' ? '' : `"${words}"`,
    find === '' ? '' : `"${find}"`,
    boundsText(unapplied, speech),
    periodText(unapplied, speech).text,
  ].filter((part) => part !== '');
  return list.length === 0 ? '' : speech.locale.found.unapplied(list.join(speech.locale.separator));
}
