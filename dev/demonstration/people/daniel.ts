import type { DemoPerson } from '../person.ts';
import { savingsRate } from '../rates.ts';

/** A student with little. */
export const daniel: DemoPerson = {
  number: '104305',
  name: 'Daniel Kim',
  address: ['77 Campus Walk, Apt 3', 'Columbia, MO 65201'],
  handle: 'dkim_stl',
  phone: '+13145550122',
  userId: '2100000002',
  language: 'en',
  about: 'Student. Small balances, many coffees.',
  shares: [
    { suffix: '7', kind: 'checking', opening: 61_410 },
    { suffix: '0', kind: 'savings', opening: 15_000, yearlyRate: savingsRate },
  ],
  life: {
    pay: [
      {
        description: 'ACH DEPOSIT CAMPUS LIBRARY PAYROLL',
        amount: 32_850,
        spread: 8,
        every: 'two weeks',
        offset: 7,
      },
      { description: 'ACH CREDIT FAMILY SUPPORT', amount: 40_000, every: { day: 1 } },
    ],
    bills: [
      { day: 2, description: 'ACH PAYMENT ROOMSHARE HOUSING', amount: 52_000, by: 'ach' },
      { day: 16, description: 'ACH PAYMENT RIVER MOBILE', amount: 3_500, by: 'ach' },
      { day: 19, description: 'CARD PURCHASE TUNEBOX STUDENT', amount: 599, by: 'card' },
    ],
    habits: [
      { at: 'grocery', weekly: 0.8, needed: true },
      { at: 'coffee', weekly: 3.1 },
      { at: 'lunch', weekly: 2.4 },
      { at: 'transit', weekly: 1.2, needed: true },
      { at: 'outing', weekly: 0.4 },
      { at: 'online', weekly: 0.3 },
    ],
    transfers: [{ day: 4, from: '7', to: '0', amount: 2_000, kind: 'transfer' }],
    occasions: [
      {
        month: 1,
        day: 14,
        description: 'POS PURCHASE CAMPUS BOOKSTORE',
        amount: -18_640,
        by: 'card',
        from: '0',
      },
      {
        month: 8,
        day: 24,
        description: 'POS PURCHASE CAMPUS BOOKSTORE',
        amount: -21_315,
        by: 'card',
        from: '0',
      },
    ],
    comfort: 7_000,
    surplus: 70_000,
    holds: [{ suffix: '7', amount: 1_500, description: 'CITY BIKES', placed: 1, expires: 3 }],
  },
  defaultShare: '7',
  transferSource: '0',
};
