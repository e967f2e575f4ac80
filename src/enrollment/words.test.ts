import { describe, expect, it } from 'vitest';
import { seededRandom } from '../kernel/random.ts';
import { read } from '../languages/reading.ts';
import { drawWord, grouped, wordIn } from './words.ts';

describe('a one-time code', () => {
  const random = seededRandom('words');

  it('for X reads as no command, and is found in any spelling', () => {
    for (let count = 0; count < 3_000; count += 1) {
      const word = drawWord(random, 'x');
      expect(word).toMatch(/^[A-Z34679]{8}$/);
      expect(read(word, {}).reading.intent).toBe('unknown');
      expect(read(grouped(word), {}).reading).not.toMatchObject({ intent: 'transfer' });
      expect(wordIn(word)).toBe(word);
      expect(wordIn(`  #${grouped(word).toLowerCase()} `)).toBe(word);
      expect(wordIn(`“${word}”.`)).toBe(word);
    }
  });

  it('for a phone is eight digits', () => {
    expect(drawWord(random, 'sms')).toMatch(/^\d{8}$/);
  });

  it.each(['#bal 7', '#trans 50 7 0', 'hello', 'Thank you very much', '12345678', 'KM4T7Q', ''])(
    'is not in %j',
    (text) => {
      expect(wordIn(text)).toBeUndefined();
    },
  );
});
