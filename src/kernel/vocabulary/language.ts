/** The languages in which the service understands and answers, in the order in which they are tried. */
export const languages = ['en', 'fr', 'es'] as const;

export type Language = (typeof languages)[number];

/** Spoken where nothing tells which. */
export const defaultLanguage: Language = 'en';

/** Whether this is the code of one of them. */
export function isLanguage(code: string): code is Language {
  return languages.some((language) => language === code);
}
