import { isDeepStrictEqual } from 'node:util';
import { defaultLanguage, type Language } from '../kernel/vocabulary/language.ts';
import type { Institution } from '../members/institution.ts';
import type { Member } from '../members/member.ts';
import type { Understood } from '../reading/reading.ts';
import type { Share } from '../shares/share.ts';
import { dayIn } from '../wording/dates.ts';
import { contextOf } from './gather.ts';
import { readNow } from './rehearse.ts';

/** An institution as it is, and as it would be. */
export interface Sides {
  readonly before: Institution;
  readonly after: Institution;
}

/** How a text is read on each side. */
export interface ReadBoth {
  readonly before: Understood;
  readonly after: Understood;
  /** Both sides read it the same way. */
  readonly isAlike: boolean;
}

/** More texts than these are forgotten all at once. */
const knownMax = 20_000;

/**
 * Makes a reader of texts for both sides. Many members send the same few texts, and have accounts by the same names: those are read once.
 */
export function createReaderOfBoth(
  sides: Sides,
): (
  asked: { readonly text: string; readonly member: Member; readonly shares: readonly Share[] },
  now: Temporal.Instant,
) => ReadBoth {
  const isSameReader = readsTheSame(sides);
  const known = new Map<string, ReadBoth>();
  return ({ text, member, shares }, now) => {
    const key = keyOf({ text, member, shares }, sides, now);
    const found = known.get(key);
    if (found) return found;
    const side = (institution: Institution) =>
      readNow({ institution, member, text, language: languageOf(institution) }, shares, now);
    const before = side(sides.before);
    const after = isSameReader ? before : side(sides.after);
    const both = { before, after, isAlike: isDeepStrictEqual(before, after) };
    if (known.size >= knownMax) known.clear();
    known.set(key, both);
    return both;
  };
}

/** Tells whether both sides read every text the same way: the draft is about something else. */
function readsTheSame({ before, after }: Sides): boolean {
  const how = (institution: Institution) => ({
    ...contextOf(institution, [], languageOf(institution)),
    zone: institution.zone,
  });
  return isDeepStrictEqual(how(before), how(after));
}

/** All that a reading depends on, besides the institution. */
function keyOf(
  asked: { readonly text: string; readonly member: Member; readonly shares: readonly Share[] },
  { before, after }: Sides,
  now: Temporal.Instant,
): string {
  const { text, member, shares } = asked;
  return JSON.stringify([
    text,
    member.language ?? '',
    dayIn(before.zone, now),
    dayIn(after.zone, now),
    shares.map(({ maySee, suffix, kind, nickname }) => [maySee, suffix, kind, nickname ?? '']),
  ]);
}

/** The language of an institution’s replies to a member who has chosen none. */
export function languageOf({ settings }: Institution): Language {
  return settings.languages[0] ?? defaultLanguage;
}

/**
 * Tells whether the sides differ in nothing but the words that members may use. Then a text that both read the same way has the same
 * answer: what is decided and worded never looks at these words.
 */
export function differInWordsOnly({ before, after }: Sides): boolean {
  const without = (institution: Institution) => ({
    ...institution,
    settings: { ...institution.settings, words: undefined },
  });
  return isDeepStrictEqual(without(before), without(after));
}
