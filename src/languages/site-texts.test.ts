import { expect, it } from 'vitest';
import { defaultLanguage, languages } from '../kernel/vocabulary/language.ts';
import { packs } from './index.ts';

/** Every text of a language's site by section and name: `refusals.phone_invalid`. */
function textsOf(language: (typeof languages)[number]): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(packs[language].site)
      .filter(([section]) => section !== 'businessDays')
      .flatMap(([section, texts]) =>
        Object.entries(texts).map(([name, text]): [string, string] => [
          `${section}.${name}`,
          String(text),
        ]),
      ),
  );
}

const placesOf = (text: string) =>
  [...new Set([...text.matchAll(/\{(\w*)\}/g)].map(([, name = '']) => name))].toSorted();

const english = textsOf(defaultLanguage);

it('sees the texts', () => {
  expect(english.size).toBeGreaterThan(500);
  expect(english.get('refusals.sign_in_first')).toBe('Please sign in first.');
  expect(placesOf('Call {phone}, {hours}. {phone}')).toEqual(['hours', 'phone']);
});

it.each(languages)('the site has the same texts with the same places in %s', (language) => {
  const texts = textsOf(language);
  expect([...texts.keys()].toSorted()).toEqual([...english.keys()].toSorted());
  const differ = [...texts].filter(
    ([name, text]) => placesOf(text).join() !== placesOf(english.get(name) ?? '').join(),
  );
  expect(differ).toEqual([]);
});

it.each(languages)('no text of the site is empty or padded in %s', (language) => {
  expect([...textsOf(language)].filter(([, text]) => text === '' || text !== text.trim())).toEqual(
    [],
  );
});

it.each(languages)(
  'what a button is called for a screen reader begins as it reads in %s',
  (language) => {
    const texts = textsOf(language);
    const named = [...texts].flatMap(([name, whole]) => {
      const shown = texts.get(name.replace(/_what$/, ''));
      return name.endsWith('_what') && whole.includes('{') && shown ? [{ name, whole, shown }] : [];
    });
    expect(named.length).toBeGreaterThan(5);
    // Who controls the page by voice says what they see.
    expect(named.filter(({ whole, shown }) => !whole.startsWith(shown))).toEqual([]);
  },
);
