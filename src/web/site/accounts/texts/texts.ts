import type { Language } from '../../../../kernel/vocabulary/language.ts';
import type { AccountsTexts } from './accounts-texts.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';

const texts: Readonly<Record<Language, AccountsTexts>> = { en, fr, es };

export type TextName = keyof AccountsTexts;

/** Says a text of accounts: its name, and what stands in its `{…}` places. */
export type Say = (name: TextName, places?: Readonly<Record<string, string>>) => string;

/** How accounts speak in a language. */
export function sayIn(language: Language): Say {
  return (name, places = {}) =>
    texts[language][name].replaceAll(/\{(\w+)\}/g, (place, key: string) => places[key] ?? place);
}
