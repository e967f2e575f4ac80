import { describe, expect, it } from 'vitest';
import { read } from './reading.ts';
import type { ReadingContext } from '../reading/reading.ts';

const context: ReadingContext = {
  shares: [
    { suffix: '7', kind: 'checking' },
    { suffix: '0', kind: 'savings', nickname: 'Vacation' },
  ],
};

describe('an unknown text, plainly meant to', () => {
  it.each([
    'send 20 to mom',
    'transfer 10 to daniel',
    'pagar luz',
    'pay rent',
    'pay rent 500',
    'pay my electric bill',
    'payer loyer',
    'virement 20 à maman',
    'transferir 20 a mamá',
    'virement de 20,50 à maman',
    "move 25 from checking to my brother's account",
  ])('pay someone else: %s', (text) => {
    expect(read(text, context)).toMatchObject({
      reading: { intent: 'unknown' },
      meant: 'paying_others',
    });
  });

  it.each([
    'move all from 7 to 0',
    'transfer everything from checking to savings',
    'move all my money from 7 to 0',
    'move from 7 to 0',
    'move half 7 0',
    'put everything in 7',
    'send it all to savings',
    'virer tout de 7 vers 0',
    'pasar todo de 7 a 0',
  ])('move, without an amount: %s', (text) => {
    const { reading, meant } = read(text, context);
    expect(reading).toEqual({ intent: 'unknown', suggestion: 'help transfer' });
    expect(meant).toBe('amount_missing');
  });

  it.each([
    'move on',
    'move to ohio',
    'pay',
    'good morning to you',
    'transfer 50 from my house to 7',
    'hi',
    'move 3 chairs to the office',
    'move my haircut from 3 to 5',
    'send me a taxi at 6pm to the airport',
    'put 2 eggs into the pan',
    'move 100 from checking to my bank account',
    'transfer 80 to my money market account',
    'send 100 to my other bank savings',
    'move 45 from account a to account b',
    'enviar 50 a mi cuenta bancaria',
    'virer 50 à mon compte bancaire',
    'send 57 from savings into the jar',
  ])('neither: %s', (text) => {
    expect(read(text, context)).not.toHaveProperty('meant');
  });
});

describe('a share that does not exist', () => {
  it.each([
    ['#trans 5 7 1', '1'],
    ['#trans 5 8 7', '8'],
    ['#trans 5 8 9', '8'],
    ['transfer 50 from house to 7', 'house'],
  ])('is named if its name is clear: %s', (text, named) => {
    expect(read(text, context)).toMatchObject({
      reading: { intent: 'refused', reason: 'share_not_found' },
      named,
    });
  });
});

it('an amount in words is unreadable, not zero', () => {
  for (const text of ['trans half 7 0', '#virement moitié 7 0'])
    expect(read(text, context).reading, text).toEqual({
      intent: 'refused',
      reason: 'amount_malformed',
    });
  expect(read('#trans 0 7 0', context).reading).toEqual({
    intent: 'refused',
    reason: 'amount_not_positive',
  });
});

describe('a request to cancel a transfer', () => {
  it.each([
    'cancel my transfer',
    'please cancel that transfer',
    'stop the transfer',
    'annuler mon virement',
    'annulez le virement',
    'cancelar mi transferencia',
    'cancela la transferencia por favor',
  ])('goes to people, and may mean the pending one: %s', (text) => {
    expect(read(text, context)).toMatchObject({ reading: { intent: 'agent' }, drops: true });
  });

  it.each([
    'how do i cancel a transfer',
    'cancel the transfer from yesterday',
    "annulez mon virement d'hier",
    'cancel my last transfer',
    'stop payment on check 1042',
  ])('means another one: %s', (text) => {
    expect(read(text, context)).toMatchObject({ reading: { intent: 'agent' } });
    expect(read(text, context)).not.toHaveProperty('drops');
  });
});

describe('frightened texts', () => {
  it.each([
    'freeze my card',
    'please freeze my debit card now',
    'geler ma carte',
    'congele mi tarjeta',
  ])('a card is for people: %s', (text) => {
    expect(read(text, context)).toMatchObject({ reading: { intent: 'agent' }, stops: 'card' });
  });

  it.each(['me robaron', 'estafa', 'es una estafa', "c'est une arnaque", 'it’s a scam', 'arnaque'])(
    'open a dispute: %s',
    (text) => {
      expect(read(text, context).reading).toEqual({ intent: 'dispute' });
    },
  );

  it('an account is frozen by us', () => {
    expect(read('freeze my account', context).reading).toEqual({ intent: 'lock' });
  });
});
