import type { ChannelName } from '../kernel/vocabulary/channel.ts';
import type { Language } from '../kernel/vocabulary/language.ts';
import type { HereWord } from '../wording/locale.ts';
import { room } from '../wording/voice.ts';
import { roomsFrom, widthOf } from '../wording/width.ts';
import { packs } from './index.ts';

/**
 * Rewords a text written for one channel that goes through the member's other channel: `this X account` becomes `your X account`,
 * and a text with `here` first says that it is about X. Uses a tighter form if that saves a segment. Leaves everything else as it
 * is. Pure.
 * @param from the channel that it was worded for
 */
export function toldElsewhere(
  text: string,
  { language, from }: { readonly language: Language; readonly from: ChannelName },
): string {
  const { channels, here: hereWord } = packs[language].locale;
  const { address: written, elsewhere } = channels[from];
  if (!elsewhere) return text;
  const { account, lead } = elsewhere;
  const here = wordOf(hereWord);
  const limit = roomsFrom(room).find((one) => widthOf(text) <= one) ?? 0;
  const versions = ([0, 1] as const).map((tightness) => {
    const named = text
      .replaceAll(written, account[tightness])
      .replaceAll(capital(written), capital(account[tightness]));
    return here.test(text) ? `${lead[tightness]}${named}` : named;
  });
  return versions.find((one) => widthOf(one) <= limit) ?? versions.at(-1) ?? text;
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

/** Matches the whole word, in lower case. */
function wordOf({ word, notAfter }: HereWord): RegExp {
  const not = notAfter === undefined ? '' : `|${notAfter}`;
  return new RegExp(`(?<!\\p{L}${not})${word}(?!\\p{L})`, 'u');
}
