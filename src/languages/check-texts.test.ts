import { describe, expect, it } from 'vitest';
import { checkTexts, endsLikeCode, isTextKey, problemsOf } from './check-texts.ts';
import { placesOf } from '../wording/text-places.ts';
import { placeNames } from '../wording/fill.ts';
import { packs } from './index.ts';

describe('our own texts', () => {
  for (const { language, texts } of Object.values(packs).map(({ locale }) => locale)) {
    it(`of ${language} use known places, and the fullest use all required ones`, () => {
      for (const [key, versions] of Object.entries(texts)) {
        expect(isTextKey(key)).toBe(true);
        if (!isTextKey(key)) continue;
        for (const [index, text] of versions.entries()) {
          const problems = problemsOf(key, text);
          // A tighter version may leave something out.
          const told =
            index === 0 ? problems : problems.filter((problem) => !problem.includes('is missing'));
          expect([key, text, ...told]).toEqual([key, text]);
        }
      }
    });

    it(`of ${language} always say what to send and by when`, () => {
      for (const [key, versions] of Object.entries(texts)) {
        if (!isTextKey(key)) continue;
        const must = placesOf(key).required.filter((name) =>
          ['confirmation', 'until', 'reference', 'amount'].includes(name),
        );
        for (const text of versions) expect(placeNames(text)).toEqual(expect.arrayContaining(must));
      }
    });
  }
});

describe('checkTexts', () => {
  it.each<[string, Parameters<typeof checkTexts>[0], RegExp]>([
    ['an unknown name', { greeting: { en: 'Hi.' } }, /There is no text called greeting/],
    [
      'an unknown language',
      { declined: Object.fromEntries([['de', 'Gut.']]) },
      /There is no language called de/,
    ],
    [
      'an unknown place',
      { declined: { en: 'Dropped, {balance} stays.' } },
      /There is no place \{balance\}/,
    ],
    [
      'a missing place',
      { confirm_lock: { en: 'Lock? OK {confirmation}, or NO.' } },
      /\{until\} is missing/,
    ],
    ['a brace alone', { declined: { en: 'Dropped {all of it.' } }, /A brace stands alone/],
    [
      'an end like a code',
      { declined: { en: 'Dropped. Ask Taylor' } },
      /could be taken for a code/,
    ],
    [
      'an end that someone else chooses',
      { declined: { en: 'Dropped by {portal}.' } },
      /ends in a place/,
    ],
    ['two lines', { declined: { en: 'Dropped.\nBye now.' } }, /one line/],
    ['nothing', { declined: { en: ' ' } }, /empty/],
    ['what no SMS has', { declined: { en: 'Dropped 👍 for now.' } }, /costs more than twice/],
    ['too much', { declined: { en: `${'Dropped '.repeat(100)}now.` } }, /longer than 758/],
  ])('finds %s', (_, texts, problem) => {
    expect(
      checkTexts(texts)
        .map((found) => found.problem)
        .join(),
    ).toMatch(problem);
  });

  it('finds nothing wrong with a good text', () => {
    expect(
      checkTexts({
        declined: { en: 'Dropped.', fr: 'Annulé, voilà.' },
        'help.lock': { es: 'BLOQUEAR lo detiene.' },
      }),
    ).toEqual([]);
  });
});

describe('endsLikeCode', () => {
  it.each([
    ['… KM4T7Q', true],
    ['… branch.', true],
    ['… "número"', true],
    ['… 123456', true],
    ['… 10:42am.', false],
    ['… $1,204.33.', false],
    ['… volonté', false],
    ['', false],
  ])('%j', (text, looks) => {
    expect(endsLikeCode(text)).toBe(looks);
  });
});
