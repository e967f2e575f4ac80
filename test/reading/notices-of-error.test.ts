import { describe, expect, it } from 'vitest';
import { languages } from '../../src/language/language.ts';
import { read } from '../../src/language/read.ts';
import { noticesOfError, onlySoundLikeNotices } from './notices-of-error.ts';

/** Older rules of free wording ask about these as disputes: asked needlessly, and nothing is lost. */
const askedNeedlessly = new Set<string>([
  'that was not me, that was my brother who texted hi',
  'it wasnt me who ate the cake',
  'i didnt make it to the branch today',
  'on m’a volé mon lunch',
  'on m’a volé mon vélo',
]);

describe.each(languages)('notices of error in %s', (language) => {
  it('are read as such, whatever their words', () => {
    const missed = noticesOfError[language].filter((text) => read(text, {}).reportsError !== true);
    expect(missed).toEqual([]);
  });

  it('get the question of a dispute', () => {
    const other = noticesOfError[language].filter(
      (text) => read(text, { language }).reading.intent !== 'dispute',
    );
    expect(other).toEqual([]);
  });

  it('are not what only sounds like one', () => {
    const wrong = onlySoundLikeNotices[language].filter(
      (text) => read(text, {}).reportsError !== undefined && !askedNeedlessly.has(text),
    );
    expect(wrong).toEqual([]);
  });
});
