import type { DemoPerson } from '../person.ts';
import { checkingRate, savingsRate } from '../rates.ts';

/** Retired, with a certificate; the household checking is hers and Sam’s. */
export const ruth: DemoPerson = {
  number: '104412',
  name: 'Ruth Okafor',
  address: ['610 Orchard Ln', 'Kirkwood, MO 63122'],
  handle: 'ruth_okafor',
  phone: '+13145550125',
  userId: '2100000005',
  language: 'en',
  about: 'Retired. Writes checks, keeps a certificate, shares the household checking with Sam.',
  shares: [
    {
      suffix: '7',
      kind: 'checking',
      nickname: 'Household',
      opening: 256_902,
      yearlyRate: checkingRate,
    },
    { suffix: '0', kind: 'savings', opening: 1_240_000, yearlyRate: savingsRate },
    { suffix: '5', kind: 'certificate', opening: 2_500_000, yearlyRate: 410 },
  ],
  life: {
    pay: [
      { description: 'ACH DEPOSIT SSA TREAS RETIREMENT', amount: 186_800, every: { day: 14 } },
      { description: 'ACH DEPOSIT TEACHERS PENSION FUND', amount: 41_450, every: { day: 28 } },
    ],
    bills: [
      { day: 2, description: 'CONDO ASSOCIATION', amount: 61_200, by: 'check' },
      {
        day: 5,
        description: 'ACH PAYMENT ARCH ELECTRIC',
        amount: 9_100,
        spread: 8,
        by: 'ach',
        season: 'summer',
      },
      { day: 8, description: 'ACH PAYMENT MEDIGAP INSURANCE', amount: 24_380, by: 'ach' },
      { day: 12, description: 'ACH PAYMENT GATEWAY WATER', amount: 3_400, spread: 10, by: 'ach' },
      {
        day: 16,
        description: 'GARDENER',
        amount: 12_000,
        by: 'check',
        months: [4, 5, 6, 7, 8, 9, 10],
      },
      { day: 21, description: 'CHURCH', amount: 10_000, by: 'check' },
      { day: 25, description: 'PIANO TUNER', amount: 9_500, by: 'check', months: [3, 9] },
    ],
    habits: [
      { at: 'grocery', weekly: 2, needed: true },
      { at: 'pharmacy', weekly: 0.8, needed: true },
      { at: 'fuel', weekly: 0.6, needed: true },
      { at: 'dining', weekly: 1 },
      { at: 'garden', weekly: 0.4 },
      { at: 'coffee', weekly: 0.8 },
      { at: 'home', weekly: 0.3 },
      { at: 'outing', weekly: 0.3 },
      { at: 'cash', weekly: 0.5 },
    ],
    transfers: [{ day: 17, from: '7', to: '0', amount: 10_000, kind: 'transfer' }],
    occasions: [
      {
        month: 12,
        day: 20,
        description: 'PROPERTY TAX',
        amount: -164_200,
        by: 'check',
        from: '0',
      },
      {
        month: 5,
        day: 6,
        description: 'CARD PURCHASE GRANDVIEW RAIL TOURS',
        amount: -118_000,
        by: 'card',
        from: '0',
      },
    ],
    comfort: 45_000,
    surplus: 360_000,
    holds: [],
    lastCheck: 6_127,
  },
  defaultShare: '7',
  transferSource: '0',
};
