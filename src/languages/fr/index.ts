import type { LanguagePack } from '../pack.ts';
import { reading } from './reading/index.ts';
import { fr as locale } from './replies.ts';

/** French: everything that members read and write in it by message. */
export const pack: LanguagePack = {
  name: 'Français',
  englishName: 'French',
  intl: 'fr-FR',
  iso639: 'fra',
  reading,
  locale,
};
