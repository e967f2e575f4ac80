import type { ReadingPack } from '../reading/lexicon/lexicon.ts';
import type { Locale } from '../wording/locale.ts';
import type { SiteTexts } from './site-texts.ts';

/** A language: what its texts are read by, what replies are worded by, and what the site says. */
export interface LanguagePack {
  /** As it calls itself. */
  readonly name: string;
  /** As staff and the documentation call it. */
  readonly englishName: string;
  /** The locale in which pages write figures and dates: BCP 47. */
  readonly intl: string;
  /** Its three letters in ISO 639-2, for files that programs read. */
  readonly iso639: string;
  /** When people answer the phone, where an institution says nothing. */
  readonly usualHours: string;
  readonly reading: ReadingPack;
  readonly locale: Locale;
  /** Pages, forms and refusals of site and API. */
  readonly site: SiteTexts;
}
