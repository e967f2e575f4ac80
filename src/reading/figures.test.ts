import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Language } from '../kernel/vocabulary/language.ts';
import { lexicon, read } from '../languages/reading.ts';
import { readFigure, type FigureStyle } from './figures.ts';

function formsOf(languages: readonly Language[]): FigureStyle['forms'] {
  return languages.flatMap((language) => lexicon.numbers.forms.get(language) ?? []);
}

const amountOf = (word: string, ...languages: Language[]) => {
  const figure = readFigure(word, { forms: formsOf(languages) });
  return figure && ('amount' in figure ? figure.amount : figure.refused);
};

describe('figures in English', () => {
  it.each([
    ['50', '50.00'],
    ['50.5', '50.50'],
    ['50.05', '50.05'],
    ['.5', '0.50'],
    ['$50', '50.00'],
    ['50$', '50.00'],
    ['usd50', '50.00'],
    ['us$50', '50.00'],
    ['€50', '50.00'],
    ['+50', '50.00'],
    ['00050', '50.00'],
    ['$1,250.00', '1250.00'],
    ['1,250', '1250.00'],
    ['12,345,678.90', '12345678.90'],
    ['0', 'amount_not_positive'],
    ['0.00', 'amount_not_positive'],
    ['-50', 'amount_not_positive'],
    ['-$50', 'amount_not_positive'],
    ['$-50', 'amount_not_positive'],
    ['1.250', 'amount_malformed'],
    ['50.505', 'amount_malformed'],
    ['20,50', 'amount_malformed'],
    ['1,25', 'amount_malformed'],
    ['1,2,3', 'amount_malformed'],
    ['1.2.3', 'amount_malformed'],
    ['1.250,00', 'amount_malformed'],
    ['1e3', 'amount_malformed'],
    ['0x32', 'amount_malformed'],
    ['50¢', 'amount_malformed'],
    ['₹50', 'amount_malformed'],
    ['¥50', 'amount_malformed'],
    ['99999999999999999999', 'amount_too_large'],
    ['9'.repeat(300), 'amount_too_large'],
    ['12:30', undefined],
    ['5pm', undefined],
    ['7th', undefined],
    ['50%', undefined],
    ['1/2', undefined],
    ['', undefined],
    ['$', undefined],
    ['house', undefined],
    ['٥٠', undefined],
  ])('%s is %s', (word, expected) => {
    expect(amountOf(word, 'en')).toBe(expected);
  });
});

describe('figures in French and Spanish', () => {
  it.each([
    ['20,50', '20.50'],
    ['20,5', '20.50'],
    ['20.50', '20.50'],
    ['1.250,00', '1250.00'],
    ['1.250', 'amount_malformed'],
    ['50.505', 'amount_malformed'],
    ['1,250.00', '1250.00'],
    ['20,50$', '20.50'],
    ['1,250', 'amount_malformed'],
    ['20,505', 'amount_malformed'],
  ])('%s is %s', (word, expected) => {
    expect(amountOf(word, 'fr')).toBe(expected);
    expect(amountOf(word, 'es')).toBe(expected);
  });

  it('reads a mix of languages if it has only one meaning', () => {
    expect(amountOf('20,50', 'en', 'fr')).toBe('20.50');
    expect(amountOf('20,50', 'fr', 'en')).toBe('20.50');
    expect(amountOf('1.250', 'en', 'fr')).toBe('amount_malformed');
    expect(amountOf('1,250', 'fr', 'en')).toBe('amount_malformed');
    expect(amountOf('1,250.00', 'fr', 'en')).toBe('1250.00');
  });
});

describe('figures inside orders', () => {
  const amount = (text: string) => {
    const { reading } = read(text, {});
    return reading.intent === 'transfer'
      ? reading.amount
      : reading.intent === 'refused'
        ? reading.reason
        : reading.intent;
  };

  it.each([
    ['#trans $ 50 7 0', '50.00'],
    ['#trans 50 dollars 7 0', '50.00'],
    ['#trans 50 bucks 7 0', '50.00'],
    ['#trans ５０ ７ ０', '50.00'],
    ['virement 1 250,00 $ de 7 vers 0', '1250.00'],
    ['virement 1 250,00 7 0', '1250.00'],
    ['virement 1 250 $ de 7 vers 0', '1250.00'],
    ['virement 1 250 de 7 vers 0', 'help'],
    ['#trans –50 7 0', 'amount_not_positive'],
    ['#trans −50 7 0', 'amount_not_positive'],
    ['#trans-50 7 0', 'amount_not_positive'],
    ['#trans 5e1 7 0', 'amount_malformed'],
    ['#trans 50 cents 7 0', 'unknown'],
    ['#trans 50k 7 0', 'unknown'],
    ['#trans ٥٠ 7 0', 'unknown'],
    ['#trans ½ 7 0', 'unknown'],
    ['#trans 50% 7 0', 'unknown'],
    ['move one hundred and fifty dollars from checking to savings', '150.00'],
    ['move twenty five dollars from checking to savings', '25.00'],
    ['move two thousand five hundred from checking to savings', '2500.00'],
    ['virer quatre-vingt-dix dollars du courant vers l’épargne', '90.00'],
    ['pasar ciento cincuenta dólares de ahorros a corriente', '150.00'],
  ])('%s is %s', (text, expected) => {
    expect(amount(text)).toBe(expected);
  });

  it('every exact amount that fits is unchanged', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 1n, max: 99_999_999_999n }), (units) => {
        const text = units.toString().padStart(3, '0');
        const exact = `${text.slice(0, -2)}.${text.slice(-2)}`;
        expect(amount(`#trans ${exact} S01 S02`)).toBe(exact);
        expect(amount(`#trans $${exact} S01 S02`)).toBe(exact);
        expect(amount(`#trans -${exact} S01 S02`)).toBe('amount_not_positive');
        expect(amount(`#trans ${exact}1 S01 S02`)).toBe('amount_malformed');
        expect(amount(`virement ${exact.replace('.', ',')} S01 S02`)).toBe(exact);
      }),
      { seed: 50, numRuns: 500 },
    );
  });
});

describe('figures in currencies with other decimals', () => {
  it.each([
    ['#trans 5.125 7 0', 'KWD', '5.125'],
    ['move 5.125 from 7 to 0', 'KWD', '5.125'],
    ['virement 5,125 7 0', 'KWD', '5.125'],
    ['#trans 500 7 0', 'JPY', '500'],
    ['#trans 5.12 7 0', 'USD', '5.12'],
  ])('an order in the institution’s own: %s in %s', (text, currency, amount) => {
    const shares = [{ suffix: '7' }, { suffix: '0' }];
    expect(read(text, { currency, shares }).reading).toMatchObject({ intent: 'transfer', amount });
  });

  it('a fraction that the currency does not have is refused', () => {
    const shares = [{ suffix: '7' }, { suffix: '0' }];
    for (const currency of ['USD', 'JPY'])
      expect(read('#trans 5.125 7 0', { currency, shares }).reading).toMatchObject({
        intent: 'refused',
        reason: 'amount_malformed',
      });
  });

  it.each([
    ['5.125', 'en', 3, '5.125'],
    ['1,250.5', 'en', 3, '1250.500'],
    ['1,250', 'en', 3, '1250.000'],
    ['5,125', 'fr', 3, '5.125'],
    ['1.250', 'es', 3, 'amount_malformed'],
    ['.5', 'en', 4, '0.5000'],
    ['5.12345', 'en', 4, 'amount_malformed'],
    ['1,250', 'en', 0, '1250'],
    ['50.00', 'en', 0, '50'],
    ['50.50', 'en', 0, 'amount_malformed'],
    ['5.125', 'en', 2, 'amount_malformed'],
    ['1,250.125', 'en', 3, '1250.125'],
    ['1.250,125', 'fr', 3, '1250.125'],
    ['1,250.1234', 'en', 4, '1250.1234'],
    ['1,250.125', 'en', 2, 'amount_malformed'],
    ['1,250.1234', 'en', 3, 'amount_malformed'],
  ] as const)('%s in %s with %i', (word, language, digits, expected) => {
    const figure = readFigure(word, { forms: formsOf([language]), digits });
    expect(figure && ('amount' in figure ? figure.amount : figure.refused)).toBe(expected);
  });
});
