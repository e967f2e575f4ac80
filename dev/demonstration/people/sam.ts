import type { DemoPerson } from '../person.ts';
import { savingsRate } from '../rates.ts';

/** Retired; overdraws and pays for it. */
export const sam: DemoPerson = {
  number: '104413',
  name: 'Sam Okafor',
  address: ['610 Orchard Ln', 'Kirkwood, MO 63122'],
  handle: 'samokafor',
  phone: '+13145550126',
  userId: '2100000006',
  language: 'en',
  about: 'Ruth’s husband, joint owner of the household checking. His own runs low.',
  shares: [
    { suffix: '8', kind: 'checking', opening: 28_211, overdraftLimit: 30_000 },
    { suffix: '0', kind: 'savings', opening: 62_000, yearlyRate: savingsRate },
    {
      suffix: '7',
      kind: 'checking',
      nickname: 'Household',
      opening: 0,
      jointWith: { number: '104412', suffix: '7' },
    },
  ],
  life: {
    pay: [{ description: 'ACH DEPOSIT MACHINISTS PENSION', amount: 168_600, every: { day: 1 } }],
    bills: [
      { day: 7, description: 'ACH PAYMENT STOWAWAY STORAGE', amount: 9_500, by: 'ach' },
      { day: 11, description: 'ACH PAYMENT RIVER MOBILE', amount: 6_500, by: 'ach' },
      { day: 15, description: 'CARD PURCHASE STREAMFLIX', amount: 1_599, by: 'card' },
      { day: 23, description: 'BOWLING LEAGUE', amount: 8_000, by: 'check' },
    ],
    habits: [
      { at: 'coffee', weekly: 3.2 },
      { at: 'dining', weekly: 3 },
      { at: 'fuel', weekly: 0.9 },
      { at: 'home', weekly: 0.7 },
      { at: 'outing', weekly: 1 },
      { at: 'online', weekly: 0.8 },
      { at: 'cash', weekly: 0.6 },
    ],
    transfers: [
      { day: 3, from: '8', to: '0', amount: 3_000, kind: 'transfer' },
      { day: 3, from: '8', to: '7', amount: 45_000, kind: 'household' },
    ],
    occasions: [],
    comfort: -20_000,
    surplus: 240_000,
    holds: [],
    lastCheck: 714,
  },
  defaultShare: '8',
  transferSource: '0',
};
