import type { ReadingPack } from '../reading/lexicon/lexicon.ts';
import type { Locale } from '../wording/locale.ts';

/** A language: what its texts are read by, and what replies are worded by. */
export interface LanguagePack {
  /** As it calls itself. */
  readonly name: string;
  /** As staff and the documentation call it. */
  readonly englishName: string;
  /** The locale in which pages write figures and dates: BCP 47. */
  readonly intl: string;
  /** Its three letters in ISO 639-2, for files that programs read. */
  readonly iso639: string;
  readonly reading: ReadingPack;
  readonly locale: Locale;
}
