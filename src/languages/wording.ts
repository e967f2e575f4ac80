import { answerTopics } from '../kernel/vocabulary/answer-topic.ts';
import { descriptors } from '../channels/descriptors.ts';
import type { Amount, Currency } from '../money/amount.ts';
import { formatAmount } from '../money/format.ts';
import { foldToGsm7 } from '../kernel/gsm7.ts';
import { problemsOf } from './check-texts.ts';
import { factsOf } from '../wording/facts/facts.ts';
import { fillFirst, type Places } from '../wording/fill.ts';
import type { Language } from '../kernel/vocabulary/language.ts';
import type { Reply, Voice } from '../wording/reply.ts';
import { clean } from './clean.ts';
import { packs } from './index.ts';
import type { TextKey, Versions } from '../wording/text-key.ts';
import type { Locale } from '../wording/locale.ts';
import { widthOf } from '../wording/width.ts';

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
  const tail = reply.reply === 'refused' && reply.dropped ? ` ${locale.dropped}` : '';
  const room = voice.room - widthOf(tail);
  const filled = fillFirst(versions, { ...commonPlaces(voice, locale), ...places }, room);
  const text = `${filled}${tail}`;
  const said = locale.elide?.(text) ?? text;
  return speech.gsm7 ? foldToGsm7(said) : said;
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
