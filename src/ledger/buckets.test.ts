import { describe, expect, it } from 'vitest';
import { onGuardedEngines } from '../../test/support/sampled-engines.ts';
import { bucketOf, loadBuckets, placed } from './buckets.ts';
import { exportJournal } from './export/export-journal.ts';
import type { EntriesOrder, Order } from './order.ts';
import { internalBalances, raiseBuckets } from './raise-buckets.ts';
import {
  smallBooks,
  booksKeyring,
  type SmallBooks,
} from '../../test/support/ledger/small-books.ts';
import { verify } from './verify/verify.ts';

describe('the bucket of a transaction', () => {
  it('is always the same for a key, and keys spread evenly', () => {
    const counts = [0, 0, 0, 0];
    for (let index = 0; index < 4_000; index += 1) {
      const bucket = bucketOf(`x:${index}`, 4);
      expect(bucketOf(`x:${index}`, 4)).toBe(bucket);
      counts[bucket] = (counts[bucket] ?? 0) + 1;
    }
    expect(Math.min(...counts)).toBeGreaterThan(900);
    expect(bucketOf('x:1', 1)).toBe(0);
  });

  it('leaves an order unchanged if no account has several', () => {
    const order: Order = {
      order: 'close_account',
      key: 'a',
      accountId: 'b',
      effectiveOn: Temporal.PlainDate.from('2026-11-23'),
    };
    expect(placed(order, new Map())).toBe(order);
  });
});

onGuardedEngines('internal accounts with buckets', (db) => {
  const fixture = async (): Promise<{ books: SmallBooks; cash: string; checking: string }> => {
    const books = smallBooks(db());
    const cash = await books.open({ class: 'asset', kind: 'cash', internal: true });
    const checking = await books.open({});
    return { books, cash, checking };
  };
  const raise = async ({ institutionId, day, world }: SmallBooks, count: number, kind = 'cash') =>
    raiseBuckets(db(), {
      institutionId,
      kind,
      currency: 'USD',
      count,
      openedOn: day,
      world,
      keyring: booksKeyring,
    });
  const deposit = (
    { books, cash, checking }: Awaited<ReturnType<typeof fixture>>,
    key: string,
  ): EntriesOrder => ({
    order: 'entries',
    key,
    kind: 'deposit',
    effectiveOn: books.day,
    entries: [
      { accountId: cash, amount: 100n, description: 'DEPOSIT' },
      { accountId: checking, amount: -100n, description: 'DEPOSIT' },
    ],
  });

  it('are one by default, and nothing changes', async () => {
    const place = await fixture();
    const posted = await place.books.must(deposit(place, 'd:1'));
    expect(posted.entries.map(({ accountId }) => accountId)).toContain(place.cash);
    expect(await loadBuckets(db(), place.books.institutionId)).toEqual(new Map());
    // Another account of the same kind and currency is not a bucket, so it is still refused.
    await expect(
      place.books.open({ class: 'asset', kind: 'cash', internal: true }),
    ).rejects.toThrow();
  });

  it('spread postings, keep the same sum, and verify', async () => {
    const place = await fixture();
    const { books, cash } = place;
    await books.must(deposit(place, 'before'));
    expect(await raise(books, 4)).toBe(3);
    const orders = Array.from({ length: 60 }, (_, index) => deposit(place, `d:${index}`));
    const outcomes = await books.post(...orders);
    const used = new Set(
      outcomes.flatMap((one) =>
        one.outcome === 'posted' ? one.entries.map(({ accountId }) => accountId) : [],
      ),
    );
    expect(used.size).toBe(5);
    expect(used.has(cash)).toBe(true);
    expect(await internalBalances(db(), books.institutionId)).toEqual([
      { kind: 'cash', currency: 'USD', buckets: 4, balance: 6_100n },
    ]);
    const report = await verify(db(), {
      institutionId: books.institutionId,
      keyring: booksKeyring,
    });
    expect(report.problems).toEqual([]);
  });

  it('recognize an order posted before they were raised, and reverse it in its own bucket', async () => {
    const place = await fixture();
    const { books, cash } = place;
    await books.must(deposit(place, 'again'));
    await raise(books, 8);
    for (let key = 0; key < 20; key += 1) await books.must(deposit(place, `k:${key}`));
    await raise(books, 16);
    const outcomes = await books.post(
      deposit(place, 'again'),
      ...Array.from({ length: 20 }, (_, key) => deposit(place, `k:${key}`)),
    );
    expect(outcomes.every((one) => one.outcome === 'posted' && one.already)).toBe(true);
    const [first] = outcomes;
    expect(
      first?.outcome === 'posted' && first.entries.some(({ accountId }) => accountId === cash),
    ).toBe(true);
    for (const [index, one] of outcomes.entries())
      await books.must({
        order: 'reversal',
        key: `undo:${index}`,
        effectiveOn: books.day,
        description: 'UNDONE',
        transactionId: one.outcome === 'posted' ? one.transactionId : '',
      });
    const rows = await db().query<{ left: bigint }>(
      'select ledger_balance as left from accounts where institution_id = $1 and ledger_balance <> 0',
      [books.institutionId],
    );
    expect(rows).toEqual([]);
  });

  it('are reported by `verify` if another was put in', async () => {
    const { books } = await fixture();
    await raise(books, 3);
    const { institutionId } = books;
    await db().query(
      'update accounts set bucket = 7 where institution_id = $1 and bucket = 2 and internal',
      [institutionId],
    );
    const report = await verify(db(), { institutionId, keyring: booksKeyring });
    expect(report.problems).toMatchObject([{ what: expect.stringContaining('its bucket') }]);
  });

  it('are never lowered, never too many, and only for an existing account', async () => {
    const { books } = await fixture();
    await raise(books, 4);
    expect(await raise(books, 4)).toBe(0);
    await expect(raise(books, 3)).rejects.toMatchObject({ code: 'buckets_refused' });
    await expect(raise(books, 65)).rejects.toMatchObject({ code: 'buckets_refused' });
    await expect(raise(books, 2, 'fee_income')).rejects.toMatchObject({
      code: 'account_not_found',
    });
  });

  it('have their own names in the journal', async () => {
    const place = await fixture();
    await raise(place.books, 3);
    for (let key = 0; key < 12; key += 1) await place.books.must(deposit(place, `e:${key}`));
    for (const format of ['hledger', 'beancount'] as const) {
      let journal = '';
      const { institutionId } = place.books;
      await exportJournal(db(), { institutionId, format }, (text) => {
        journal += text;
      });
      expect(journal).toMatch(/Assets:Internal:Cash:USD\b/);
      expect(journal).toContain('Assets:Internal:Cash:USD-1');
      expect(journal).toContain('Assets:Internal:Cash:USD-2');
    }
  });
});
