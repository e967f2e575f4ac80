import { shownDescription } from './posted.ts';
import type { AlertLine, AlertNews, AlertReply, QuietFacts, WeekOfShare } from '../alert-reply.ts';
import { descriptors } from '../../channels/descriptors.ts';
import type { Place } from '../fill.ts';
import { longest, widthOf } from '../width.ts';
import type { Facts } from './chosen.ts';
import { firstFitting } from './list.ts';
import { checkNumber, day, figure, label, money, type Speech } from './speech.ts';

type Of<R extends AlertReply['reply']> = Extract<AlertReply, { reply: R }>;

/** By SMS, the first words on a new alert are those that carriers and the law want of consent. */
export function alertSetFacts({ rule, was }: Of<'alert_set'>, speech: Speech): Facts {
  const places = { number: String(rule.number), what: ruleText(rule, speech) };
  if (was) return { key: `alert_set.${was}`, places };
  const isText = descriptors[speech.voice.channel].carrierWords;
  return { key: isText ? 'alert_set.sms' : 'alert_set', places };
}

export function alertsFacts({ rules, quiet }: Of<'alerts'>, speech: Speech): Facts {
  if (rules.length === 0) return { key: 'alerts.none', places: {} };
  const places = { rules: ruleList(rules, speech) };
  return quiet
    ? { key: 'alerts.quiet', places: { ...places, ...quietPlaces(quiet, speech) } }
    : { key: 'alerts', places };
}

export function alertOffFacts({ rules, all }: Of<'alert_off'>, speech: Speech): Facts {
  const [only, another] = rules;
  if (all) return { key: 'alert_off.all', places: {} };
  if (!only) return { key: 'alert_off.none', places: {} };
  if (another) return { key: 'alert_off.several', places: { rules: ruleList(rules, speech) } };
  return {
    key: 'alert_off',
    places: { number: String(only.number), what: ruleText(only, speech) },
  };
}

export function alertHowFacts({ kind, example, none }: Of<'alert_how'>): Facts {
  return none
    ? { key: 'alert_how.none', places: {} }
    : { key: `alert_how.${kind}`, places: { example } };
}

export function quietFacts({ quiet, isSet }: Of<'quiet'>, speech: Speech): Facts {
  if (!quiet) return { key: isSet ? 'quiet.off' : 'quiet.how', places: {} };
  return { key: isSet ? 'quiet.set' : 'quiet', places: quietPlaces(quiet, speech) };
}

/** As many as fit into what a message may take, and how many more there are. */
export function alertFacts({ news }: Of<'alert'>, speech: Speech): Facts {
  const { locale } = speech;
  const said = news.map((one) => newsText(one, speech));
  const places: { readonly news: Place } = {
    news: (room) => {
      const whole = said.join(locale.separator);
      if (widthOf(whole) <= room) return whole;
      // One segment after another is tried. By SMS two are enough: what is left out stands in the history.
      if (room < (speech.gsm7 ? twoSegments : longest) - around) return undefined;
      for (let shown = said.length - 1; shown > 0; shown -= 1) {
        const text = `${said.slice(0, shown).join(locale.separator)}, ${locale.andMore(said.length - shown)}`;
        if (widthOf(text) <= room) return text;
      }
      return undefined;
    },
  };
  return { key: 'alert', places };
}

/** A text has less than this around its news. */
const around = 60;

/** The room of two joined SMS, without the code. */
const twoSegments = 299;

function ruleList(rules: readonly AlertLine[], speech: Speech): Place {
  const lines = (how: 'label' | 'suffix') =>
    rules
      .map((rule) => `${rule.number}) ${ruleText(rule, speech, how)}`)
      .join(speech.locale.separator);
  return firstFitting(
    (function* () {
      yield lines('label');
      yield lines('suffix');
    })(),
  );
}

/** `Checking 7 below $100.00`. */
export function ruleText(
  { kind, share, amount = 0n, days = 0, weekday = 1 }: AlertLine,
  speech: Speech,
  how: 'label' | 'suffix' = 'label',
): string {
  const { rules, weekdays } = speech.locale.alerts;
  const name = share && (how === 'label' ? label(share, speech) : share.suffix);
  switch (kind) {
    case 'low':
      return rules.low(name ?? '', money(amount, speech, share));
    case 'deposit':
    case 'withdrawal':
      return rules[kind](name, money(amount, speech, share));
    case 'pay':
    case 'check':
    case 'hold':
      return rules[kind](name);
    case 'due':
      return rules.due(name, days);
    case 'weekly':
      return rules.weekly(weekdays[weekday - 1] ?? '');
    default:
      return kind satisfies never;
  }
}

function newsText(news: AlertNews, speech: Speech): string {
  const words = speech.locale.alerts.news;
  switch (news.kind) {
    case 'low':
      return words.low(label(news.share, speech), money(news.available, speech, news.share));
    case 'deposit':
    case 'withdrawal':
    case 'pay':
    case 'hold':
      return words[news.kind](
        label(news.share, speech),
        money(news.amount, speech, news.share),
        shownDescription(news.description, speech),
      );
    case 'check':
      return words.check(
        label(news.share, speech),
        money(news.amount, speech, news.share),
        news.number === undefined ? undefined : checkNumber(news.number),
      );
    case 'due':
      return words.due(
        label(news.share, speech),
        news.amount === undefined ? undefined : money(news.amount, speech, news.share),
        day(news.on, speech),
      );
    case 'weekly':
      return words.weekly(
        news.shares.map((one) => weekText(one, speech)).join(speech.locale.separator),
      );
    default:
      return news satisfies never;
  }
}

function weekText(week: WeekOfShare, speech: Speech): string {
  const { share, available } = week;
  const now = `${label(share, speech)}${speech.locale.colon}${figure(share, available, speech)}`;
  if (week.in === 0n && week.out === 0n) return now;
  const moved = speech.locale.alerts.week(
    money(week.in, speech, share),
    money(week.out, speech, share),
  );
  return `${now} (${moved})`;
}

function quietPlaces({ from, to }: QuietFacts, { locale }: Speech) {
  const clock = (minutes: number) =>
    locale.clock({ hour: Math.floor(minutes / 60), minute: minutes % 60 });
  return { from: clock(from), to: clock(to) };
}
