import type { Language } from '../kernel/vocabulary/language.ts';
import type { Elsewhere } from '../wording/locale.ts';
import { room } from '../wording/voice.ts';
import { roomsFrom, widthOf } from '../wording/width.ts';
import { packs } from './index.ts';

/**
 * A text that was worded for X as it reads where it goes by the member's other channel: `this X account` is `your X account` there, and
 * what says `here` says first that it speaks of X. It takes no segment more where a tighter form prevents that. All else stays, letter
 * by letter. Pure.
 */
export function toldElsewhere(text: string, language: Language): string {
  const { address, elsewhere } = packs[language].locale;
  const { account, lead } = elsewhere;
  const here = wordOf(elsewhere);
  const written = address.x;
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

/** The whole word, in small letters. */
function wordOf({ here, notAfter }: Elsewhere): RegExp {
  const not = notAfter === undefined ? '' : `|${notAfter}`;
  return new RegExp(`(?<!\\p{L}${not})${here}(?!\\p{L})`, 'u');
}
