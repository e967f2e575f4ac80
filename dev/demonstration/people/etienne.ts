import type { DemoPerson } from '../person.ts';
import { checkingRate, savingsRate } from '../rates.ts';

/** A teacher with a mortgage elsewhere. */
export const etienne: DemoPerson = {
  number: '104390',
  name: 'Étienne Moreau',
  handle: 'etienne_m',
  phone: '+13145550124',
  userId: '2100000004',
  language: 'fr',
  about: 'Professeur. Reçoit ses réponses en français.',
  shares: [
    { suffix: '7', kind: 'checking', opening: 231_870, yearlyRate: checkingRate },
    { suffix: '0', kind: 'savings', opening: 480_000, yearlyRate: savingsRate },
  ],
  life: {
    pay: [{ description: 'ACH DEPOSIT CITY SCHOOLS PAYROLL', amount: 334_600, every: { day: 31 } }],
    bills: [
      { day: 3, description: 'ACH PAYMENT RIVERFRONT HOME LOANS', amount: 128_417, by: 'ach' },
      {
        day: 6,
        description: 'ACH PAYMENT ARCH ELECTRIC',
        amount: 9_700,
        spread: 8,
        by: 'ach',
        season: 'summer',
      },
      {
        day: 9,
        description: 'ACH PAYMENT LACLEDE GAS LIGHT',
        amount: 6_400,
        spread: 8,
        by: 'ach',
        season: 'winter',
      },
      { day: 12, description: 'ACH PAYMENT GATEWAY WATER', amount: 3_650, spread: 10, by: 'ach' },
      { day: 14, description: 'PIANO LESSONS', amount: 16_000, by: 'check' },
      { day: 17, description: 'ACH PAYMENT RIVER MOBILE', amount: 8_500, by: 'ach' },
      { day: 24, description: 'ACH PAYMENT GATEWAY INSURANCE AUTO', amount: 9_260, by: 'ach' },
    ],
    habits: [
      { at: 'grocery', weekly: 2, needed: true },
      { at: 'fuel', weekly: 0.7, needed: true },
      { at: 'coffee', weekly: 2 },
      { at: 'dining', weekly: 1.1 },
      { at: 'online', weekly: 0.8 },
      { at: 'outing', weekly: 0.5 },
      { at: 'pharmacy', weekly: 0.3, needed: true },
      { at: 'home', weekly: 0.3 },
      { at: 'cash', weekly: 0.3 },
    ],
    transfers: [{ day: 5, from: '7', to: '0', amount: 30_000, kind: 'transfer' }],
    occasions: [
      {
        month: 5,
        day: 21,
        description: 'CARD PURCHASE ATLANTIC AIR',
        amount: -187_640,
        by: 'card',
        from: '0',
      },
      {
        month: 4,
        day: 9,
        description: 'ACH CREDIT US TREASURY TAX REFUND',
        amount: 71_200,
        by: 'ach',
      },
      { month: 11, day: 6, description: 'ROOF', amount: -125_000, by: 'check', from: '0' },
    ],
    comfort: 40_000,
    surplus: 420_000,
    holds: [{ suffix: '7', amount: 10_000, description: 'MERAMEC GAS', placed: 1, expires: 2 }],
    lastCheck: 388,
  },
  defaultShare: '7',
  transferSource: '0',
};
