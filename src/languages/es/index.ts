import type { LanguagePack } from '../pack.ts';
import { reading } from './reading/index.ts';
import { es as locale } from './replies.ts';

/** Spanish: everything that members read and write in it by message. */
export const pack: LanguagePack = {
  name: 'Español',
  englishName: 'Spanish',
  intl: 'es-US',
  iso639: 'spa',
  reading,
  locale,
};
