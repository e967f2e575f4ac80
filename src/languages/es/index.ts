import type { LanguagePack } from '../pack.ts';
import { consoleTexts } from './console/index.ts';
import { reading } from './reading/index.ts';
import { es as locale } from './replies.ts';
import { site } from './site/index.ts';

/** Spanish: all that members read and write in it, by message and on the site. */
export const pack: LanguagePack = {
  name: 'Español',
  englishName: 'Spanish',
  intl: 'es-US',
  iso639: 'spa',
  usualHours: 'lun-vie 9-17 h',
  reading,
  locale,
  site,
  console: consoleTexts,
};
