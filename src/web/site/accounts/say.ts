import type { Language } from '../../../kernel/vocabulary/language.ts';
import { packs } from '../../../languages/index.ts';
import { sayOf, type Say as SayOf } from '../../../languages/say.ts';
import type { AccountsTexts } from '../../../languages/site-texts.ts';

export type TextName = keyof AccountsTexts;

/** Gives a text of accounts and transfers by its name. */
export type Say = SayOf<TextName>;

/** The texts of accounts and transfers in a language. */
export function sayIn(language: Language): Say {
  return sayOf(packs[language].site.accounts);
}
