import type { ReadingPack } from '../reading/lexicon/lexicon.ts';
import type { Locale } from '../wording/locale.ts';
import type { ConsoleTexts } from './console-texts.ts';
import type { SiteTexts } from './site-texts.ts';

/** A language: the words for reading its texts, and the texts of replies and of the site. */
export interface LanguagePack {
  /** Its own name for itself. */
  readonly name: string;
  /** Its name for staff and documentation. */
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
  /** The staff console. */
  readonly console: ConsoleTexts;
}
