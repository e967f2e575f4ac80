import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { redact, storable } from './redact.ts';

describe('redact', () => {
  it.each([
    ['my pin is 1234', 'my pin is ████'],
    ['PIN: 9876 #bal', 'PIN: ████ #bal'],
    ['bal 7 pin 4455', 'bal 7 pin ████'],
    ['password hunter2', 'password ███████'],
    ['mot de passe: azerty99', 'mot de passe: ████████'],
    ['mi contraseña es secreto1', 'mi contraseña es ████████'],
    ['my code is KM4T7Q', 'my code is ██████'],
    ['Checking 7: $5.00 KM4T7Q', 'Checking 7: $5.00 ██████'],
    ['card 4111 1111 1111 1111 please', 'card ████████ please'],
    ['4111-1111-1111-1111', '████████'],
    ['4111111111111111', '████████'],
    ['balance of 0012345678', 'balance of ████████'],
    ['acct 123456', 'acct ██████'],
    ['ssn 123-45-6789', 'ssn ████████'],
    ['123-45-6789', '████████'],
    ['4111.1111.1111.1111', '████████'],
    ['4111/1111/1111/1111', '████████'],
    ['4111  1111  1111  1111', '████████'],
    ['4111\u00a01111\u00a01111\u00a01111', '████████'],
    ['４１１１１１１１１１１１１１１１', '████████'],
    ['12345 6789', '████████'],
    ['1234-5678-90', '████████'],
    ['pin1234', 'pin████'],
    ['pin_1234', 'pin_████'],
    ['PIN = 12 34', 'PIN = █████'],
    ['$123456789', '$████████'],
    ['pin:12 34', 'pin:█████'],
    ['the pin for my card is 5544', 'the pin for my card is ████'],
    ['5544 is my pin', '████ is my pin'],
    [
      'move $50 from 7 to 0, my pin changed to 554433',
      'move $50 from 7 to 0, my pin changed to ██████',
    ],
    ['el nip de mi tarjeta es 5544', 'el nip de mi tarjeta es ████'],
    ['my password for online banking is hunter2', 'my password for online banking is ███████'],
    ['hunter2 is my password', '███████ is my password'],
    ['mon mot de passe de la banque est azerty99', 'mon mot de passe de la banque est ████████'],
  ])('%s', (text, expected) => {
    expect(redact(text)).toBe(expected);
  });

  it.each([
    '#bal 7',
    '#trans $1,250.00 from 7 to 0',
    '#trans 125000.00 7 0',
    '#trans $250000 7 0',
    'did check 10423 clear?',
    'OK 4821',
    '20,50 de 7 a 0',
    'virement 1 250,00 $ de 7 vers 0',
    '#trans 12345.67 10 11',
    '#trans 1250.00 7 0 12/25/2026',
    '#code',
  ])('leaves %s', (text) => {
    expect(redact(text)).toBe(text);
  });

  it('leaves no run of ten digits in any text', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[0-9a-z $.,-]{0,60}$/), (text) => {
        expect(redact(text)).not.toMatch(/\d{10}/);
      }),
      { seed: 1, numRuns: 2000 },
    );
  });

  it('never cuts a number in two and stores half of it', () => {
    const digits = (text: string) => text.replace(/\(\d+\)$/, '').replaceAll(/\D/g, '');
    for (let before = 960; before <= 1_000; before += 1) {
      for (const secret of [
        '4111 1111 1111 1111',
        '4111-1111-1111-1111',
        'pin 4821',
        '123-45-6789',
      ]) {
        const text = `${'a '.repeat(500).slice(0, before)} ${secret} ${'b '.repeat(200)}`;
        expect([before, secret, digits(storable(text))]).toEqual([before, secret, '']);
      }
    }
    expect(storable('言'.repeat(3_000))).toMatch(/^言{960}… \(3000\)$/);
  });

  it('takes no longer for a text made to be slow', () => {
    const begun = performance.now();
    for (const piece of [
      'pin ',
      'pin:',
      '1 ',
      '1-',
      'password is ',
      'is my ',
      '12345678 ',
      'a',
      '█',
      '$1,',
    ])
      redact(`pin password ${piece.repeat(1_000)}`.slice(0, 1_000));
    expect(performance.now() - begun).toBeLessThan(1_000);
  });

  it('stores no NUL, no lone surrogate and no endless text', () => {
    expect(storable('a\0b')).toBe('ab');
    expect(storable('a\ud800b')).toBe('a\ufffdb');
    expect(storable('x'.repeat(10_000)).length).toBeLessThan(1_020);
  });
});
