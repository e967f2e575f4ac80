import { foldToGsm7 } from '../kernel/gsm7.ts';
import { problemsOf } from './check-texts.ts';
import { factsOf } from './facts/facts.ts';
import { fillFirst, type Places } from './fill.ts';
import type { Language } from './language.ts';
import type { Reply, Voice } from './reply.ts';
import { en } from './texts/en.ts';
import { es } from './texts/es.ts';
import { fr } from './texts/fr.ts';
import type { TextKey, Versions } from './texts/text-key.ts';
import type { Tongue } from './texts/tongue.ts';
import { widthOf } from './width.ts';

/** Every language's texts and words. */
export const tongues: Readonly<Record<Language, Tongue>> = { en, fr, es };

/**
 * A reply in words, without the code: the exit adds that. The facts choose a text, the text has versions from fullest to
 * tightest, and the first that fits `voice.room` is taken; what cannot fit takes two segments, at most five. One line;
 * on SMS in GSM-7 characters only. Pure.
 */
export function word(reply: Reply, voice: Voice): string {
  const tongue = tongues[voice.language];
  const speech = { voice, tongue, gsm7: voice.channel === 'sms' };
  const { key, places } = factsOf(reply, speech);
  const versions = ownText(key, voice) ?? tongue.texts[key];
  const tail = reply.reply === 'refused' && reply.dropped ? ` ${tongue.dropped}` : '';
  const room = voice.room - widthOf(tail);
  const filled = fillFirst(versions, { ...commonPlaces(voice, tongue), ...places }, room);
  const text = `${filled}${tail}`;
  const said = tongue.elide?.(text) ?? text;
  return speech.gsm7 ? foldToGsm7(said) : said;
}

function commonPlaces({ institution, channel, language }: Voice, tongue: Tongue): Places {
  return {
    service: institution.service,
    institution: institution.name,
    portal: institution.portalName,
    site: institution.portalAddress,
    phone: institution.phone,
    hours: institution.hours[language],
    address: tongue.address[channel],
  };
}

const judged = new Map<string, Versions | undefined>();
const judgedMax = 10_000;

/** The institution's own text, where it has one that is fit to be used. */
function ownText(key: TextKey, { institution, language }: Voice): Versions | undefined {
  const text = institution.texts?.[key]?.[language];
  if (text === undefined) return undefined;
  const remembered = `${key}\n${text}`;
  if (judged.has(remembered)) return judged.get(remembered);
  const versions: Versions | undefined = problemsOf(key, text).length === 0 ? [text] : undefined;
  if (judged.size < judgedMax) judged.set(remembered, versions);
  return versions;
}
