import type { LanguagePack } from '../pack.ts';
import { reading } from './reading/index.ts';
import { en as locale } from './replies.ts';

/** English: everything that members read and write in it by message. */
export const pack: LanguagePack = {
  name: 'English',
  englishName: 'English',
  intl: 'en-US',
  iso639: 'eng',
  reading,
  locale,
};
