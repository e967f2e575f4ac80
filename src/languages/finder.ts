import { languages } from '../kernel/vocabulary/language.ts';
import { spendingCategories } from '../kernel/vocabulary/spending-category.ts';
import { createFinders } from '../reading/merchants/finder.ts';
import { packs } from './index.ts';
import { categories } from './shared/categories.ts';
import {
  articleWords,
  attachedWords,
  genericWords,
  joiningWords,
  merchants,
  shortWords,
} from './shared/merchants.ts';

/** Makes the finder of what a member calls a merchant or a category, in any language. */
export const finderOf = createFinders({
  merchants,
  categories,
  said: Object.fromEntries(
    spendingCategories.map((category) => [
      category,
      languages.map((language) => packs[language].reading.categories[category] ?? '').join(','),
    ]),
  ),
  short: shortWords,
  generic: genericWords,
  articles: articleWords,
  joining: joiningWords,
  attached: attachedWords,
});
