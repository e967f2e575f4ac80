import type { ReadingPack } from '../reading/lexicon/lexicon.ts';
import type { Locale } from '../wording/locale.ts';

/** A language: the words for reading its texts, and the texts for wording replies. */
export interface LanguagePack {
  /** Its own name for itself. */
  readonly name: string;
  /** Its name for staff and documentation. */
  readonly englishName: string;
  /** The locale in which pages write figures and dates: BCP 47. */
  readonly intl: string;
  /** Its three letters in ISO 639-2, for files that programs read. */
  readonly iso639: string;
  readonly reading: ReadingPack;
  readonly locale: Locale;
}
