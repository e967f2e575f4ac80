import type { LanguagePack } from '../pack.ts';
import { consoleTexts } from './console/index.ts';
import { reading } from './reading/index.ts';
import { fr as locale } from './replies.ts';
import { site } from './site/index.ts';

/** French: all that members read and write in it, by message and on the site. */
export const pack: LanguagePack = {
  name: 'Français',
  englishName: 'French',
  intl: 'fr-FR',
  iso639: 'fra',
  usualHours: 'lun-ven 9h-17h',
  reading,
  locale,
  site,
  console: consoleTexts,
};
