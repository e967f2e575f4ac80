import { describe, expect, it } from 'vitest';
import { guessableIntents, guessLabels } from '../../kernel/vocabulary/guess.ts';
import { intents } from '../../kernel/vocabulary/intent.ts';
import { languages } from '../../kernel/vocabulary/language.ts';
import { lexicon } from '../../languages/reading.ts';
import { createReader } from '../read.ts';
import type { Guess, Reading } from '../reading.ts';
import { mayBeGuessed, storedGuess } from './guessed.ts';

/** A text that no rule understands, in each language. */
const open = {
  en: 'gimme the lowdown on my moolah situation',
  es: 'anda dime como va la cosa con mi platita',
  fr: 'raconte un peu ou on en est avec mes petits sous',
} as const;

/** A reader whose guesser says this about every text, however sure. */
function readerThatGuesses(reading: object, tier: Guess['tier'] = 'answer') {
  const asked: string[] = [];
  const read = createReader(lexicon, (text) => {
    asked.push(text);
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the type forbids what is planted here
    return { tier, nearest: 'far', sure: 1, readings: [reading], language: 'en' } as Guess;
  });
  return { read, asked };
}

const orders: readonly Reading[] = [
  { intent: 'transfer', amount: '50.00', from: '7', to: '0' },
  { intent: 'pay', to: 'mom', amount: '20.00' },
  { intent: 'ambiguous', readings: [{ intent: 'transfer', amount: '50.00' }] },
  { intent: 'confirm', code: '4821' },
  { intent: 'choose', choice: 1 },
  { intent: 'decline' },
  { intent: 'affirm' },
  { intent: 'stop' },
  { intent: 'start' },
  { intent: 'code' },
  { intent: 'unlock' },
  { intent: 'more' },
  { intent: 'details' },
  { intent: 'language', language: 'fr' },
  { intent: 'refused', reason: 'same_account' },
  { intent: 'unknown' },
  { intent: 'unknown', care: 'secrets' },
  { intent: 'unknown', care: 'crisis' },
];

describe('a guess', () => {
  it.each(orders)('is caught if it says %o', (planted) => {
    for (const language of languages) {
      for (const tier of ['answer', 'ask'] as const)
        expect(() => readerThatGuesses(planted, tier).read(open[language], { language })).toThrow(
          'guesses: ',
        );
    }
  });

  it('may have every intent of its list, and no other', () => {
    const planted = intents.filter((intent) => intent !== 'unknown' && intent !== 'refused');
    const may = planted.filter((intent) => {
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- only its intent is looked at
      return mayBeGuessed({ intent } as Reading);
    });
    expect(may.sort()).toEqual([...guessableIntents].sort());
    expect(guessLabels).toEqual(expect.arrayContaining([...guessableIntents]));
  });

  it.each(languages)('is asked for only where no rule understands the text, in %s', (language) => {
    const { read, asked } = readerThatGuesses({ intent: 'balance' });
    for (const text of ['#bal 7', 'OK 4821', '#trans 50 7 0', 'STOP', '1', '#x', 'b7', '?', '4821'])
      read(text, { language });
    expect(asked).toEqual([]);
    expect(read(open[language], { language })).toMatchObject({ reading: { intent: 'balance' } });
    expect(asked).toHaveLength(1);
    expect(read(open[language], { language, rulesOnly: true }).reading.intent).toBe('unknown');
  });

  it('asks first before a lock', () => {
    const { read } = readerThatGuesses({ intent: 'lock' });
    expect(read(open.en, {})).toMatchObject({ reading: { intent: 'lock' }, confirm: true });
  });

  it('leaves an order that a text gives, and the report of an error, to the rules', () => {
    const { read } = readerThatGuesses({ intent: 'balance' });
    expect(read('move $20 from checking to savings', {}).reading.intent).toBe('transfer');
    expect(read('there is a charge i did not make', {}).reading.intent).toBe('dispute');
    expect(read('pay mom $20 for dinner', {})).not.toHaveProperty('guess');
  });

  it('that was stored orders nothing and locks nothing', () => {
    for (const { intent, ...rest } of orders) {
      if (intent === 'unknown') continue;
      expect(storedGuess({ intent, ...rest })).toBeUndefined();
    }
    expect(storedGuess({ intent: 'lock' })).toBeUndefined();
    expect(storedGuess({ intent: 'nothing that exists' })).toBeUndefined();
    expect(storedGuess({ intent: 'history' })).toEqual({ intent: 'history' });
  });
});
