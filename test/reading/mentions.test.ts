import { sampled } from '../support/sampled.ts';
import { describe, expect, it } from 'vitest';
import { read } from '../../src/languages/reading.ts';
import type { ReadingContext } from '../../src/reading/reading.ts';
import { everyday } from './corpora.ts';

const contexts: readonly ReadingContext[] = [
  {},
  {
    shares: [
      { suffix: '7', kind: 'checking' },
      { suffix: '0', kind: 'savings' },
    ],
  },
];

const orders = [
  ['#trans 50 7 0', 'transfer'],
  ['trans 50 7 0', 'transfer'],
  ['transfer 50 from 7 to 0', 'transfer'],
  ['transferir 50 de ahorros a corriente', 'transfer'],
  ['virement 50 de épargne vers courant', 'transfer'],
  ['lock', 'lock'],
  ['#bloquear', 'lock'],
  ['bloquer', 'lock'],
] as const;

/** Words around any order that make it a mere mention. */
const quotes: readonly ((order: string) => string)[] = [
  (order) => `> ${order}`,
  (order) => `>> ${order}`,
  (order) => `>${order}`,
  (order) => `"${order}"`,
  (order) => `'${order}'`,
  (order) => `“${order}”`,
  (order) => `„${order}“`,
  (order) => `‘${order}’`,
  (order) => `«${order}»`,
  (order) => `« ${order} »`,
  (order) => `‹${order}›`,
  (order) => `\`${order}\``,
  (order) => `*${order}*`,
  (order) => `_${order}_`,
  (order) => `**${order}**`,
  (order) => `(${order})`,
  (order) => `[${order}]`,
  (order) => `- ${order}`,
  (order) => `• ${order}`,
  (order) => `* ${order}`,
  (order) => `${order}?`,
  (order) => `${order} ?`,
  (order) => `${order}??`,
  (order) => `¿${order}?`,
  (order) => `${order}…`,
  (order) => `${order}...`,
  (order) => `"${order}`,
  (order) => `${order}"`,
];

/** Words by which we recognize a report of an order. */
const told: readonly ((order: string) => string)[] = [
  (order) => `he said: ${order}`,
  (order) => `she wrote: "${order}"`,
  (order) => `Fwd: ${order}`,
  (order) => `FW: ${order}`,
  (order) => `Li: ${order}`,
];

const hashed: readonly ((order: string) => string)[] = [
  (order) => `e.g. ${order}`,
  (order) => `for example ${order}`,
  (order) => `por ejemplo ${order}`,
  (order) => `par exemple ${order}`,
  (order) => `try ${order}`,
  (order) => `[10:32] ${order}`,
  (order) => `3. ${order}`,
];

describe.each(contexts)('with the known facts about shares %#', (context) => {
  it('an order that may only be mentioned gets a question first', () => {
    for (const [order, intent] of orders) {
      expect([order, read(order, context)]).toMatchObject([order, { reading: { intent } }]);
      for (const dress of [...quotes, ...told]) {
        const text = dress(order);
        const { reading, confirm } = read(text, context);
        expect([text, reading, confirm]).toEqual([text, read(order, context).reading, true]);
      }
    }
    for (const dress of hashed)
      expect([dress('#trans 50 7 0'), read(dress('#trans 50 7 0'), context)]).toMatchObject([
        dress('#trans 50 7 0'),
        { reading: { intent: 'transfer' }, confirm: true },
      ]);
  });

  it('an order written as one gets none for that', () => {
    for (const text of [
      '#trans 50 7 0',
      '#trans 50 7 -> 0!',
      'trans (50) 7 0',
      'TRANS 50 7 0.',
      'vcu trans 50 7 0',
    ])
      expect([text, read(text, { ...context, keywords: ['VCU'] }).confirm]).toEqual([text, false]);
    expect(read('lock https://t.co/Ab12', context)).toMatchObject({
      reading: { intent: 'lock' },
      confirm: false,
    });
  });

  it('a link next to an order is never carried out without a question', () => {
    for (const text of [
      '#trans 50 7 0 https://t.co/Ab12',
      '#trans 50 https://t.co/Ab12 7 0',
      'https://t.co/Ab12 #trans 50 7 0',
      '#trans 50 7 https://t.co/Ab12 0',
    ]) {
      const { reading, confirm } = read(text, context);
      expect([text, reading.intent === 'transfer' ? confirm : true]).toEqual([text, true]);
    }
    for (const [text, intent] of [
      ['#bal https://t.co/Ab12Cd34Ef', 'balance'],
      ['STOP https://t.co/x', 'stop'],
    ] as const)
      expect(read(text, context).reading.intent).toBe(intent);
  });

  it('a denial of an order, or a report of one, is none', () => {
    for (const text of [
      "don't: #trans 50 7 0",
      'i already sent: #trans 50 7 0',
      'why did this fail: #trans 50 7 0',
      'no envié: #trans 50 7 0',
      "je n'ai pas écrit: #trans 50 7 0",
    ])
      // It may ask whether the member disputes it.
      expect(['unknown', 'dispute'], text).toContain(read(text, context).reading.intent);
  });
});

it('no everyday text becomes an order as a report', () => {
  const dresses = [...quotes, ...told, ...hashed];
  const texts = everyday();
  const taken = sampled({ all: texts.length, sample: Math.ceil(texts.length / 10) });
  const every = Math.max(1, Math.floor(texts.length / taken));
  const some = texts.filter((_, index) => index % every === 0);
  expect(some.length).toBeGreaterThanOrEqual(taken);
  const moved = some.flatMap(({ text }) =>
    dresses
      .map((dress) => dress(text))
      .filter((one) => /^(?:transfer|pay)$/.test(read(one, {}).reading.intent)),
  );
  expect(moved).toEqual([]);
});

it.each([
  'VCU "trans 50 7 0',
  'VCU" trans 50 7 0',
  'VCU * trans 50 7 0',
  'VCU’ trans 50 7 0',
  'VCU »trans 50 7 0',
])('a keyword in front hides no sign of a mention: %s', (text) => {
  for (const context of contexts)
    expect(read(text, { ...context, keywords: ['VCU'] })).toMatchObject({
      reading: { intent: 'transfer' },
      confirm: true,
    });
});

it.each([
  '#trans 50 7 0 sent from my iphone yesterday',
  '#trans 50 7 0 enviado desde mi celular ayer',
  '#trans 50 7 0 envoyé de mon iPhone hier',
])('an apparent signature on the line of an order gets a question first: %s', (text) => {
  for (const context of contexts)
    expect(read(text, context)).toMatchObject({
      reading: { intent: 'transfer' },
      confirm: true,
    });
  for (const context of contexts)
    expect(read('#trans 50 7 0\nSent from my iPhone', context).confirm).toBe(false);
});

it.each([
  'transfer 12:30 to checking',
  'branch $75 from 12:30 to checking, thanks',
  'please put my accounts on 12:30 from checking to savings',
  'transferencia de savings 12:30 de corriente a ahorros',
  "split -50 12:30 du courant vers l'épargne",
])('no amount is read from the minutes of a time: %s', (text) => {
  for (const context of contexts) expect(read(text, context).reading.intent).toBe('help');
});

it('an order after a time is mentioned as any other', () => {
  expect(read('at 12:30 mom said: trans 50 7 0', {})).toMatchObject({
    reading: { intent: 'transfer', amount: '50.00', from: '7', to: '0' },
    confirm: true,
  });
});
