import { expect, it } from 'vitest';
import { likenessOf } from './same-text.ts';

const sent =
  'Move $50.00 from 0 to 7 (AT&T <3)? Not you: myvantage.example, or https://bank.example/lock?a=1. KM4T7Q';

it.each([
  sent,
  ` ${sent}\n`,
  sent.replace('&', '&amp;').replace('<', '&lt;'),
  sent.replace('myvantage.example', 'https://t.co/aB3dE5gH1j'),
  sent
    .replace('&', '&amp;')
    .replace('myvantage.example', 'https://t.co/aB3dE5gH1j')
    .replace('https://bank.example/lock?a=1', 'https://t.co/Zz9'),
])('recognizes its own text: %s', (shown) => {
  expect(likenessOf(sent, shown)).toBe('same');
});

it.each([
  // The same, but with a change that X is not known to make.
  sent.replace('(AT&T <3)', '(AT and T)'),
  sent.replace('myvantage.example,', 'https://t.co/aB3dE5gH1j'),
  sent.replace('$50.00', '$60.00'),
  undefined,
])('is in doubt: %s', (shown) => {
  expect(likenessOf(sent, shown)).toBe('doubtful');
});

it.each([
  sent.replace('KM4T7Q', 'QQQQQQ'),
  'Your balance is $12.00. QQQQQQ',
  'https://t.co/aB3dE5gH1j',
  '',
])('recognizes another text: %s', (shown) => {
  expect(likenessOf(sent, shown)).toBe('different');
});

it('recognizes a text without a code that ends in a link', () => {
  const stranger = 'We don’t know this account. Enroll at myvantage.example';
  expect(likenessOf(stranger, 'We don’t know this account. Enroll at https://t.co/a1')).toBe(
    'same',
  );
  expect(likenessOf(stranger, 'We don’t know this account: enroll at https://t.co/a1')).toBe(
    'doubtful',
  );
  expect(likenessOf(stranger, 'Call us at https://t.co/a1')).toBe('different');
});
