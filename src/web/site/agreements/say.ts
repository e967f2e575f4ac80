import type { Language } from '../../../kernel/vocabulary/language.ts';
import { packs } from '../../../languages/index.ts';
import { sayOf, type Say as SayOf } from '../../../languages/say.ts';
import type { AgreementTexts } from '../../../languages/site-texts.ts';

export type TextName = keyof AgreementTexts;

/** Gives a text of the agreements by its name. */
export type Say = SayOf<TextName>;

/** The texts of the agreements in a language. */
export function sayIn(language: Language): Say {
  return sayOf(packs[language].site.agreements);
}
