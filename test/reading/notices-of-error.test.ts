import { describe, expect, it } from 'vitest';
import { languages, type Language } from '../../src/kernel/vocabulary/language.ts';
import { read } from '../../src/languages/reading.ts';
import { heldOutNotices, heldOutOthers } from './notices-held-out.ts';
import { noticesOfError } from './notices-of-error.ts';
import { onlySoundLikeNotices } from './only-sound-like-notices.ts';

type Written = keyof typeof noticesOfError;
/** The languages for which sentences are written: docs/guides/add-a-language.md asks for them. */
const written = languages.filter((language: Language): language is Written =>
  Object.hasOwn(noticesOfError, language),
);

/** Tests the recognizer on its own table, and on one written independently. */
const notices = (language: Written) => [...noticesOfError[language], ...heldOutNotices[language]];
const others = (language: Written) => [
  ...onlySoundLikeNotices[language],
  ...heldOutOthers[language],
];

describe.each(written)('notices of error in %s', (language) => {
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
