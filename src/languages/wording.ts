import { answerTopics } from '../kernel/vocabulary/answer-topic.ts';
import { descriptors } from '../channels/descriptors.ts';
import type { Amount, Currency } from '../money/amount.ts';
import { formatAmount } from '../money/format.ts';
import { foldToGsm7 } from '../kernel/gsm7.ts';
import { problemsOf } from './check-texts.ts';
import { factsOf } from '../wording/facts/facts.ts';
import { fillFirst, type Places } from '../wording/fill.ts';
import { framed, framesOf } from '../wording/frame.ts';
import type { Language } from '../kernel/vocabulary/language.ts';
import type { AlertLine } from '../wording/alert-reply.ts';
import { ruleText } from '../wording/facts/alerts.ts';
import type { Reply, Voice } from '../wording/reply.ts';
import { clean } from './clean.ts';
import { packs } from './index.ts';
import type { TextKey, Versions } from '../wording/text-key.ts';
import type { Locale } from '../wording/locale.ts';
import { unappliedText } from '../wording/facts/filter.ts';
import type { Speech } from '../wording/facts/speech.ts';
import { longest } from '../wording/width.ts';

/** Formats an amount in a language. */
export function amountIn(language: Language, amount: Amount, currency: Currency): string {
  return formatAmount(amount, currency, packs[language].locale.amounts(currency));
}

/**
 * Renders a reply as text, without the code, which `stampCode` adds. The facts choose a text, whose versions go from fullest to
 * tightest; the first that fits `voice.room` is used. If none fits, takes two segments, at most five. One line; by SMS only GSM-7
 * characters. Pure.
 */
export function render(reply: Reply, voice: Voice): string {
  const { locale } = packs[voice.language];
  const speech = { voice, locale, gsm7: descriptors[voice.channel].encoding === 'gsm7', clean };
  const { key, places } = factsOf(reply, speech);
  const versions = ownText(key, voice) ?? locale.texts[key];
  const all = { ...commonPlaces(voice, locale), ...places };
  const frames = framesOf(reply, voice, locale, tailOf(reply, speech));
  const text = framed(frames, roomFor(reply, voice), (room) => fillFirst(versions, all, room));
  const said = locale.elide?.(text) ?? text;
  return speech.gsm7 ? foldToGsm7(said) : said;
}

/** What ends a text: that a pending transfer is void, or what the answer does not take into account. */
function tailOf(reply: Reply, speech: Speech): string {
  if (reply.reply === 'refused' && reply.dropped) return ` ${speech.locale.dropped}`;
  const unapplied = reply.unapplied ? unappliedText(reply.unapplied, speech) : '';
  return unapplied === '' ? '' : ` ${unapplied}`;
}

/** Where length costs nothing, rows keep whole names. By SMS each segment costs. */
function roomFor({ reply }: Reply, { room, channel }: Voice): number {
  const isList = reply === 'history' || reply === 'found' || reply === 'alert';
  return isList && descriptors[channel].encoding === 'unicode' ? longest : room;
}

function commonPlaces({ institution, channel, language }: Voice, locale: Locale): Places {
  return {
    service: institution.service,
    institution: institution.name,
    portal: institution.portalName,
    site: institution.portalAddress,
    phone: institution.phone,
    hours: institution.hours[language],
    address: locale.channels[channel].address,
  };
}

/** Says what a rule wants, for pages: `Checking 7 below $100.00`. */
export function sayAlertRule(line: AlertLine, voice: Voice): string {
  const { locale } = packs[voice.language];
  const text = ruleText(line, { voice, locale, gsm7: false, clean });
  const said = locale.elide?.(text) ?? text;
  return said.charAt(0).toUpperCase() + said.slice(1);
}

const checked = new Map<string, Versions | undefined>();
const checkedMax = 10_000;

/** The institution's own text, if it has a valid one. */
function ownText(key: TextKey, { institution, language }: Voice): Versions | undefined {
  const topic = answerTopics.find((one) => `answer.${one}` === key);
  const text = topic
    ? institution.answers?.[topic]?.[language]
    : institution.texts?.[key]?.[language];
  if (text === undefined) return undefined;
  const remembered = `${key}\n${text}`;
  if (checked.has(remembered)) return checked.get(remembered);
  const versions: Versions | undefined = problemsOf(key, text).length === 0 ? [text] : undefined;
  if (checked.size < checkedMax) checked.set(remembered, versions);
  return versions;
}
