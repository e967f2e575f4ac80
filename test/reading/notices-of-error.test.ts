import { describe, expect, it } from 'vitest';
import { languages } from '../../src/language/language.ts';
import { read } from '../../src/language/read.ts';
import { noticesOfError, onlySoundLikeNotices } from './notices-of-error.ts';

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
      (text) => read(text, {}).reportsError !== undefined,
    );
    expect(wrong).toEqual([]);
  });
});
