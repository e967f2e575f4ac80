import { currencyOf, type Amount } from '../../money/amount.ts';
import { formatAmount } from '../../money/format.ts';
import type { Cleaner } from '../../reading/clean.ts';
import { dayOfNumber, formatDay, localMoment, needsYear } from '../dates.ts';
import type { ShareLabel, Voice } from '../reply.ts';
import type { Locale } from '../locale.ts';

/** The speaker and the language. */
export interface Speech {
  readonly voice: Voice;
  readonly locale: Locale;
  /** Only GSM-7 characters: by SMS, one other character would more than double the cost. */
  readonly gsm7: boolean;
  /** Cleans text that others wrote. */
  readonly clean: Cleaner;
}

/** `$1,204.33`; on a share in another currency, `JPY 1,204`. */
export function money(amount: Amount, { voice, locale }: Speech, on?: InCurrency): string {
  const own = on?.currency === undefined ? undefined : currencyOf(on.currency);
  const currency = own ?? voice.currency;
  return formatAmount(amount, currency, locale.amounts(currency));
}

/** The currency of a figure's share. Absent: the institution's. */
type InCurrency = Pick<ShareLabel, 'currency'>;

/** `+$812.40`, `-$45.12`. */
export function signedMoney(amount: Amount, speech: Speech, on?: InCurrency): string {
  return amount > 0n ? `+${money(amount, speech, on)}` : money(amount, speech, on);
}

/** The available balance of a share, or the amount owed on a loan. */
export function figure(share: ShareLabel, amount: Amount, speech: Speech): string {
  const said = money(amount, speech, share);
  return share.kind === 'loan' ? speech.locale.owed(said) : said;
}

/** `Checking 7`, or with its nickname `House 7`. */
export function label(share: ShareLabel, speech: Speech): string {
  return `${nameOf(share, speech)} ${share.suffix}`;
}

/** A name and its figure, with a colon if two numbers would run together, as in `7 1 204,33 $`. */
export function beside(name: string, amount: string, { locale }: Speech): string {
  if (name === '') return amount;
  const merges = /\d$/.test(name) && /^\d/.test(amount);
  return `${name}${merges ? locale.colon : ' '}${amount}`;
}

/** A check's number. If it is long enough to be an account number, only its end. */
export function checkNumber(number: string): string {
  const digits = number.replace(/\D/g, '');
  return digits.length > 6 ? `..${digits.slice(-4)}` : digits;
}

/** The nickname as a message may show it, or else the kind. */
export function nameOf({ kind, nickname }: ShareLabel, { locale, gsm7, clean }: Speech): string {
  const own = nickname === undefined ? '' : clean.name(nickname, { gsm7 });
  return own === '' ? locale.kinds[kind] : own;
}

/** The zone of the times that the member reads. */
function clockZone({ clockZone: own, zone }: Voice): string {
  return own ?? zone;
}

/** `10:42am`. */
export function time(instant: Temporal.Instant, { voice, locale }: Speech): string {
  return locale.clock(localMoment(instant, clockZone(voice)));
}

/** The time of a figure; `now` only within the same minute. */
export function when(
  { at, asOf }: { readonly at: Temporal.Instant; readonly asOf?: true | undefined },
  { voice, locale }: Speech,
): string {
  const moment = localMoment(at, clockZone(voice));
  const now = localMoment(voice.now, clockZone(voice));
  const isToday = moment.dayNumber === now.dayNumber;
  return locale.when(locale.clock(moment), {
    day: isToday ? undefined : formatDay(dayOfNumber(moment.dayNumber), locale),
    isNow: Math.abs(voice.now.epochMilliseconds - at.epochMilliseconds) < 60_000,
    hour: moment.hour,
    isAsOf: asOf === true,
  });
}

/** An expiry, with its day if that is not today. */
export function until(instant: Temporal.Instant, { voice, locale }: Speech): string {
  const moment = localMoment(instant, clockZone(voice));
  const now = localMoment(voice.now, clockZone(voice));
  return locale.until(locale.clock(moment), {
    day:
      moment.dayNumber === now.dayNumber
        ? undefined
        : formatDay(dayOfNumber(moment.dayNumber), locale),
    hour: moment.hour,
  });
}

/** The date of an instant in the institution's zone. */
export function localDay(instant: Temporal.Instant, { voice }: Speech): Temporal.PlainDate {
  return dayOfNumber(localMoment(instant, voice.zone).dayNumber);
}

/** Day and time in the institution's zone, if a deadline counts from that day. */
export function institutionMoment(
  instant: Temporal.Instant,
  speech: Speech,
): { readonly day: string; readonly time: string } {
  const { zone } = speech.voice;
  return {
    day: day(localDay(instant, speech), speech),
    time: speech.locale.clock(localMoment(instant, zone)),
  };
}

/** `11/20`; with its year if it is not this year. */
export function day(date: Temporal.PlainDate, speech: Speech): string {
  const { voice, locale } = speech;
  return formatDay(date, locale, { year: needsYear(date, localDay(voice.now, speech)) });
}

/** `11/20`; with a two-digit year if it is not this year, `11/20/25`. */
export function dayShort(date: Temporal.PlainDate, speech: Speech): string {
  const { voice, locale } = speech;
  const year = needsYear(date, localDay(voice.now, speech)) && 'short';
  return formatDay(date, locale, { year });
}

/** `3/14/2019`. */
export function dayWithYear(date: Temporal.PlainDate, { locale }: Speech): string {
  return formatDay(date, locale, { year: true });
}
