import { expect, it } from 'vitest';
import { read, readByRules } from '../../src/languages/reading.ts';
import { institutionLines, orders } from './corpora.ts';

const context = { keywords: ['VCU', 'Heart1'] } as const;

it('a keyword before any text does not change its reading', () => {
  const texts = [...orders(), ...(institutionLines() ?? [])].map(({ text }) => text);
  // `?` is read whole, and a leading name belongs to another rule.
  for (const text of texts.filter((one) => /^[\p{L}#\d]/u.test(one)))
    for (const dress of ['VCU ', 'vcu: ', 'Heart1, ', '#VCU ', 'vcu - ', 'VCU\n'])
      expect([dress + text, read(dress + text, context)]).toEqual([
        dress + text,
        read(text, context),
      ]);
});

it.each([
  ['VCU BAL 7', 'balance'],
  ['vcu stop', 'stop'],
  ['VCU: HELP', 'help'],
  ['vcu start', 'start'],
  ['VCU trans 50 7 0', 'transfer'],
  ['VCU solde', 'balance'],
  ['vcu saldo', 'balance'],
  ['VCU OK 4821', 'confirm'],
])('%s is read without its keyword', (text, intent) => {
  expect(read(text, context).reading.intent).toBe(intent);
  // Without the keyword known, no rule reads it so.
  expect(readByRules(text, {}).reading.intent).not.toBe(intent);
});

it('a keyword inside a text, glued to a word, or that is a command keeps its meaning', () => {
  expect(read('bal vcu', context).reading).toEqual(read('bal vcu', {}).reading);
  expect(read('vcubal', context).reading).toEqual(read('vcubal', {}).reading);
  expect(read('bal 7', { keywords: ['bal'] }).reading).toEqual({ intent: 'balance', account: '7' });
});
