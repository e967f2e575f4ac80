import { describe, expect, it } from 'vitest';
import { read } from './reading.ts';
import type { ReadingContext } from '../reading/reading.ts';

const context: ReadingContext = {
  shares: [
    { suffix: '7', kind: 'checking' },
    { suffix: '0', kind: 'savings', nickname: 'Vacation' },
  ],
  currency: 'USD',
};
const reading = (text: string, own: ReadingContext = context) => read(text, own).reading;

describe('texts for people', () => {
  it.each([
    ['my card number is 4111 1111 1111 1111', 'secrets'],
    ['my PIN is 1234', 'secrets'],
    ['mi pin es 4821', 'secrets'],
    ['my ssn is 123-45-6789', 'secrets'],
    ['my password is hunter2', 'secrets'],
    ['mon mot de passe : lune77', 'secrets'],
    ['mon numero de carte est 4111111111111111', 'secrets'],
    ['someone stole my phone', 'emergency'],
    ['i lost my debit card!', 'emergency'],
    ['my wallet was stolen', 'emergency'],
    ['someone hacked me', 'emergency'],
    ["j'ai perdu ma carte", 'emergency'],
    ["on m'a volé mon téléphone", 'emergency'],
    ['perdí mi tarjeta', 'emergency'],
    ['me robaron el teléfono', 'emergency'],
    ['I want to kill myself', 'crisis'],
    ["j'ai envie de mourir", 'crisis'],
    ['quiero morir', 'crisis'],
    ['hi', 'hello'],
    ['are you a bot?', 'hello'],
    ['bonjour', 'hello'],
    ['hola', 'hello'],
    ['thanks!', 'thanks'],
    ['merci beaucoup', 'thanks'],
    ['muchas gracias', 'thanks'],
    ['👍', 'thanks'],
  ])('%s', (text, care) => {
    expect(reading(text)).toEqual({ intent: 'unknown', care });
  });

  it.each(['my pin is not working', 'what is my password', 'thanks for the fish', 'my lost check'])(
    '%s is none of it',
    (text) => {
      expect(reading(text)).not.toHaveProperty('care');
    },
  );

  it.each(['#bal 7', 'lock', '#trans 50 7 0', 'thanks bal 7', 'OK 4821'])(
    '%s stays a command',
    (text) => {
      expect(reading(text)).not.toHaveProperty('care');
      expect(reading(text).intent).not.toBe('unknown');
    },
  );
});

describe('other money', () => {
  it.each([
    'transfer £5 from 7 to 0',
    'transfer 50 pesos 7 0',
    'transfer 5 cad 7 0',
    'vire 50 euros vers épargne',
    '#trans €50 7 0',
    '#trans 50€ 7 0',
    '#trans CA$50 7 0',
  ])('is refused: %s', (text) => {
    expect(reading(text)).toEqual({ intent: 'refused', reason: 'amount_foreign' });
  });

  it.each([
    ['transfer $50 7 0', 'USD'],
    ['transfer 50 dollars 7 0', 'USD'],
    ['transfer US$50 7 0', 'USD'],
    ['virement 50 € de 7 vers 0', 'EUR'],
    ['transferir 50 pesos 7 0', 'MXN'],
    ['transfer 50 cad 7 0', 'CAD'],
    ['#trans £50 7 0', 'GBP'],
  ])('is not refused in the institution’s own currency: %s, %s', (text, currency) => {
    expect(reading(text, { ...context, currency })).toMatchObject({
      intent: 'transfer',
      amount: '50.00',
    });
  });
});

describe('second steps with typos', () => {
  it.each([
    ['4821 OK', '4821'],
    ['OK 482 1', '4821'],
    ['OK 48 21', '4821'],
    ['OK 29l9', '2919'],
    ['ok 4o21', '4021'],
  ])('%s', (text, code) => {
    expect(reading(text)).toEqual({ intent: 'confirm', code });
  });

  it.each(['annuler', 'cancelar', 'annulez', 'cancele'])('%s is NO', (text) => {
    expect(reading(text)).toEqual({ intent: 'decline' });
  });

  it('CANCEL, END and QUIT are STOP and may drop a pending question; STOP may not', () => {
    for (const text of ['cancel', 'END', 'quit'])
      expect(read(text, context)).toMatchObject({ reading: { intent: 'stop' }, drops: true });
    for (const text of ['stop', 'unsubscribe'])
      expect(read(text, context)).not.toHaveProperty('drops');
  });
});

describe('orders in French', () => {
  it('may elide: from savings', () => {
    expect(reading("virement 50 d'épargne vers courant")).toEqual({
      intent: 'transfer',
      amount: '50.00',
      from: 'savings',
      to: 'checking',
    });
    expect(reading("virement 50 du compte d'épargne vers courant")).toMatchObject({
      from: 'savings',
    });
  });
});
