/** The languages in which the service understands and answers. */
export const languages = ['en', 'fr', 'es'] as const;

export type Language = (typeof languages)[number];

/** Whether this is the code of one of them. */
export function isLanguage(code: string): code is Language {
  return languages.some((language) => language === code);
}
