import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { read, readByRules } from '../languages/reading.ts';
import type { ReadingContext, ShareNames } from './reading.ts';
import { toJson } from './to-json.ts';

const own: readonly ShareNames[] = [
  { suffix: '7', kind: 'checking', nickname: 'House' },
  { suffix: '0', kind: 'savings', nickname: 'Fun Money' },
  { suffix: 'S01', kind: 'savings', nickname: 'Vacation' },
  { suffix: 'L01', kind: 'loan' },
];
const reading = (text: string, context: ReadingContext = {}) => read(text, context).reading;
/** Every reading here is by a rule, which the line of `tmm parse` says last. */
const json = (text: string, context: ReadingContext = {}) =>
  toJson(read(text, context)).replace(/,"by":"rule"\}$/, '}');

describe('with the shares of the member', () => {
  const context = { shares: own };

  it.each([
    ['bal house', '{"intent":"balance","account":"7"}'],
    ['bal fun money', '{"intent":"balance","account":"0"}'],
    ['bal vaca', '{"intent":"balance","account":"S01"}'],
    ['bal s01', '{"intent":"balance","account":"S01"}'],
    ['bal savings', '{"intent":"balance","account":"savings"}'],
    ['bal s', '{"intent":"balance","account":"savings"}'],
    ['bal c', '{"intent":"balance","account":"7"}'],
    ['how much is in fun money', '{"intent":"balance","account":"0"}'],
    ["what's my vacation balance", '{"intent":"balance","account":"S01"}'],
    [
      'move 20 from house to vacation',
      '{"intent":"transfer","amount":"20.00","from":"7","to":"S01"}',
    ],
    ['#trans 50 house fun', '{"intent":"transfer","amount":"50.00","from":"7","to":"0"}'],
    ['#trans 50 70', '{"intent":"transfer","amount":"50.00","from":"7","to":"0"}'],
    ['trans 70 50', '{"intent":"transfer","amount":"50.00","from":"7","to":"0"}'],
    ['trans 50 7s01', '{"intent":"transfer","amount":"50.00","from":"7","to":"S01"}'],
    ['#trans 7 0 5', '{"intent":"transfer","amount":"5.00","from":"7","to":"0"}'],
    ['#trans 7 7 0', '{"intent":"transfer","amount":"7.00","from":"7","to":"0"}'],
    ['last 5', '{"intent":"history","count":5}'],
    ['last 7', '{"intent":"history","account":"7"}'],
  ])('%s', (text, expected) => {
    expect(json(text, context)).toBe(expected);
  });

  it('two readings of the same order are one', () => {
    expect(json('#trans 70 70', context)).toBe(
      '{"intent":"transfer","amount":"70.00","from":"7","to":"0"}',
    );
  });

  it('returns both of two orders that fit', () => {
    expect(reading('#trans 7 0 7', context)).toEqual({
      intent: 'ambiguous',
      readings: [
        { intent: 'transfer', amount: '7.00', from: '0', to: '7' },
        { intent: 'transfer', amount: '7.00', from: '7', to: '0' },
      ],
    });
  });

  it('one share and no preposition may mean into it or out of it', () => {
    expect(reading('#trans 400 7', context)).toEqual({
      intent: 'ambiguous',
      readings: [
        { intent: 'transfer', amount: '400.00', to: '7' },
        { intent: 'transfer', amount: '400.00', from: '7' },
      ],
    });
  });

  it('names an unknown share, so that the answer can say so', () => {
    expect(json('bal 9', context)).toBe('{"intent":"balance","account":"9"}');
    expect(json('#trans 50 7 9', context)).toBe(
      '{"intent":"transfer","amount":"50.00","from":"7","to":"9"}',
    );
    expect(json('#trans 5 8 9', context)).toBe('{"intent":"refused","reason":"share_not_found"}');
    expect(json('transfer 50 from 7 to mom', context)).toBe(
      '{"intent":"refused","reason":"share_not_found"}',
    );
    expect(reading('transfer 50 to mom', context).intent).toBe('unknown');
    expect(reading('send 50 to mom', context).intent).toBe('unknown');
    expect(reading('h mart', context).intent).toBe('unknown');
  });
});

describe('asking first', () => {
  it.each([
    '#trans 50 7 0',
    'XFER 50 FROM house TO fun',
    'transfer $50 from checking to savings',
    'move 20 to savings',
    '#lock',
    'LOCK',
  ])('is not needed for %s', (text) => {
    expect(read(text, {}).confirm).toBe(false);
  });

  it.each([
    'tran 50 7 0',
    'trasnfer 50 7 0',
    'tranfer $50 from checking to savings',
    'can you move $20 from checking to savings please',
    'i want to transfer 50 from savings to checking',
    'move twenty dollars from checking to savings',
    'take 50 from savings and put it in checking',
    'transfer 50 from house to fun',
    'pouvez-vous virer 50 du courant vers l’épargne',
    'quiero pasar 100 a ahorros',
    'move 400',
    'move $20 from house to fun',
    'add 30 to savings from checking',
    'make a $30 transfer from savings to checking',
    'transfer 30 from savings and put it in checking',
    'trans fifty 7 0',
    'ok transfer 50 from checking to savings',
    'i lost my phone, lock my account',
    'someone is in my account lock it',
    'lcok',
    'please freeze all my accounts',
  ])('is needed for %s', (text) => {
    expect(read(text, {}).confirm).toBe(true);
  });
});

describe('the words of an institution', () => {
  const words = {
    add: { balance: ['wiebel', '#kto'], lock: ['sperre'] },
    remove: ['b', 'STOP', 'help'],
  };

  it('are added, removed and renamed', () => {
    expect(json('wiebel 7', { words })).toBe('{"intent":"balance","account":"7"}');
    expect(json('KTO', { words })).toBe('{"intent":"balance"}');
    expect(json('b 7', { words })).not.toContain('balance');
    expect(json('b 7')).toContain('balance');
    expect(json('sperre', { words })).toBe('{"intent":"lock"}');
  });

  it('never remove or redefine words that carriers act on', () => {
    const taken = {
      add: { balance: ['stop', 'unsubscribe', 'info'] },
      remove: ['stop', 'cancel', 'HELP'],
    };
    for (const text of ['STOP', 'unsubscribe', 'cancel'])
      expect(json(text, { words: taken })).toBe('{"intent":"stop"}');
    for (const text of ['help', 'INFO'])
      expect(json(text, { words: taken })).toBe('{"intent":"help"}');
  });

  it('read the same however often they are used', () => {
    for (let time = 0; time < 3; time += 1)
      expect(json('wiebel', { words })).toBe('{"intent":"balance"}');
  });
});

describe('a word many times', () => {
  it.each([
    `move money ${'another'.repeat(21)} x`,
    `move money ${'another '.repeat(18)}x`,
    `transfer my money ${'into an'.repeat(20)} x`,
  ])('is read at once: %s', (text) => {
    const began = performance.now();
    expect(['unknown', 'help', 'agent']).toContain(read(text, {}).reading.intent);
    expect(readByRules(text, {}).reading.intent).toBe('unknown');
    expect(performance.now() - began).toBeLessThan(500);
  });
});

describe('X’s prefix', () => {
  it.each([
    'd myvcu #bal 7',
    'D @myvcu bal 7',
    'dm myvcu bal 7',
    '@myvcu #bal 7',
    '@myvcu, bal 7',
    'bal 7 @myvcu',
    '> bal 7',
    '- bal 7',
    '-bal 7',
    'bal/7',
    'bal.7',
    'bal(7)',
  ])('%s', (text) => {
    expect(json(text)).toBe('{"intent":"balance","account":"7"}');
  });

  it('knows the handles of the institution', () => {
    expect(json("d vantage what's my balance", { handles: ['Vantage'] })).toBe(
      '{"intent":"balance"}',
    );
    expect(readByRules("d vantage what's my balance", {}).reading.intent).toBe('unknown');
  });
});

describe('typos', () => {
  it.each([
    ['blance 7', '{"intent":"balance","account":"7"}'],
    ['#hsit 7', '{"intent":"history","account":"7"}'],
    ['depsoits', '{"intent":"deposits"}'],
    ['withdrwals 7', '{"intent":"withdrawals","account":"7"}'],
    ['stpo', '{"intent":"stop"}'],
    ['srop', '{"intent":"stop"}'],
    ['cancl', '{"intent":"stop"}'],
    ['OK-4821', '{"intent":"confirm","code":"4821"}'],
    ['hepl', '{"intent":"help"}'],
  ])('%s', (text, expected) => {
    expect(json(text)).toBe(expected);
  });

  it.each([
    'thanks',
    'lost',
    'shop',
    'step',
    'star',
    'quiet',
    'auto',
    'moved 50 from 7 to 0',
    'train',
    'love',
    'hole',
    'block',
    'last night i dreamed',
    'heal me',
    'monkey',
    'test',
    'loan',
  ])('%s is an ordinary word', (text) => {
    expect(reading(text).intent).toBe('unknown');
  });

  it('are never corrected in names of shares', () => {
    expect(json('bal huose', { shares: own })).not.toContain('"7"');
    expect(reading('#trans 50 huose fun', { shares: own })).not.toMatchObject({ from: '7' });
  });
});

describe('suggestions by rules', () => {
  it.each([
    ['balx', '#bal'],
    ['please explain the deposits thing to me', '#dep'],
    ['how does a transfer abroad work', 'help transfer'],
    ['transfer 50 to mom', 'help pay'],
    ['virement 50 à maman', 'help pay'],
    ['pay rent 500', 'help pay'],
    ["don't transfer 50 from 7 to 0", 'help transfer'],
    ['#trans 1O0 7 0', 'help transfer'],
    ['transfer 80 from checking to my money market account', 'help transfer'],
    ['transfer 50 from checking to savings failed', 'help transfer'],
    ['money transfer form', 'help transfer'],
    ['please explain the withdrawals thing to me', '#wd'],
    ['is there an atm at the airport', 'contact'],
    ['wake me in 3 hours', undefined],
    ['update my personal details', undefined],
    ['confirm my table at the diner', undefined],
    ['tell robert that i am okay with it', undefined],
    ['flights from pdx to atl in june', undefined],
    ['please close out my savings account', '#agent'],
    ['fermer mon compte', '#agent'],
    ['OK NONE', undefined],
    ['quel temps fait-il', undefined],
    ["'; drop table members; --", undefined],
    ['a fox in the snow', undefined],
  ])('%s', (text, expected) => {
    expect(readByRules(text, {}).reading).toEqual(
      expected === undefined ? { intent: 'unknown' } : { intent: 'unknown', suggestion: expected },
    );
  });
});

it.each([
  'there is a purchase on my account that i never made',
  'i found a withdrawal i don’t recognize',
  'veo un cargo que no hice',
])('%s is asked about as a dispute, not only suggested', (text) => {
  expect(reading(text)).toEqual({ intent: 'dispute' });
});

it('suggestions are in the member’s language', () => {
  expect(read('#solde 12345678', { language: 'fr' }).reading).toMatchObject({
    suggestion: '#solde',
  });
  expect(read('transferir 30 a mamá', { language: 'es' }).reading).toMatchObject({
    suggestion: 'ayuda pagar',
  });
});

describe('any text', () => {
  const strange = [
    '',
    ' ',
    '\u0000',
    '#',
    '@',
    '#'.repeat(10_000),
    'a'.repeat(10_000),
    '7 '.repeat(5_000),
    'move '.repeat(2_000),
    `bal ${'7'.repeat(9_000)}`,
    `#trans ${'9'.repeat(390)} 7 0`,
    'e\u0301\u0302\u0303'.repeat(500),
    '\uD800',
    '\u202Ebal 7',
    '🏦🏦🏦 #bal 7',
    'ﷺ'.repeat(2_000),
    '((((((((((',
    'to to to to to from from from',
    'stop '.repeat(79),
    `${'speak to '.repeat(30)}no one`,
    `what is ${'my the '.repeat(25)}`,
  ];

  it.each(strange.map((text) => [text.slice(0, 20), text]))('%j is read', (_begin, text) => {
    expect(() => read(text, { shares: own })).not.toThrow();
  });

  it('longer than a message is no command', () => {
    expect(reading(`#trans 50 7 0 ${'x'.repeat(10_000)}`).intent).toBe('unknown');
    expect(reading(`${'x '.repeat(300)}#bal`).intent).toBe('unknown');
  });

  it('ignores invisible characters', () => {
    expect(json('\u200F#bal\u200B 7\uFEFF')).toBe('{"intent":"balance","account":"7"}');
    expect(json('#ｂａｌ　７')).toBe('{"intent":"balance","account":"7"}');
    expect(json('dépôts')).toBe(json('de\u0301po\u0302ts'));
  });

  it('of random words never fails, nor moves money without a figure', () => {
    const word = fc.oneof(
      fc.constantFrom(
        ...'trans move send put transfer virement pasar #trans pay #pay from to 7 0 savings $ @bob all x'.split(
          ' ',
        ),
      ),
      fc.string({ maxLength: 12, unit: 'binary' }),
      fc.string({ maxLength: 8, unit: 'grapheme' }),
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 12 }), fc.boolean(), (parts, isKnown) => {
        const text = parts.join(' ');
        const { reading: got } = read(text, isKnown ? { shares: own } : {});
        if (got.intent === 'transfer' || got.intent === 'pay') {
          expect(text.normalize('NFKC')).toMatch(/\d/);
          expect(got.amount).toMatch(/^\d+\.\d{2}$/);
        }
        if (got.intent === 'transfer' && got.from !== undefined) expect(got.from).not.toBe(got.to);
      }),
      { seed: 7, numRuns: 3_000 },
    );
  });
});
