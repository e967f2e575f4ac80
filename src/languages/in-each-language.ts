import { defaultLanguage, languages, type Language } from '../kernel/vocabulary/language.ts';

/**
 * Completes what an institution gave for some languages. A language without its own gets what the default language has, or else the
 * first that was given: so a language that is added later breaks no institution's settings.
 */
export function inEachLanguage(
  given: Readonly<Partial<Record<Language, string>>>,
): Readonly<Record<Language, string>> {
  const fallback = given[defaultLanguage] ?? Object.values(given)[0] ?? '';
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- one entry for each language
  return Object.fromEntries(
    languages.map((language) => [language, given[language] ?? fallback]),
  ) as Record<Language, string>;
}
