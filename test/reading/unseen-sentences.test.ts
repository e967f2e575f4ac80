import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { languages, type Language } from '../../src/kernel/vocabulary/language.ts';
import { read } from '../../src/languages/reading.ts';
import type { Reading } from '../../src/reading/reading.ts';

/** What may be said to each meaning: loss and dispute go to people in several ways. `near` and `far` get no answer. */
const right: Readonly<Record<string, readonly string[]>> = {
  hello: ['care:hello'],
  thanks: ['care:thanks'],
  loss: ['care:emergency', 'lock', 'dispute', 'agent'],
  dispute: ['dispute', 'agent'],
  history: ['history', 'withdrawals'],
  near: ['unknown', 'help', 'agent', 'contact', 'answer'],
  far: ['unknown'],
};

function nameOf(reading: Reading): string {
  return reading.intent === 'unknown' && reading.care ? `care:${reading.care}` : reading.intent;
}

function sentences(language: Language): { readonly text: string; readonly meant: string }[] {
  const file = new URL(`corpora/guesses.${language}.txt`, import.meta.url);
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('# '))
    .map((line) => {
      const [text = '', meant = ''] = line.split(' | ');
      return { text, meant };
    });
}

const order = new Set(['transfer', 'pay', 'ambiguous', 'confirm', 'stop', 'start', 'code']);

// English has public sets: `npm run bench -- read`.
it.each(languages.filter((language) => language !== 'en'))(
  'reads sentences that no template has as meant, in %s',
  (language) => {
    const all = sentences(language).map(({ text, meant }) => {
      const name = nameOf(read(text, { language }).reading);
      return { text, meant, name, isRight: (right[meant] ?? [meant]).includes(name) };
    });
    expect(all.length).toBeGreaterThanOrEqual(100);
    const wrong = all.filter(({ isRight, name }) => !isRight && name !== 'unknown');
    const shares = {
      right: all.filter(({ isRight }) => isRight).length / all.length,
      // A rule asks about an error before a guess is made: that costs an answer, and misleads nobody.
      wrong: wrong.filter(({ name }) => name !== 'dispute').length / all.length,
    };
    expect(shares.right, JSON.stringify(wrong)).toBeGreaterThanOrEqual(0.85);
    expect(shares.wrong, JSON.stringify(wrong)).toBeLessThanOrEqual(0.03);
    expect(all.filter(({ name }) => order.has(name))).toEqual([]);
  },
);
