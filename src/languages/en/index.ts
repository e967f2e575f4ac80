import type { LanguagePack } from '../pack.ts';
import { consoleTexts } from './console/index.ts';
import { reading } from './reading/index.ts';
import { en as locale } from './replies.ts';
import { site } from './site/index.ts';

/** English: all that members read and write in it, by message and on the site. */
export const pack: LanguagePack = {
  name: 'English',
  englishName: 'English',
  intl: 'en-US',
  iso639: 'eng',
  usualHours: 'Mon-Fri 9am-5pm',
  reading,
  locale,
  site,
  console: consoleTexts,
};
