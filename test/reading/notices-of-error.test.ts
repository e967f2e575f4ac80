import { describe, expect, it } from 'vitest';
import { languages, type Language } from '../../src/kernel/vocabulary/language.ts';
import { read } from '../../src/languages/reading.ts';
import { heldOutNotices, heldOutOthers } from './notices-held-out.ts';
import { noticesOfError } from './notices-of-error.ts';
import { onlySoundLikeNotices } from './only-sound-like-notices.ts';

/** Tests the recognizer on its own table, and on one written independently. */
const notices = (language: Language) => [...noticesOfError[language], ...heldOutNotices[language]];
const others = (language: Language) => [
  ...onlySoundLikeNotices[language],
  ...heldOutOthers[language],
];

describe.each(languages)('notices of error in %s', (language) => {
  it('are recognized in any words', () => {
    const missed = notices(language).filter((text) => read(text, {}).reportsError !== true);
    expect(missed).toEqual([]);
  });

  it('get the question of a dispute', () => {
    const other = notices(language).filter(
      (text) => read(text, { language }).reading.intent !== 'dispute',
    );
    expect(other).toEqual([]);
  });

  it('exclude texts that only sound like one', () => {
    const wrong = others(language).filter((text) => read(text, {}).reportsError !== undefined);
    expect(wrong).toEqual([]);
  });
});
