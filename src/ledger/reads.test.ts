import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { onBothEngines } from '../../test/support/engines.ts';
import type { Database } from '../database/database.ts';
import { dailyBalances } from './daily-balances.ts';
import { firstSequences } from './day-bounds.ts';
import { pastBalances } from './past-balances.ts';
import { readPeriod } from './period.ts';
import { postingOf } from './posting-of.ts';
import { searchEntries } from './search-entries.ts';
import { smallBooks, type SmallBooks } from '../../test/support/ledger/small-books.ts';

const day = (text: string) => Temporal.PlainDate.from(text);

interface Row {
  readonly on: string;
  readonly amount: bigint;
  readonly kind?: string;
  readonly description?: string;
  readonly check?: string;
}

/** Opens an internal account with these entries, in this order. */
async function accountWith(
  db: Database,
  rows: readonly Row[],
  account: 'checking' | 'loan' = 'checking',
): Promise<{ books: SmallBooks; accountId: string; institutionId: number }> {
  const books = smallBooks(db);
  const cash = await books.open({ class: 'asset', kind: 'cash', internal: true });
  const accountId = await books.open(
    account === 'loan' ? { kind: 'loan', class: 'asset' } : { overdraftLimit: 10n ** 9n },
  );
  const side = account === 'loan' ? 1n : -1n;
  const outcomes = await books.post(
    ...rows.map(({ on, amount, kind = 'deposit', description = 'ROW', check }) => ({
      order: 'entries' as const,
      key: books.key(),
      kind,
      forced: true,
      effectiveOn: day(on),
      entries: [
        { accountId: cash, amount: -side * amount, description },
        {
          accountId,
          amount: side * amount,
          description,
          ...(check === undefined ? {} : { checkNumber: check }),
        },
      ],
    })),
  );
  expect(outcomes.filter(({ outcome }) => outcome !== 'posted')).toEqual([]);
  return { books, accountId, institutionId: books.institutionId };
}

const autumn: readonly Row[] = [
  { on: '2026-09-30', amount: 1_000n },
  { on: '2026-10-01', amount: 200n, description: 'Payroll ACME', kind: 'deposit' },
  { on: '2026-10-01', amount: -50n, description: 'CHECK', kind: 'check', check: '1042' },
  { on: '2026-10-31', amount: 7n, description: 'DIVIDEND', kind: 'dividend' },
  { on: '2026-11-02', amount: -300n, description: 'SQ *100% COFFEE_', kind: 'card' },
  // Backdated: it belongs to November, which had started.
  { on: '2026-10-30', amount: -5n, description: 'FEE', kind: 'fee' },
];

onBothEngines('reading the books by days', (db) => {
  it('returns a period’s entries and both balances, with backdated entries in the period of their posting', async () => {
    const where = await accountWith(db(), autumn);
    const october = { from: day('2026-10-01'), to: day('2026-10-31'), count: 100 };
    expect(await readPeriod(db(), where, october)).toMatchObject({
      opening: 1_000n,
      closing: 1_157n,
      entries: [
        { sequence: 2n, amount: 200n, balanceAfter: 1_200n },
        { sequence: 3n, amount: -50n, checkNumber: '1042' },
        { sequence: 4n, amount: 7n },
      ],
    });
    const november = { from: day('2026-11-01'), to: day('2026-11-30'), count: 2 };
    expect(await readPeriod(db(), where, november)).toMatchObject({
      opening: 1_157n,
      closing: 852n,
      entries: [{ sequence: 5n }, { sequence: 6n }],
    });
    expect(await readPeriod(db(), where, { ...november, count: 1 })).toBe('too_many');
    const before = { from: day('2025-01-01'), to: day('2025-01-31'), count: 5 };
    expect(await readPeriod(db(), where, before)).toEqual({
      opening: 0n,
      closing: 0n,
      entries: [],
    });
    const after = { from: day('2027-01-01'), to: day('2027-01-31'), count: 5 };
    expect(await readPeriod(db(), where, after)).toEqual({
      opening: 852n,
      closing: 852n,
      entries: [],
    });
    const nobody = { ...where, accountId: where.books.world.ids.next() };
    expect(await readPeriod(db(), nobody, october)).toBeUndefined();
    expect(await dailyBalances(db(), nobody, october)).toBeUndefined();
    const elsewhere = { ...where, institutionId: where.institutionId + 500 };
    expect(await readPeriod(db(), elsewhere, october)).toBeUndefined();
  });

  it('returns the balance at the end of each day on which it changed', async () => {
    const where = await accountWith(db(), autumn);
    const balances = await dailyBalances(db(), where, {
      from: day('2026-10-01'),
      to: day('2026-11-30'),
    });
    expect(balances?.opening).toBe(1_000n);
    expect(balances?.days.map(({ on, balance }) => `${on.toString()} ${balance}`)).toEqual([
      '2026-10-01 1150',
      '2026-10-31 1157',
      '2026-11-02 852',
    ]);
  });

  it('returns the balances of several accounts at the end of several days, in one statement', async () => {
    const where = await accountWith(db(), autumn);
    const { books, institutionId, accountId } = where;
    const empty = await books.open({ overdraftLimit: 0n });
    const days = [
      '2026-09-29',
      '2026-09-30',
      '2026-10-01',
      '2026-10-15',
      '2026-10-31',
      '2026-12-01',
    ];
    const requests = days.map((on) => ({ accountId, on: day(on) }));
    const found = await pastBalances(db(), institutionId, [
      { accountId: empty, on: day('2026-10-01') },
      ...requests,
      { accountId: books.world.ids.next(), on: day('2026-10-01') },
    ]);
    expect(found).toEqual([0n, 0n, 1_000n, 1_150n, 1_150n, 1_157n, 852n, undefined]);
    for (const [index, { on }] of requests.entries()) {
      const balances = await dailyBalances(db(), where, { from: on, to: on });
      expect(balances?.days.at(-1)?.balance ?? balances?.opening).toBe(found[index + 1]);
    }
    expect(await pastBalances(db(), institutionId + 500, requests.slice(0, 1))).toEqual([
      undefined,
    ]);
  });

  it('shows a loan on its own side', async () => {
    const rows = [
      { on: '2026-10-01', amount: 900n },
      { on: '2026-10-02', amount: -200n, kind: 'payment' },
    ];
    const where = await accountWith(db(), rows, 'loan');
    const period = { from: day('2026-10-01'), to: day('2026-10-31'), count: 5 };
    expect(await readPeriod(db(), where, period)).toMatchObject({
      closing: 700n,
      entries: [{ amount: 900n }, { amount: -200n }],
    });
  });

  it('finds the same bounds by binary search as by a full scan', async () => {
    const start = day('2026-01-01');
    const days = fc.array(fc.tuple(fc.nat(3), fc.nat(9), fc.nat(40)), {
      minLength: 0,
      maxLength: 120,
    });
    await fc.assert(
      fc.asyncProperty(days, async (steps) => {
        let reached = 0;
        const offsets = steps.map(([step, late, back]) => {
          reached += step;
          // One in ten is backdated.
          return late === 0 ? Math.max(0, reached - back) : reached;
        });
        const where = await accountWith(
          db(),
          offsets.map((offset) => ({ on: start.add({ days: offset }).toString(), amount: 1n })),
        );
        const asked = [0, 1, 5, 30, 60, 200].map((offset) => start.add({ days: offset }));
        const expected = asked.map((bound) => {
          const at = offsets.findIndex(
            (offset) => Temporal.PlainDate.compare(start.add({ days: offset }), bound) >= 0,
          );
          return BigInt(at === -1 ? offsets.length + 1 : at + 1);
        });
        expect(await firstSequences(db(), where, asked)).toEqual(expected);
      }),
      { numRuns: 12, seed: 20_261_123 },
    );
  });

  describe('searching', () => {
    it('finds by text, check number, kind, direction and days, page by page', async () => {
      const { institutionId, accountId } = await accountWith(db(), autumn);
      const find = async (search: Partial<Parameters<typeof searchEntries>[2]>) =>
        (await searchEntries(db(), institutionId, { accountId, count: 10, ...search })).map(
          ({ sequence }) => Number(sequence),
        );
      expect(await find({})).toEqual([6, 5, 4, 3, 2, 1]);
      expect(await find({ count: 2, before: 5n })).toEqual([4, 3]);
      expect(await find({ text: 'payroll' })).toEqual([2]);
      expect(await find({ text: '100%' })).toEqual([5]);
      expect(await find({ text: 'coffee_' })).toEqual([5]);
      expect(await find({ text: '1042' })).toEqual([3]);
      expect(await find({ text: "' or 1=1 --" })).toEqual([]);
      expect(await find({ kinds: ['fee', 'card'] })).toEqual([6, 5]);
      expect(await find({ direction: 'in' })).toEqual([4, 2, 1]);
      expect(await find({ direction: 'out', to: day('2026-10-31') })).toEqual([6, 3]);
      expect(await find({ from: day('2026-10-31') })).toEqual([5, 4]);
    });

    it('finds the other side of a posting', async () => {
      const { institutionId, accountId } = await accountWith(db(), autumn);
      const both = await postingOf(db(), institutionId, { accountId, sequence: 2n });
      expect(both).toHaveLength(2);
      expect(both.find((entry) => entry.accountId === accountId)?.amount).toBe(200n);
      expect(await postingOf(db(), institutionId, { accountId, sequence: 99n })).toEqual([]);
    });
  });
});
