import { describe, expect, it } from 'vitest';
import { packs } from '../../src/languages/index.ts';
import { read as readInstalled } from '../../src/languages/reading.ts';
import { reading as shared } from '../../src/languages/shared/reading/index.ts';
import { sentence } from '../../src/reading/free-rule.ts';
import { compileLexicon, type ReadingPack } from '../../src/reading/lexicon/lexicon.ts';
import { createReader } from '../../src/reading/read.ts';

/** Installs some Turkish in place of Spanish: a pack is a value, and only its words count. */
const turkish: ReadingPack = {
  language: 'es',
  afford: {},
  arguments: { kinds: { savings: 'birikim' }, from: 'dan', to: 'ya', units: 'lira' },
  categories: {},
  commands: { begins: { balance: 'bakiye', transfer: 'havale' }, own: 'bakiyem nedir' },
  errors: {},
  freeRules: {
    people: { stopPayment: [], reachPeople: [sentence('bir insan lutfen')], dispute: [] },
  },
  guess: {
    banking: 'bakiye',
    topics: {},
    thresholds: { sure: 0.9, half: 0.6, ask: 0.5, near: 0.4 },
  },
  names: { called: 'turkce', ask: 'türkçe', after: 'lutfen' },
  numbers: { decimalMark: ',', numbers: new Map([['elli', 50]]) },
  optOut: { verbs: 'dur', tails: 'artik' },
  orders: {},
  slots: {},
  questions: {
    topics: [{ intent: 'balance', phrases: ['bakiyem'] }],
    framing: 'nedir benim',
  },
  suggestions: {},
  surroundings: {},
  toPeople: { hello: /^merhaba$/ },
};

const read = createReader(compileLexicon(shared, [packs.en.reading, packs.fr.reading, turkish]));

describe('a reader of other packs', () => {
  it.each([
    ['bakiye birikim', { intent: 'balance', account: 'savings' }],
    ['benim bakiyem nedir', { intent: 'balance' }],
    ['havale 20,50 dan 7 ya 0', { intent: 'transfer', amount: '20.50', from: '7', to: '0' }],
    ['havale elli lira dan 7 ya 0', { intent: 'transfer', amount: '50.00', from: '7', to: '0' }],
    ['bir insan lutfen', { intent: 'agent' }],
    ['turkce lutfen', { intent: 'language', language: 'es' }],
    ['dur artik', { intent: 'stop' }],
    ['merhaba', { intent: 'unknown', care: 'hello' }],
  ])('reads its words: %s', (text, reading) => {
    expect(read(text, {}).reading).toEqual(reading);
    expect(readInstalled(text, {}).reading).not.toEqual(reading);
  });

  it.each(['saldo 7', 'hola', 'no más mensajes'])('knows no words of others: %s', (text) => {
    expect(read(text, {}).reading).not.toEqual(readInstalled(text, {}).reading);
  });

  it('still reads the words of the other packs', () => {
    for (const text of ['bal 7', 'solde 7', 'what is my balance', '#trans 50 7 0'])
      expect(read(text, {})).toEqual(readInstalled(text, {}));
  });
});
