import type { Language } from '../kernel/vocabulary/language.ts';
import { room } from '../wording/voice.ts';
import { roomsFrom, widthOf } from '../wording/width.ts';
import { locales } from './wording.ts';

interface Words {
  /** What the X account is called where it is not the one written from; the tighter one where the other takes a segment more. */
  readonly account: readonly [string, string];
  /** What comes before a text that says `here` and means X. */
  readonly lead: readonly [string, string];
  readonly here: RegExp;
}

const words: Readonly<Record<Language, Words>> = {
  // `A person here` and `par ici` mean no channel.
  en: {
    account: ['your X account', 'X'],
    lead: ['On X: ', 'X: '],
    here: wordOf('here', 'person '),
  },
  fr: { account: ['votre compte X', 'X'], lead: ['Sur X : ', 'X : '], here: wordOf('ici', 'par ') },
  es: { account: ['su cuenta de X', 'X'], lead: ['En X: ', 'X: '], here: wordOf('aquí') },
};

/**
 * A text that was worded for X as it reads where it goes by the member's other channel: `this X account` is `your X account` there, and
 * what says `here` says first that it speaks of X. It takes no segment more where a tighter form prevents that. All else stays, letter
 * by letter. Pure.
 */
export function toldElsewhere(text: string, language: Language): string {
  const { account, lead, here } = words[language];
  const written = locales[language].address.x;
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
function wordOf(word: string, not?: string): RegExp {
  return new RegExp(`(?<!\\p{L}${not === undefined ? '' : `|${not}`})${word}(?!\\p{L})`, 'u');
}
