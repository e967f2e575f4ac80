import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rememberedPart } from './remembered-part.ts';
import { createScanner } from './scanner.ts';
import { createSieve } from './sieve.ts';
import { hashIn } from './word-table.ts';

describe('answers that are remembered by words of texts', () => {
  it('are those of the function, wherever a word stands, also after more words than are kept', () => {
    let asked = 0;
    const shouted = rememberedPart((word) => {
      asked += 1;
      return `${word}!`;
    });
    for (let round = 0; round < 2; round += 1) {
      for (let number = 0; number < 25_000; number += 1) {
        const text = `a w${number} b`;
        expect(shouted(text, 2, text.length - 2)).toBe(`w${number}!`);
        expect(shouted(text, 2, text.length - 2)).toBe(`w${number}!`);
      }
    }
    expect(asked).toBeLessThanOrEqual(50_000);
  });

  it('tell words with the same hash apart', () => {
    // FNV-1a: both have the same hash.
    const [one, other] = ['costarring', 'liquid'];
    expect(hashIn(one, 0, one.length)).toBe(hashIn(other, 0, other.length));
    const same = rememberedPart((word) => word);
    for (const word of [one, other, one, other]) expect(same(word, 0, word.length)).toBe(word);
  });

  it('are given for words that are too long to be kept', () => {
    const same = rememberedPart((word) => word);
    const long = 'x'.repeat(100);
    expect(same(`${long}y`, 0, 101)).toBe(`${long}y`);
    expect(same(`${long}z`, 0, 101)).toBe(`${long}z`);
  });
});

describe('a scanner that tests words', () => {
  it('finds the texts with a word that passes', () => {
    const scanner = createScanner();
    const isLong = scanner.addTest((word) => word.length > 2);
    const isB = scanner.addTest((word) => word === 'b');
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', 'b', ' '), maxLength: 12 }), (text) => {
        scanner.scan(text);
        const words = text.split(' ');
        expect(scanner.has(isLong)).toBe(words.some(({ length }) => length > 2));
        expect(scanner.has(isB)).toBe(words.includes('b'));
      }),
    );
  });
});

describe('a sieve', () => {
  it('leaves out no pattern that ignores case, looks ahead or counts figures', () => {
    const patterns = [/share (?:draft|kite)/iu, /(?:ks|sk) a/i, /k(?=[as]\b)/, /a\d{2}/, /\d+ ?k/i];
    const sieve = createSieve(patterns);
    const unit = fc.constantFrom(
      'share',
      'Share',
      'draft',
      'KITE',
      'k',
      'K',
      's',
      'ſ',
      'a',
      '1',
      ' ',
    );
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 10 }), (text) => {
        const mayMatch = sieve.sift(text);
        for (const pattern of patterns)
          if (pattern.test(text)) expect([pattern, mayMatch(pattern)]).toEqual([pattern, true]);
      }),
    );
  });

  it('leaves out most of them in other texts', () => {
    const patterns = [/share (?:draft|kite)/iu, /j(?=ai\b)/, /a\d{2}/];
    const mayMatch = createSieve(patterns).sift('what is in my account');
    expect(patterns.filter((pattern) => mayMatch(pattern))).toEqual([]);
  });
});
