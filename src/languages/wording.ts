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
  const all = { ...commonPlaces(voice, locale), ...places };
  const tail = reply.reply === 'refused' && reply.dropped ? ` ${locale.dropped}` : '';
  const text = framed(framesOf(reply, voice, locale, tail), voice.room, (room) =>
    fillFirst(versions, all, room),
  );
  const said = locale.elide?.(text) ?? text;
  return speech.gsm7 ? foldToGsm7(said) : said;
}

/** What stands before and after a text. */
interface Frame {
  readonly lead: string;
  readonly tail: string;
}

/** The frames of a reply, fullest first. The answer to a guess says how the text was read, at least at its end if there is room. */
function framesOf(
  { reply }: Reply,
  { readAs }: Voice,
  locale: Locale,
  tail: string,
): readonly [Frame, ...Frame[]] {
  const plain = { lead: '', tail };
  if (readAs === undefined || !answers.has(reply)) return [plain];
  const lead = locale.readAs[readAs];
  const asked = { lead: '', tail: ` ${locale.notMeant}` };
  return lead === undefined ? [asked, plain] : [{ ...asked, lead: `${lead} ` }, asked, plain];
}

/** Replies that answer a guess with something: refusals and questions of ours say themselves what they are about. */
const answers: ReadonlySet<Reply['reply']> = new Set<Reply['reply']>([
  'balance',
  'balances',
  'history',
  'check',
  'holds',
  'accounts',
  'limits',
  'contact',
  'agent',
]);

/** Fills the first frame with which the text fits one segment; the fullest if none does. */
function framed(
  frames: readonly [Frame, ...Frame[]],
  room: number,
  fill: (room: number) => string,
): string {
  const [fullest] = frames;
  const within = ({ lead, tail }: Frame) => {
    const left = room - widthOf(lead) - widthOf(tail);
    const text = fill(left);
    return { text: `${lead}${text}${tail}`, fits: widthOf(text) <= left };
  };
  for (const frame of frames) {
    const { text, fits } = within(frame);
    if (fits) return text;
  }
  return within(fullest).text;
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
  const text = institution.texts?.[key]?.[language];
  if (text === undefined) return undefined;
  const remembered = `${key}\n${text}`;
  if (checked.has(remembered)) return checked.get(remembered);
  const versions: Versions | undefined = problemsOf(key, text).length === 0 ? [text] : undefined;
  if (checked.size < checkedMax) checked.set(remembered, versions);
  return versions;
}
