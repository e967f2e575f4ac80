import { describe, expect, it } from 'vitest';
import { languages } from '../kernel/vocabulary/language.ts';
import { packs } from '../languages/index.ts';
import { institutionSettings } from './institution-settings.ts';

const hoursOf = (hours: unknown) => institutionSettings.safeParse({ hours });

describe('the phone hours of an institution', () => {
  it('are the usual ones of each language where it sets none', () => {
    const { hours } = institutionSettings.parse({});
    for (const language of languages)
      expect([language, hours[language]]).toEqual([language, packs[language].usualHours]);
  });

  it.each(languages)('may be given in %s alone', (language) => {
    const { data } = hoursOf({ [language]: '8-18' });
    expect(Object.entries(data?.hours ?? {})).toEqual(languages.map((one) => [one, '8-18']));
  });

  it.each([
    ['none', {}],
    ['an unknown language', { en: '8-18', xx: '8-18' }],
    ['no text', { en: 8 }],
  ])('are refused with %s', (_, hours) => {
    expect(hoursOf(hours).success).toBe(false);
  });
});
