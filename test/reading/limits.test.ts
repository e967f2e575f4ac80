import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tokenize } from '../../src/reading/normalize.ts';
import { canonical, lexicon, read } from '../../src/languages/reading.ts';
import type { Reading, ReadingContext } from '../../src/reading/reading.ts';
import { createShareReader } from '../../src/reading/share-words.ts';
import { fillSlots } from '../../src/reading/slots/fill-slots.ts';

/** Monday. */
const today = Temporal.PlainDate.from('2026-11-30');
const shares: NonNullable<ReadingContext['shares']> = [
  { suffix: '7', kind: 'checking' },
  { suffix: '0', kind: 'savings', nickname: 'Vacation' },
];
const fieldsOf = (text: string, context: ReadingContext = {}) =>
  read(text, { today, ...context }).reading;

describe('periods', () => {
  type Case = readonly [text: string, since: string | undefined, until?: string];
  const cases: readonly Case[] = [
    ['hist 7 today', '2026-11-30', '2026-11-30'],
    ['hist yesterday', '2026-11-29', '2026-11-29'],
    ['hist since nov 1', '2026-11-01'],
    ['hist since 11/1', '2026-11-01'],
    ['hist since 2026-11-01', '2026-11-01'],
    ['hist after nov 1', '2026-11-02'],
    ['hist before nov 1', undefined, '2026-10-31'],
    ['hist until nov 1', undefined, '2026-11-01'],
    ['hist from nov 1', '2026-11-01'],
    ['hist in october', '2026-10-01', '2026-10-31'],
    ['hist oct 2025', '2025-10-01', '2025-10-31'],
    ['hist last month', '2026-10-01', '2026-10-31'],
    ['hist this month', '2026-11-01', '2026-11-30'],
    ['hist this year', '2026-01-01'],
    ['hist ytd', '2026-01-01'],
    ['hist last week', '2026-11-22', '2026-11-28'],
    ['hist this week', '2026-11-29'],
    ['hist past week', '2026-11-24', '2026-11-30'],
    ['hist last 3 days', '2026-11-28', '2026-11-30'],
    ['hist the last two months', '2026-10-01', '2026-11-30'],
    ['hist last weekend', '2026-11-28', '2026-11-29'],
    ['hist last quarter', '2026-07-01', '2026-09-30'],
    ['hist in q1', '2026-01-01', '2026-03-31'],
    ['hist 2 weeks ago', '2026-11-15', '2026-11-21'],
    ['hist on friday', '2026-11-27', '2026-11-27'],
    ['hist since monday', '2026-11-23'],
    ['hist nov 3 to nov 10', '2026-11-03', '2026-11-10'],
    ['hist nov 3-10', '2026-11-03', '2026-11-10'],
    ['hist between the 3rd and the 10th', '2026-11-03', '2026-11-10'],
    ['hist between dec 20 and jan 5', '2025-12-20', '2026-01-05'],
    ['hist between oct 1 and dec 31', '2026-10-01', '2026-12-31'],
    ['movimientos entre el 1 de octubre y el 31 de diciembre', '2026-10-01', '2026-12-31'],
    ['historique entre le 1er octobre et le 31 décembre', '2026-10-01', '2026-12-31'],
    ['hist from october to december', '2026-10-01', '2026-12-31'],
    ['hist from october to november', '2026-10-01', '2026-11-30'],
    ['hist from monday to friday', '2026-11-23', '2026-11-27'],
    ['hist since the beginning of the year', '2026-01-01'],
    ['hist the week of nov 10', '2026-11-08', '2026-11-14'],
    ['hist since feb 29', '2024-02-29'],
    // Spanish: days come first.
    ['movimientos desde el 1 de noviembre', '2026-11-01'],
    ['movimientos 3/10', '2026-10-03', '2026-10-03'],
    ['movimientos en octubre de 2025', '2025-10-01', '2025-10-31'],
    ['movimientos el mes pasado', '2026-10-01', '2026-10-31'],
    ['movimientos los últimos 3 días', '2026-11-28', '2026-11-30'],
    ['movimientos del 3 al 10 de octubre', '2026-10-03', '2026-10-10'],
    ['movimientos ayer', '2026-11-29', '2026-11-29'],
    ['movimientos hasta el 5 de noviembre', undefined, '2026-11-05'],
    ['movimientos hace dos semanas', '2026-11-15', '2026-11-21'],
    // French.
    ['historique depuis le 1er novembre', '2026-11-01'],
    ['historique en octobre', '2026-10-01', '2026-10-31'],
    ["historique d'octobre", '2026-10-01', '2026-10-31'],
    ['historique le mois dernier', '2026-10-01', '2026-10-31'],
    ['historique les 3 derniers jours', '2026-11-28', '2026-11-30'],
    ['historique du 3 au 10 octobre', '2026-10-03', '2026-10-10'],
    ['historique hier', '2026-11-29', '2026-11-29'],
    ["historique jusqu'au 5 novembre", undefined, '2026-11-05'],
    ['historique il y a deux semaines', '2026-11-15', '2026-11-21'],
    ["historique depuis le début de l'année", '2026-01-01'],
  ];

  it.each(cases.map((one) => ({ text: one[0], one })))('$text', ({ one: [text, since, until] }) => {
    const reading = fieldsOf(text, { language: language(text) });
    expect(reading).toEqual({
      intent: 'history',
      ...(text.includes(' 7 ') ? { account: '7' } : {}),
      ...(since === undefined ? {} : { since }),
      ...(until === undefined ? {} : { until }),
    });
  });

  function language(text: string) {
    return text.startsWith('hist ') ? 'en' : text.startsWith('historique') ? 'fr' : 'es';
  }

  it('end before they begin on no day', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...cases.map(([text]) => text)),
        fc.integer({ min: -2_000, max: 2_000 }),
        (text, days) => {
          const reading = fieldsOf(text, { today: today.add({ days }), language: language(text) });
          expect(reading.intent).toBe('history');
          const since = 'since' in reading ? reading.since : undefined;
          const until = 'until' in reading ? reading.until : undefined;
          expect(since ?? until).toBeDefined();
          if (since && until) expect(since <= until).toBe(true);
        },
      ),
      { seed: 20261130, numRuns: 3_000 },
    );
  });

  it('are heard, and not applied, if today is not known or no day is meant', () => {
    expect(read('hist 7 since nov 1', {}).reading).toEqual({
      intent: 'history',
      account: '7',
      unapplied: 'since nov 1',
    });
    expect(fieldsOf('hist 7 since christmas')).toEqual({
      intent: 'history',
      account: '7',
      unapplied: 'since christmas',
    });
  });

  it.each(['2026-11-0', '2026-11-31', '2026-00-05', '2026-13-05', '2/30', '0/5'])(
    'are heard, and not applied, if no calendar has the day: %s',
    (day) => {
      for (const [command, since, language] of [
        ['hist', 'since', 'en'],
        ['movimientos', 'desde', 'es'],
        ['historique', 'depuis', 'fr'],
      ] as const)
        expect(fieldsOf(`${command} ${since} ${day}`, { language })).toEqual({
          intent: 'history',
          unapplied: `${since} ${day}`,
        });
    },
  );

  it('leave the balance of today as it is', () => {
    expect(fieldsOf('bal 7 today')).toEqual({ intent: 'balance', account: '7' });
    expect(fieldsOf('how much money do i have today')).toEqual({ intent: 'balance' });
  });
});

it.each([
  'hist 7 since 2026-00-10',
  'hist 7 since 2026-13-10',
  'hist 7 since 2026-11-00',
  'hist 7 since 2026-11-32',
  'hist 7 since 0000-01-01',
  'hist 7 since 1899-12-31',
  'hist 7 since 1/1/0000',
  'hist 7 since 0/10',
  'movimientos 7 desde 2026-00-10',
  'historique 7 depuis 2026-00-10',
])('takes no day that is none: %s', (text) => {
  const { since, unapplied } = { since: undefined, unapplied: undefined, ...fieldsOf(text) };
  expect(since).toBeUndefined();
  expect(unapplied).toMatch(/\d/);
});

it.each([
  ['deposits over 500 euros', 'over 500 euros'],
  ['dep over €500 this year', 'over €500'],
  ['depósitos de más de 500 euros', 'más de 500 euros'],
  ['dépôts de plus de 500 euros', 'plus de 500 euros'],
])('never takes a bound in another currency for our own: %s', (text, said) => {
  const reading = fieldsOf(text, { currency: 'USD' });
  expect(reading).toMatchObject({ intent: 'deposits' });
  expect(reading).not.toHaveProperty('over');
  expect(reading).toHaveProperty('unapplied', expect.stringContaining(said));
  expect(fieldsOf(text, { currency: 'EUR' })).toHaveProperty('over', '500.00');
});

describe('what else limits an answer', () => {
  it.each<readonly [string, Reading]>([
    ['FIND walmart', { intent: 'history', find: 'walmart' }],
    ['#hist 7 walmart', { intent: 'history', account: '7', find: 'walmart' }],
    ['deposits over 500 this year', { intent: 'deposits', over: '500.00', since: '2026-01-01' }],
    ['dep over $1,250.00', { intent: 'deposits', over: '1250.00' }],
    ['dep at least 1k', { intent: 'deposits', min: '1000.00' }],
    ['wd under fifty dollars', { intent: 'withdrawals', under: '50.00' }],
    ['purchases between 20 and 50 dollars', { intent: 'history', min: '20.00', max: '50.00' }],
    ['holds over 50', { intent: 'holds', over: '50.00' }],
    [
      'how much did I spend at schnucks last month',
      { intent: 'history', find: 'schnucks', sum: true, since: '2026-10-01', until: '2026-10-31' },
    ],
    ['how much have i spent eating out', { intent: 'history', find: 'eating out', sum: true }],
    ['my walmart purchases', { intent: 'history', find: 'walmart' }],
    ['what did i spend at bath and body works', { intent: 'history', find: 'bath and body works' }],
    [
      'smallest purchase in october',
      { intent: 'history', least: true, count: 1, since: '2026-10-01', until: '2026-10-31' },
    ],
    [
      'cual fue mi compra mas barata en octubre',
      { intent: 'history', least: true, count: 1, since: '2026-10-01', until: '2026-10-31' },
    ],
    [
      'mes 3 plus petits achats en octobre',
      { intent: 'history', least: true, count: 3, since: '2026-10-01', until: '2026-10-31' },
    ],
    [
      'biggest purchase in october',
      { intent: 'history', most: true, count: 1, since: '2026-10-01', until: '2026-10-31' },
    ],
    [
      'my top 5 purchases this year',
      { intent: 'history', most: true, count: 5, since: '2026-01-01' },
    ],
    ['last five', { intent: 'history', count: 5 }],
    ['last ten deposits', { intent: 'deposits', count: 10 }],
    ['how many deposits this year', { intent: 'deposits', sum: true, since: '2026-01-01' }],
    ['how much was my last deposit', { intent: 'deposits' }],
    ['did i spend more than 400 on groceries', { intent: 'history', find: 'groceries', sum: true }],
    ['balance in savings and checking', { intent: 'balance', accounts: ['savings', 'checking'] }],
    ['bal 7 and 0', { intent: 'balance', accounts: ['7', '0'] }],
    ['balance yesterday', { intent: 'balance', since: '2026-11-29', until: '2026-11-29' }],
    ['why is SHELL pending', { intent: 'holds', find: 'SHELL' }],
    [
      'cuánto gasté en walmart el mes pasado',
      { intent: 'history', find: 'walmart', sum: true, since: '2026-10-01', until: '2026-10-31' },
    ],
    [
      'depósitos de más de 500 este año',
      { intent: 'deposits', over: '500.00', since: '2026-01-01' },
    ],
    ['compras de más de 50', { intent: 'history', over: '50.00' }],
    ['gastos de comida', { intent: 'history', find: 'comida' }],
    ['últimos cinco', { intent: 'history', count: 5 }],
    ['saldo de ahorros y corriente', { intent: 'balance', accounts: ['savings', 'checking'] }],
    ['saldo ayer', { intent: 'balance', since: '2026-11-29', until: '2026-11-29' }],
    ['por qué está pendiente shell', { intent: 'holds', find: 'shell' }],
    ['buscar walmart', { intent: 'history', find: 'walmart' }],
    [
      "combien j'ai dépensé chez metro le mois dernier",
      { intent: 'history', find: 'metro', sum: true, since: '2026-10-01', until: '2026-10-31' },
    ],
    [
      'dépôts de plus de 500 cette année',
      { intent: 'deposits', over: '500.00', since: '2026-01-01' },
    ],
    ["dépenses d'épicerie", { intent: 'history', find: 'épicerie' }],
    ['les cinq dernières', { intent: 'history', count: 5 }],
    ['solde épargne et courant', { intent: 'balance', accounts: ['savings', 'checking'] }],
    ['solde hier', { intent: 'balance', since: '2026-11-29', until: '2026-11-29' }],
    ['pourquoi shell est en attente', { intent: 'holds', find: 'shell' }],
    ['chercher metro', { intent: 'history', find: 'metro' }],
  ])('%s', (text, reading) => {
    const found = fieldsOf(text);
    expect(found).toEqual(reading);
    const again = fieldsOf(canonical(found), { language: 'en' });
    // A count is written after an account.
    if (!('count' in found) || 'account' in found) expect(again).toEqual(found);
  });

  it.each([
    // Of other things, although a word of a bank or a day stands in them.
    'see you on monday',
    'what did you do last weekend',
    'find my phone',
    'find me a restaurant',
    'find a branch near me',
    'find recipe chicken casserole',
    'may the fourth be with you',
    'how much does a deposit on a house cost',
    'what is the minimum payment',
    'thanks for yesterday',
    'nos vemos el lunes',
    'à lundi',
    "j'ai passé une bonne semaine",
  ])('nothing in %s', (text) => {
    const { intent } = fieldsOf(text);
    expect(['unknown', 'contact', 'agent', 'help', 'accounts', 'answer']).toContain(intent);
  });

  it('says what it heard and can’t apply', () => {
    expect(fieldsOf('how much did i spend at shell last month per week')).toEqual({
      intent: 'history',
      find: 'shell',
      sum: true,
      since: '2026-10-01',
      until: '2026-10-31',
      unapplied: 'per week',
    });
  });
});

describe('an order without a verb', () => {
  it.each([
    ['50 to vacation', { amount: '50.00', to: '0' }],
    ['$20 from checking to savings', { amount: '20.00', from: 'checking', to: 'savings' }],
    ['50 dollars to savings', { amount: '50.00', to: 'savings' }],
    ['50 a ahorros', { amount: '50.00', to: 'savings' }],
    ['50 para ahorros', { amount: '50.00', to: 'savings' }],
    ['50 vers épargne', { amount: '50.00', to: 'savings' }],
  ])('%s is asked before money moves', (text, order) => {
    const { reading, confirm } = read(text, { today, shares });
    expect(reading).toEqual({ intent: 'transfer', ...order });
    expect(confirm).toBe(true);
  });

  it.each([
    '10 to 7',
    '5 to vacation mode',
    '100 in savings',
    '20 to life',
    '9 to 5',
    '3. from checking to savings',
    '[10:32] from checking to savings',
    'about 50 to vacation',
    '50 to vacation?? is that enough',
    '7 a 0',
    '15 a 20',
  ])('%s moves nothing', (text) => {
    expect(read(text, { today, shares }).reading.intent).not.toBe('transfer');
  });
});

it('fills the slots of a guessed intent', () => {
  const fill = (reading: Reading, text: string) =>
    fillSlots(reading, tokenize(text, lexicon), {
      lexicon,
      shares: createShareReader(shares, lexicon.arguments),
      style: { forms: [...lexicon.numbers.forms.values()] },
      language: 'en',
      today,
    });
  expect(
    fill({ intent: 'history' }, 'so what has gas been costing me at shell since october'),
  ).toEqual({
    intent: 'history',
    find: 'shell',
    since: '2026-10-01',
  });
  expect(fill({ intent: 'balance' }, 'is there any cash in vacation and checking')).toEqual({
    intent: 'balance',
    accounts: ['0', 'checking'],
  });
  expect(fill({ intent: 'contact' }, 'where were you yesterday')).toEqual({ intent: 'contact' });
});

describe('what is no name of a merchant', () => {
  it('is a command with more words than names have', () => {
    expect(fieldsOf('#hist 7 walmart neighborhood market', { shares })).toMatchObject({
      find: 'walmart neighborhood market',
    });
    const long = 'market '.repeat(10).trim();
    expect(fieldsOf(`#hist 7 ${long}`, { shares })).not.toHaveProperty('find');
  });
});

it.each([
  ['cuanto gaste en walmart en octubre', 'es'],
  ['mi compra mas barata en octubre', 'es'],
  ['combien depense chez walmart en octobre', 'fr'],
  ['my walmart purchases', 'en'],
] as const)(
  'a question with a limit is in its own language, whatever the member chose: %s',
  (text, spoken) => {
    for (const language of ['en', 'es', 'fr'] as const)
      expect(read(text, { today, shares, language })).toMatchObject({ spoken });
  },
);

it('a command with a limit says nothing about the language', () => {
  expect(read('#hist 7 since nov 1', { today, shares, language: 'es' })).not.toHaveProperty(
    'spoken',
  );
});
