import { expect, it } from 'vitest';
import { apyEarned, averageDailyBalance } from './apy-earned.ts';
import { feeClass, feesByType, feesOfClass } from './fees.ts';
import type { CoreEntry } from '../../core/core.ts';

const day = (text: string) => Temporal.PlainDate.from(text);

it.each([
  // The example of 12 CFR 1030, appendix A, part II.A, which part 707 has too.
  { dividends: 525n, average: 100_000, days: 30, apy: '6.58' },
  { dividends: 0n, average: 0, days: 30, apy: '0.00' },
  { dividends: 0n, average: -5_000, days: 30, apy: '0.00' },
  { dividends: 5n, average: 0, days: 30, apy: undefined },
  { dividends: 1_00n, average: 10_000, days: 365, apy: '1.00' },
])('$dividends on $average in $days days earned $apy %', ({ apy, ...given }) => {
  expect(apyEarned(given)).toBe(apy);
});

it('the average balance counts each day once, with the balance at its end', () => {
  const period = { from: day('2026-11-01'), to: day('2026-11-10') };
  const days = [
    { on: day('2026-11-01'), balance: 200n },
    { on: day('2026-11-06'), balance: 400n },
  ];
  expect(averageDailyBalance({ opening: 100n, days }, period)).toBe(300);
  expect(averageDailyBalance({ opening: 100n, days: [] }, period)).toBe(100);
  const late = [{ on: day('2026-11-10'), balance: 1_100n }];
  expect(averageDailyBalance({ opening: 100n, days: late }, period)).toBe(200);
});

it.each([
  ['OVERDRAFT FEE', 'overdraft'],
  ['COURTESY PAY FEE', 'overdraft'],
  ['OD FEE CHECK 1042', 'overdraft'],
  ['NSF FEE', 'returned_item'],
  ['RETURNED ITEM FEE', 'returned_item'],
  ['INSUFFICIENT FUNDS FEE', 'returned_item'],
  // Somebody else's item came back.
  ['RETURNED DEPOSIT ITEM FEE', 'other'],
  ['ATM FEE', 'other'],
  ['GOOD FOOD FEE', 'other'],
] as const)('%s is a fee of the class %s', (description, expected) => {
  expect(feeClass({ description })).toBe(expected);
});

it('fees add up by type and by class; a fee given back is none', () => {
  const entry = (description: string, amount: bigint, kind = 'fee'): CoreEntry => ({
    accountId: 'a',
    sequence: 1n,
    amount,
    balanceAfter: 0n,
    effectiveOn: day('2026-11-01'),
    postedAt: Temporal.Instant.from('2026-11-01T12:00:00Z'),
    kind,
    description,
  });
  const entries = [
    entry('OVERDRAFT FEE', -2_900n),
    entry('ATM FEE', -300n),
    entry('OVERDRAFT FEE', -2_900n),
    entry('OVERDRAFT FEE', 2_900n),
    entry('OVERDRAFT CAFE', -500n, 'card'),
  ];
  expect(feesByType(entries)).toEqual([
    { description: 'OVERDRAFT FEE', total: 5_800n },
    { description: 'ATM FEE', total: 300n },
  ]);
  expect(feesOfClass(entries, 'overdraft')).toBe(5_800n);
  expect(feesOfClass(entries, 'returned_item')).toBe(0n);
});
