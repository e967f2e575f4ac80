import type { ReadingPack } from '../reading/lexicon/lexicon.ts';
import type { Locale } from '../wording/locale.ts';

/** A language: what its texts are read by, and what replies are worded by. */
export interface LanguagePack {
  /** As it calls itself. */
  readonly name: string;
  /** As staff and the documentation call it. */
  readonly englishName: string;
  readonly reading: ReadingPack;
  readonly locale: Locale;
}
