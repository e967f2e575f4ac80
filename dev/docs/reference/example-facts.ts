import type { LoanFacts, ShareLabel } from '../../../src/wording/reply.ts';
import { exampleNow as now } from './example-voice.ts';

/** The accounts, rows and times that the examples of replies share. */

export const until = now.add({ minutes: 10 });

export const checking: ShareLabel = { suffix: '7', kind: 'checking' };
export const savings: ShareLabel = { suffix: '0', kind: 'savings' };
export const house: ShareLabel = { suffix: 'S01', kind: 'savings', nickname: 'House' };
export const certificate: ShareLabel = { suffix: '3', kind: 'certificate' };
export const loan: ShareLabel = { suffix: 'L01', kind: 'loan' };
export const carLoan = {
  share: { suffix: '3', kind: 'loan', nickname: 'Car' },
  owed: 8_684_94n,
  rate: 5490,
  payment: 312_00n,
  dueOn: Temporal.PlainDate.from('2026-12-20'),
  payoff: 8_723_11n,
  payoffOn: Temporal.PlainDate.from('2026-12-03'),
} as const satisfies LoanFacts;
export const shares = [checking, savings, house, loan];
export const transfer = { amount: 50_00n, from: checking, to: savings };
export const confirming = { confirmation: '4821', until };

/** No bank has it: routing numbers don't begin with 99. */
export const routing = '990000013';

export const on = (text: string) => Temporal.PlainDate.from(text);

/** Rows as real cores write them. */
export const rows = [
  { on: on('2026-11-20'), amount: 1_812_40n, description: 'ACME WIDGETS DIRECT DEP PAYROLL 1120' },
  {
    on: on('2026-11-19'),
    amount: -42_10n,
    description: 'POS PURCHASE SHELL OIL 57442 ST LOUIS MO',
  },
  { on: on('2026-11-18'), amount: -1_250_00n, description: 'OAKWOOD PROPERTIES WEB PMT' },
  { on: on('2026-11-18'), amount: -45_00n, description: 'CHECK', checkNumber: '1042' },
  { on: on('2026-11-17'), amount: -6_21n, description: 'STARBUCKS STORE 08812' },
];

export const holds = [
  { amount: 50_00n, description: 'SHELL OIL 57442', expiresOn: on('2026-11-25') },
  { amount: 20_00n, description: 'AMZN MKTP US*2K4LX9', expiresOn: on('2026-11-26') },
];

/** What an account's history shows to recur. */
export const dues = [
  { on: on('2026-11-25'), amount: 35_00n, description: 'ACH PAYMENT RIVER MOBILE' },
  { on: on('2026-12-01'), amount: 142_50n, description: 'CHECK 1040', isCheck: true },
];

export const affording = {
  reply: 'afford',
  share: checking,
  available: 1_204_33n,
  amount: 60_00n,
  day: on('2026-12-04'),
  room: 1_026_83n,
  dues,
  income: 0n,
} as const;

export const listing = [
  'share_not_found',
  'share_unclear',
  'no_default_share',
  'no_transfer_source',
] as const;
