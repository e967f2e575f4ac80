import { expect, it } from 'vitest';
import { rowOrder } from './import-orders.ts';
import type { TransactionLine } from './import-rows.ts';
import { unknownKinds } from './unknown-kinds.ts';

const row = (kind: string, amount: bigint, line = 2): TransactionLine => ({
  line,
  externalId: `row-${line}`,
  share: '104/60',
  effectiveOn: Temporal.PlainDate.from('2026-11-02'),
  amount,
  digits: 2,
  kind,
  checkNumber: undefined,
  description: 'ROW',
  balance: undefined,
  endToEndId: undefined,
});

const kindOn = (isLoan: boolean, kind: string, amount: bigint) =>
  rowOrder(row(kind, amount), { accountId: 'a', importedId: 'b', isLoan }, (text) => text).kind;

it('calls what lowers a loan a payment and what raises it an advance, unless the core says more', () => {
  expect([kindOn(true, 'withdrawal', -25_000n), kindOn(true, 'deposit', -25_000n)]).toEqual([
    'payment',
    'payment',
  ]);
  expect([kindOn(true, 'deposit', 90_000n), kindOn(true, 'withdrawal', 90_000n)]).toEqual([
    'advance',
    'advance',
  ]);
  expect([kindOn(true, 'interest', 812n), kindOn(true, 'fee', 2_500n)]).toEqual([
    'interest',
    'fee',
  ]);
  expect([kindOn(false, 'deposit', 100n), kindOn(false, 'withdrawal', -100n)]).toEqual([
    'deposit',
    'withdrawal',
  ]);
});

it('names each kind that nothing knows once, with its first row and how many there are', () => {
  const rows = [row('lpmt', -1n, 4), row('fee', 1n, 5), row('lpmt', -1n, 6)];
  const found = unknownKinds(new Map([['104/60', rows]]));
  expect(found).toEqual([
    {
      file: 'transactions',
      line: 4,
      share: '104/60',
      reason: 'kind "lpmt" of 2 rows is none that we know: name ours under "values" in the mapping',
    },
  ]);
});
