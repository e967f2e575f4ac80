import type { Language } from '../../../kernel/vocabulary/language.ts';
import { packs } from '../../../languages/index.ts';
import { sayOf, type Say as SayOf } from '../../../languages/say.ts';
import type { SignInTexts } from '../../../languages/site-texts.ts';

export type TextName = keyof SignInTexts;

/** Gives a text of signing in by its name. */
export type Say = SayOf<TextName>;

/** The texts of signing in in a language. */
export function sayIn(language: Language): Say {
  return sayOf(packs[language].site.signIn);
}
