/**
 * The languages that the service understands and answers in, in the order in which they are tried.
 */
export const languages = ['en', 'fr', 'es'] as const;

export type Language = (typeof languages)[number];

/** Used if nothing indicates another. */
export const defaultLanguage: Language = 'en';

/** Whether this is the code of a supported language. */
export function isLanguage(code: string): code is Language {
  return languages.some((language) => language === code);
}
