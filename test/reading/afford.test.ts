import { describe, expect, it } from 'vitest';
import { read } from '../../src/languages/reading.ts';
import { toJson } from '../../src/reading/to-json.ts';

const shares = [
  { suffix: '7', kind: 'checking' },
  { suffix: '0', kind: 'savings' },
] as const;

const reading = (text: string) => {
  const {
    intent,
    by: _by,
    ...rest
  }: Record<string, unknown> = JSON.parse(toJson(read(text, { shares, currency: 'USD' })));
  return [intent, ...Object.values(rest)].join(' ');
};

describe('whether something can be afforded is read', () => {
  it.each([
    ['CAN 60', 'afford 60.00'],
    ['can 60 until friday', 'afford 60.00 weekday_5'],
    ['#can', 'afford'],
    ['can i afford a $300 tv?', 'afford 300.00'],
    ['can I afford fifty dollars for dinner tonight', 'afford 50.00 0d'],
    ['how much can i spend until friday', 'afford weekday_5'],
    ['how much can I spend till the 15th?', 'afford day_15'],
    ['can i spend 1,250.50 from savings before dec 12', 'afford 1250.50 savings 12-12'],
    ['do i have enough for 80 bucks', 'afford 80.00'],
    ['can i afford 60 by my next paycheck', 'afford 60.00 payday'],
    ['alcanza 60', 'afford 60.00'],
    ['¿Puedo gastar $60 hasta el viernes?', 'afford 60.00 weekday_5'],
    ['¿me alcanza para gastar 60,50 antes del 15?', 'afford 60.50 day_15'],
    ['cuánto puedo gastar este mes', 'afford month_end'],
    ['tengo suficiente para 80 dólares', 'afford 80.00'],
    ["puis-je dépenser 60 $ d'ici vendredi?", 'afford 60.00 weekday_5'],
    ['est-ce que je peux me permettre 300 $', 'afford 300.00'],
    ["combien je peux dépenser d'ici la paie", 'afford payday'],
    ["j'ai assez d'argent pour 45,50 $ ?", 'afford 45.50'],
    ['can i spend 50k', 'afford 50000.00'],
    ['can $2.5k until friday', 'afford 2500.00 weekday_5'],
    ['¿puedo gastar 50k?', 'afford 50000.00'],
    ['puis-je dépenser 50k', 'afford 50000.00'],
    ['can i afford 300 euros', 'refused amount_foreign'],
    ['can €300', 'refused amount_foreign'],
    ['¿puedo gastar 30 euros?', 'refused amount_foreign'],
    ['puis-je dépenser 30 euros', 'refused amount_foreign'],
    ['can 0', 'refused amount_not_positive'],
  ])('%s', (text, meant) => {
    expect(reading(text)).toBe(meant);
  });

  it.each([
    'can you help me',
    'can i transfer 50 to savings',
    'can 60 people fit in the branch',
    'i can afford to lose 60',
    'move 50 from 7 to 0',
    'can i send 50 to mom',
    'puedo pasar 50 de 7 a 0',
    "puis-je virer 50 du courant vers l'épargne",
    'puis-je avoir mon solde',
    'assez !',
  ])('not in %s', (text) => {
    expect(reading(text)).not.toMatch(/^afford/);
  });
});
