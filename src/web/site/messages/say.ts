import type { Language } from '../../../kernel/vocabulary/language.ts';
import { packs } from '../../../languages/index.ts';
import { sayOf, type Say as SayOf } from '../../../languages/say.ts';
import type { MessagesTexts } from '../../../languages/site-texts.ts';

export type TextName = keyof MessagesTexts;

/** Gives a text of the section by its name. */
export type Say = SayOf<TextName>;

/** The texts of the section in a language. */
export function sayIn(language: Language): Say {
  return sayOf(packs[language].site.messages);
}
