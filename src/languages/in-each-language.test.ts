import { expect, it } from 'vitest';
import { languages } from '../kernel/vocabulary/language.ts';
import { inEachLanguage } from './in-each-language.ts';

it('keeps what each language has, and fills the others from English', () => {
  const hours = inEachLanguage({ en: 'Mon-Fri 8am-6pm', es: 'lun-vie 8-18 h' });
  expect(Object.keys(hours)).toEqual([...languages]);
  expect(hours).toMatchObject({ en: 'Mon-Fri 8am-6pm', es: 'lun-vie 8-18 h' });
  expect(hours.fr).toBe('Mon-Fri 8am-6pm');
});

it('fills from the first that was given where English has none', () => {
  const hours = inEachLanguage({ es: 'lun-vie 8-18 h' });
  expect(languages.map((language) => hours[language])).toEqual(
    languages.map(() => 'lun-vie 8-18 h'),
  );
});
