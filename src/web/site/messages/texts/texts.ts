import type { Language } from '../../../../kernel/vocabulary/language.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import type { MessagesTexts } from './messages-texts.ts';

const texts: Readonly<Record<Language, MessagesTexts>> = { en, fr, es };

export type TextName = keyof MessagesTexts;

/** Says a text of the section: its name, and what stands in its `{…}` places. */
export type Say = (name: TextName, places?: Readonly<Record<string, string>>) => string;

/** How the section speaks in a language. */
export function sayIn(language: Language): Say {
  return (name, places = {}) =>
    texts[language][name].replaceAll(/\{(\w+)\}/g, (place, key: string) => places[key] ?? place);
}
