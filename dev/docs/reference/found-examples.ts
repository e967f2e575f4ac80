import type { Reply } from '../../../src/wording/reply.ts';
import type { TextKey } from '../../../src/wording/text-key.ts';
import { checking, holds, house, on, rows, savings } from './example-facts.ts';
import { exampleNow as now } from './example-voice.ts';

/** What a search found, and a sum. */
const found = {
  reply: 'found',
  of: 'history',
  filter: { since: on('2026-11-01'), over: 40_00n },
  shares: [],
  rows: rows.slice(0, 4).map((row) => ({ ...row, share: checking })),
} as const;
const sum = {
  reply: 'sum',
  of: 'history',
  filter: { since: on('2026-10-01'), until: on('2026-10-31'), find: 'schnucks' },
  shares: [],
} as const;
const spent = {
  currency: 'USD',
  count: 11,
  total: 412_08n,
  refunds: { count: 1, total: 20_00n },
  returned: { count: 0, total: 0n },
  holds: { count: 1, total: 31_15n },
};
const nothingApart = {
  refunds: { count: 0, total: 0n },
  returned: { count: 0, total: 0n },
  holds: { count: 0, total: 0n },
};

/** Believable facts for the texts about lists of entries, and what a search found. */
export const foundExamples: readonly (readonly [TextKey, Reply])[] = [
  ['history', { reply: 'history', of: 'history', share: checking, rows, more: false }],
  ['history.more', { reply: 'history', of: 'history', share: checking, rows, more: true }],
  ['history.none', { reply: 'history', of: 'deposits', share: house, rows: [], more: false }],
  ['found', { ...found, more: false }],
  ['found.more', { ...found, more: true }],
  [
    'found.none',
    { ...found, filter: { since: on('2026-11-01'), find: 'schnucks' }, rows: [], more: false },
  ],
  ['sum', { ...sum, sums: [{ ...spent, ...nothingApart }] }],
  ['sum.apart', { ...sum, sums: [spent] }],
  ['sum.none', { ...sum, sums: [{ ...spent, ...nothingApart, count: 0, total: 0n }] }],
  ['sum.none.apart', { ...sum, sums: [{ ...spent, count: 0, total: 0n }] }],
  [
    'past_balances',
    {
      reply: 'past_balances',
      on: on('2026-11-22'),
      shares: [
        { ...checking, ledger: 1_204_33n },
        { ...savings, ledger: 550_00n },
      ],
    },
  ],
  [
    'past_balances.one',
    { reply: 'past_balances', on: on('2026-11-22'), shares: [{ ...checking, ledger: 1_204_33n }] },
  ],
  [
    'holds_found',
    {
      reply: 'holds_found',
      filter: { find: 'shell' },
      holds: holds.slice(0, 1).map((hold) => ({ ...hold, share: checking })),
      at: now,
    },
  ],
  ['holds_found.none', { reply: 'holds_found', filter: { find: 'shell' }, holds: [], at: now }],
];
