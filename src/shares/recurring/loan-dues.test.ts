import { expect, it } from 'vitest';
import type { CoreEntry, LoanTerms } from '../../core/core.ts';
import { findRecurring } from './find-recurring.ts';
import { loanDues } from './loan-dues.ts';

const day = (text: string) => Temporal.PlainDate.from(text);
const today = day('2026-11-24');
const until = day('2027-01-08');

const entry = (on: string, rest: Partial<CoreEntry> = {}): CoreEntry => ({
  accountId: 'a',
  sequence: BigInt(on.replaceAll('-', '')),
  amount: -25_000n,
  balanceAfter: 0n,
  effectiveOn: day(on),
  postedAt: Temporal.Instant.from('2026-01-01T00:00:00Z'),
  kind: 'payment',
  description: 'LOAN PAYMENT 9',
  ...rest,
});

const months = ['2026-08-05', '2026-09-05', '2026-10-05', '2026-11-05'];

function dues(terms: LoanTerms, entries: readonly CoreEntry[] = []): string[] {
  const items = findRecurring(entries, { today, until });
  const loans = [{ accountId: 'loan', terms: { payment: 25_000n, ...terms } }];
  return loanDues(loans, { items, entries, today, until }).flatMap(({ expected }) =>
    expected.map(({ on, amount }) => `${on.toString()} ${amount}`),
  );
}

it.each<[string, LoanTerms, readonly CoreEntry[], readonly string[]]>([
  ['the date', { dueOn: day('2026-12-05') }, [], ['2026-12-05 25000', '2027-01-05 25000']],
  ['the day', { dueDay: 28 }, [], ['2026-11-28 25000', '2026-12-28 25000']],
  ['the last day', { dueDay: 31 }, [], ['2026-11-30 25000', '2026-12-31 25000']],
  ['a late one', { dueOn: day('2026-11-20') }, [], ['2026-11-24 25000', '2026-12-20 25000']],
  ['an old date', { dueOn: day('2026-05-03') }, [], ['2026-12-03 25000', '2027-01-03 25000']],
  [
    'one that was paid early',
    { dueOn: day('2026-12-01') },
    [entry('2026-11-23', { counterAccountId: 'loan', kind: 'transfer' })],
    ['2027-01-01 25000'],
  ],
  ['no payment', { payment: 0n, dueDay: 28 }, [], []],
  ['no day', {}, [], []],
  ['what the history shows', { dueDay: 5 }, months.map((on) => entry(on)), []],
  [
    'what goes to the loan, and more than its payment',
    { dueDay: 5 },
    months.map((on) => entry(on, { kind: 'transfer', amount: -30_000n, counterAccountId: 'loan' })),
    [],
  ],
  [
    'a rent of the same amount',
    { dueDay: 5 },
    months.map((on) => entry(on, { kind: 'withdrawal', description: 'RENT' })),
    ['2026-12-05 25000', '2027-01-05 25000'],
  ],
  [
    'what goes to another account',
    { dueDay: 5 },
    months.map((on) => entry(on, { kind: 'transfer', counterAccountId: 'savings' })),
    ['2026-12-05 25000', '2027-01-05 25000'],
  ],
])('a loan payment is due: %s', (_name, terms, entries, expected) => {
  expect(dues(terms, entries)).toEqual(expected);
});

it('takes one recurring payment for one loan', () => {
  const entries = months.map((on) => entry(on));
  const items = findRecurring(entries, { today, until });
  const terms = { payment: 25_000n, dueDay: 5 };
  const loans = ['one', 'two'].map((accountId) => ({ accountId, terms }));
  expect(loanDues(loans, { items, entries, today, until })).toMatchObject([
    { loanAccountId: 'two' },
  ]);
});
