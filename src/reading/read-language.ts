import type { Language } from '../kernel/vocabulary/language.ts';

const names: Readonly<Record<Language, string>> = {
  en: 'english|ingles|anglais',
  fr: 'french|francais|frances',
  es: 'spanish|espanol|espagnol|castellano',
};

const before =
  "(?:(?:please|pls|por favor|svp|s'il vous plait|hi|hola|bonjour|can you|could you|i want|i would like|i'd like|i prefer|quiero|prefiero|quisiera|je veux|je voudrais|je prefere|puede|pouvez[- ]vous|change|switch|set|cambiar|cambie|cambia|changer|changez|mettre|mettez|my|the|mi|el|la|ma|lang|language|idioma|lengua|langue|speak|write|reply|answer|text me|hablar|hable|escriba|escribame|responda|parler|parlez|ecrire|ecrivez|ecrivez[- ]moi|messages|mensajes|me|to|in|into|en|a|al|l'|it|de|vous) )*(?:l')?";
const after =
  "(?: (?:please|pls|por favor|svp|s'il vous plait|thanks|gracias|merci|language|now|ahora|maintenant|only|solo|from now on))*";

const wishes = Object.entries(names).map(
  ([language, words]) => [language, new RegExp(`^${before}(?:${words})${after}$`, 'u')] as const,
);

/** The language that a text as a whole asks for: `español`, `in english please`, `idioma español`, `language french`. */
export function readLanguage(flat: string): Language | undefined {
  const found = wishes.find(([, pattern]) => pattern.test(flat))?.[0];
  return found === 'en' || found === 'fr' || found === 'es' ? found : undefined;
}
