import { expect, it } from 'vitest';
import { read } from '../../src/languages/reading.ts';
import type { ReadingContext } from '../../src/reading/reading.ts';
import { everyday, orders, stops } from './corpora.ts';

const member: ReadingContext = {
  keywords: ['VCU'],
  names: ['Vantage Credit Union', 'Tweet My Money', 'MyVantage'],
  handles: ['myvcu'],
  shares: [
    { suffix: '7', kind: 'checking', nickname: 'Bills' },
    { suffix: '0', kind: 'savings' },
    { suffix: '3', kind: 'loan', nickname: 'Car' },
  ],
};
const stranger: ReadingContext = { ...member, shares: undefined };

function intentOf(text: string, context: ReadingContext): string {
  return read(text, context).reading.intent;
}

it('any wording of STOP is STOP, from members and strangers', () => {
  const wordings = stops('stops');
  expect(wordings.length).toBeGreaterThan(300);
  for (const context of [member, stranger]) {
    const missed = wordings.filter(({ text }) => intentOf(text, context) !== 'stop');
    expect(missed).toEqual([]);
  }
});

it('nor do case, spacing and punctuation matter', () => {
  const dresses: ((text: string) => string)[] = [
    (text) => text.toUpperCase(),
    (text) => `  ${text} `,
    (text) => `VCU ${text}`,
    (text) => `${text} https://t.co/Ab12Cd34Ef`,
    (text) => `${text}\nSent from my iPhone`,
    (text) => `“${text}”`,
    (text) => `> ${text}`,
  ];
  for (const dress of dresses) {
    const missed = stops('stops')
      .map(({ text }) => dress(text))
      .filter((text) => intentOf(text, member) !== 'stop');
    expect(missed).toEqual([]);
  }
});

it('what only sounds like STOP is not', () => {
  const likenesses = stops('near-stops');
  expect(likenesses.length).toBeGreaterThan(250);
  for (const context of [member, stranger, { ...member, keywords: [] }]) {
    const taken = likenesses.filter(({ text }) => intentOf(text, context) === 'stop');
    expect(taken).toEqual([]);
  }
  const pasted = likenesses.map(({ text }) => `${text}\nSent from my iPhone`);
  expect(pasted.filter((text) => intentOf(text, member) === 'stop')).toEqual([]);
});

it('no order, question or small talk is STOP because of it', () => {
  const texts = [
    ...everyday(),
    ...orders().filter(({ fields }) => fields['intent'] !== 'stop'),
  ].map(({ text }) => text);
  expect(texts.filter((text) => intentOf(text, member) === 'stop')).toEqual([]);
});

it.each([
  'STOP 4111 1111 1111 1111',
  'STOP, my pin is 1234',
  'Arrêtez, mon nip est 1234',
  'paren, mi nip es 1234',
  'stop texting me. my ssn is 123-45-6789',
])('a secret next to it changes nothing: %s', (text) => {
  expect(intentOf(text, member)).toBe('stop');
});

it.each(['my pin is 1234', 'stop my card 4111 1111 1111 1111', 'stop payment, my pin is 1234'])(
  'a secret next to a text that only sounds like it stays a secret: %s',
  (text) => {
    expect(read(text, member).reading).not.toMatchObject({ intent: 'stop' });
  },
);
