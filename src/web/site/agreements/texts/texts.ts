import type { Language } from '../../../../kernel/vocabulary/language.ts';
import type { AgreementTexts } from './agreement-texts.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';

const texts: Readonly<Record<Language, AgreementTexts>> = { en, fr, es };

export type TextName = keyof AgreementTexts;

/** Says a text of the agreements: its name, and the values of its `{…}` places. */
export type Say = (name: TextName, places?: Readonly<Record<string, string>>) => string;

/** How the agreements speak in a language. */
export function sayIn(language: Language): Say {
  return (name, places = {}) =>
    texts[language][name].replaceAll(/\{(\w+)\}/g, (place, key: string) => places[key] ?? place);
}
