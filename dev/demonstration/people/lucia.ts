import type { DemoPerson } from '../person.ts';
import { savingsRate } from '../rates.ts';

/** A baker who runs her business from her account. */
export const lucia: DemoPerson = {
  number: '104377',
  name: 'Lucía Herrera',
  address: ['2930 Cherokee St', 'St. Louis, MO 63118'],
  handle: 'luciah',
  phone: '+13145550123',
  userId: '2100000003',
  language: 'es',
  about: 'Dueña de una panadería. Recibe respuestas en español.',
  shares: [
    {
      suffix: '7',
      kind: 'checking',
      nickname: 'Panaderia',
      opening: 402_118,
      overdraftLimit: 50_000,
    },
    { suffix: '0', kind: 'savings', opening: 680_000, yearlyRate: savingsRate },
  ],
  life: {
    pay: [
      {
        description: 'ACH DEPOSIT CARD SALES SETTLEMENT',
        amount: 147_500,
        spread: 14,
        every: 'week',
        offset: 4,
      },
    ],
    bills: [
      { day: 1, description: 'CHEROKEE ST RETAIL', amount: 165_000, by: 'check' },
      {
        day: 7,
        description: 'ACH PAYMENT ARCH ELECTRIC',
        amount: 28_400,
        spread: 10,
        by: 'ach',
        season: 'summer',
      },
      { day: 9, description: 'ACH PAYMENT GATEWAY WATER', amount: 7_900, spread: 10, by: 'ach' },
      {
        day: 15,
        description: 'ACH PAYMENT BAKERS PAYROLL SERVICE',
        amount: 132_000,
        spread: 4,
        by: 'ach',
      },
      {
        day: 30,
        description: 'ACH PAYMENT BAKERS PAYROLL SERVICE',
        amount: 132_000,
        spread: 4,
        by: 'ach',
      },
      { day: 18, description: 'ACH PAYMENT RIVER MOBILE', amount: 9_500, by: 'ach' },
      { day: 20, description: 'DAIRY DELIVERY', amount: 24_000, spread: 15, by: 'check' },
    ],
    habits: [
      { at: 'supplies', weekly: 1.2, needed: true },
      { at: 'grocery', weekly: 0.7 },
      { at: 'fuel', weekly: 0.8, needed: true },
      { at: 'coffee', weekly: 0.4 },
      { at: 'dining', weekly: 0.4 },
      { at: 'cash', weekly: 0.4 },
    ],
    transfers: [{ day: 12, from: '7', to: '0', amount: 20_000, kind: 'transfer' }],
    occasions: [
      { month: 4, day: 12, description: 'TAX', amount: -142_000, by: 'check', from: '0' },
      {
        month: 9,
        day: 17,
        description: 'POS PURCHASE OVENWORKS REPAIR',
        amount: -186_450,
        by: 'card',
        from: '0',
      },
      {
        month: 12,
        day: 23,
        description: 'MOBILE CHECK DEPOSIT',
        amount: 124_000,
        by: 'mobile_check',
      },
    ],
    comfort: 60_000,
    surplus: 520_000,
    holds: [
      {
        suffix: '7',
        amount: 45_000,
        description: 'CHECK DEPOSIT HOLD',
        placed: 1,
        expires: 4,
        deposit: { amount: 67_500, description: 'MOBILE CHECK DEPOSIT' },
      },
    ],
    lastCheck: 2_318,
  },
  defaultShare: '7',
  transferSource: '0',
};
