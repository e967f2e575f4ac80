import { describe, expect, it } from 'vitest';
import { read } from '../../src/languages/reading.ts';
import type { ReadingContext } from '../../src/reading/reading.ts';
import { everyday } from './corpora.ts';

const context: ReadingContext = {
  currency: 'USD',
  shares: [
    { suffix: '7', kind: 'checking' },
    { suffix: '0', kind: 'savings', nickname: 'Rainy Day' },
    { suffix: '3', kind: 'loan', nickname: 'Car' },
    { suffix: '4', kind: 'loan', nickname: 'Boat loan' },
  ],
};

describe('a payment on the member’s own loan', () => {
  it.each([
    ['pay my car loan $100', '3'],
    ['pay $100 to my car loan', '3'],
    ['pay 100 on car', '3'],
    ['please pay 100 dollars toward my car loan', '3'],
    ['i want to pay $100 on my boat loan', '4'],
    ['make a payment of $100 on my car loan', '3'],
    ['put 100 toward my car loan', '3'],
    ['can you pay 100 to rainy day', '0'],
    ['payer mon prêt car 100 $', '3'],
    ['payez 100 $ sur mon prêt Car', '3'],
    ['pagar 100 a mi préstamo car', '3'],
    ['pague 100 dólares de mi préstamo Car', '3'],
    ['Pay my loan $100', 'loan'],
  ])('is a transfer, with a question first: %s', (text, to) => {
    expect(read(text, context)).toMatchObject({
      reading: { intent: 'transfer', amount: '100.00', to },
      confirm: true,
    });
  });

  const oneLoan: ReadingContext = {
    currency: 'USD',
    shares: [
      { suffix: '7', kind: 'checking' },
      { suffix: '3', kind: 'loan', nickname: 'Car' },
    ],
  };
  it.each([
    'pagar mi carro $100',
    'pagar mi préstamo del carro 100',
    'payer mon prêt auto 100',
    'payer ma voiture 100 $',
    'pay my truck 100',
  ])('may name the only loan by its purpose: %s', (text) => {
    expect(read(text, oneLoan)).toMatchObject({
      reading: { intent: 'transfer', amount: '100.00', to: '3' },
      confirm: true,
    });
  });

  it.each([
    'pay my house loan 100',
    'pay car wash 20',
    'pay for my car repair 100',
    'put 200 toward my student',
  ])('is for nothing else: %s', (text) => {
    expect(read(text, oneLoan).reading.intent).not.toBe('transfer');
  });

  it('may say from where', () => {
    expect(read('pay my car loan $100 from savings', context)).toMatchObject({
      reading: { intent: 'transfer', amount: '100.00', to: '3' },
      confirm: true,
    });
  });

  it('asks for the amount if there is none', () => {
    expect(read('pay my car loan', context)).toMatchObject({ meant: 'amount_missing' });
  });

  it.each([
    'pay mom 20',
    'pay rent 800',
    'pay my truck loan $100',
    'pay my credit card $100',
    'pay bob $100',
    'payer loyer 800',
    'pagar luz 50',
    '#pay @bob 20',
    'how do i pay my car loan $100',
    'i paid my car loan $100',
    'pay off my car loan',
    'did you pay my car loan $100',
  ])('excludes any other payment: %s', (text) => {
    expect(read(text, context).reading.intent).not.toBe('transfer');
  });

  it('excludes any everyday text', () => {
    expect(
      everyday().filter(({ text }) => read(text, context).reading.intent === 'transfer'),
    ).toEqual([]);
  });
});

describe('credit unions’ own words', () => {
  it.each([
    ['bal share draft', { intent: 'balance', account: 'checking' }],
    ['hist share draft', { intent: 'history', account: 'checking' }],
    ['bal share draft account', { intent: 'balance', account: 'checking' }],
    ['BAL Share Drafts', { intent: 'balance', account: 'checking' }],
    ['bal share-draft', { intent: 'balance', account: 'checking' }],
    ['bal draft', { intent: 'balance', account: 'checking' }],
    ['bal share savings', { intent: 'balance', account: 'savings' }],
    ['bal share', { intent: 'balance', account: 'savings' }],
    [
      'transfer 50 from share draft to share savings',
      { intent: 'transfer', amount: '50.00', from: 'checking', to: 'savings' },
    ],
  ])('%s', (text, reading) => {
    expect(read(text, {}).reading).toEqual(reading);
  });
});
