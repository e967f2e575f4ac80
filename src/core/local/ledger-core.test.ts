import { expect, it } from 'vitest';
import { onBothEngines } from '../../../test/support/engines.ts';
import type { Database } from '../../database/database.ts';
import { newestStatement } from '../../ledger/history.ts';
import { post } from '../../ledger/post.ts';
import {
  smallBooks,
  booksKeyring,
  type SmallBooks,
} from '../../../test/support/ledger/small-books.ts';
import { verify } from '../../ledger/verify/verify.ts';
import { batchOf } from '../../audit/batch.ts';
import type { CoreView, TransferOrder } from '../core.ts';
import { ledgerCore } from './ledger-core.ts';

interface Fixture {
  readonly books: SmallBooks;
  readonly cash: string;
  readonly checking: string;
  readonly savings: string;
  readonly loan: string;
}

async function openFixture(db: Database): Promise<Fixture> {
  const books = smallBooks(db);
  const cash = await books.open({ class: 'asset', kind: 'cash', internal: true });
  const checking = await books.open({ kind: 'checking', overdraftLimit: 1_000n });
  const savings = await books.open({ kind: 'savings' });
  const loan = await books.open({ kind: 'loan', class: 'asset' });
  await books.move({ from: cash, to: checking, amount: 50_000n, kind: 'deposit' });
  await books.move({ from: loan, to: cash, amount: 900n, kind: 'advance', forced: true });
  return { books, cash, checking, savings, loan };
}

/** A batch as the conversation runs it: open, decide, write, record. */
async function batch<Result>(
  db: Database,
  { books, ...accounts }: Fixture,
  keys: readonly string[],
  decide: (view: CoreView) => Result,
): Promise<Result> {
  const { institutionId, world } = books;
  return db.transaction(async (tx) => {
    const view = await ledgerCore.open(tx, {
      institutionId,
      world,
      moving: [accounts.checking, accounts.savings, accounts.loan],
      reading: [accounts.cash],
      keys,
    });
    const result = decide(view);
    const recorded = batchOf(tx, { institutionId, world, keyring: booksKeyring });
    const written = await ledgerCore.write(tx, view, recorded.id);
    recorded.add('books', written?.leaves ?? []);
    return result;
  });
}

function order(place: Fixture, key: string, rest: Partial<TransferOrder>): TransferOrder {
  return {
    key,
    fromAccountId: place.checking,
    toAccountId: place.savings,
    amount: 100n,
    effectiveOn: place.books.day,
    fromDescription: 'TRANSFER TO SAVINGS 0',
    toDescription: 'TRANSFER FROM CHECKING 7',
    asker: { memberId: '00000000-0000-7000-8000-000000000001' },
    ...rest,
  };
}

onBothEngines('the books as a core', (db) => {
  it('decides on balances that show what the batch decided before', async () => {
    const place = await openFixture(db());
    const { checking, savings, cash } = place;
    const told = await batch(db(), place, ['m:1', 'm:2'], (view) => {
      expect(view.balance(checking)).toMatchObject({
        ledger: 50_000n,
        held: 0n,
        available: 50_000n,
        overdraftLimit: 1_000n,
        currency: 'USD',
        closed: false,
      });
      expect(view.balance(cash)?.ledger).toBe(49_100n);
      expect(view.balance(place.books.world.ids.next())).toBeUndefined();
      const first = view.transfer(order(place, 'm:1', { amount: 50_500n }));
      const second = view.transfer(order(place, 'm:2', { amount: 501n }));
      return { first, second, checking: view.balance(checking), savings: view.balance(savings) };
    });
    expect(told.first).toMatchObject({
      outcome: 'posted',
      receipt: { sequence: 2n },
      already: false,
      from: { ledger: -500n, available: -500n },
      to: { ledger: 50_500n },
    });
    expect(told.second).toEqual({ outcome: 'refused', reason: 'insufficient_funds' });
    expect([told.checking?.ledger, told.savings?.ledger]).toEqual([-500n, 50_500n]);
    expect(String(told.checking?.lastActivityOn)).toBe('2026-11-23');
    const report = await verify(db(), { institutionId: place.books.institutionId });
    expect(report.problems).toEqual([]);
  });

  it('answers a key that was posted before with what it did', async () => {
    const place = await openFixture(db());
    const ask = (rest: Partial<TransferOrder> = {}) =>
      batch(db(), place, ['m:1'], (view) => view.transfer(order(place, 'm:1', rest)));
    const first = await ask();
    const again = await ask({ effectiveOn: place.books.day.add({ days: 1 }) });
    expect(again).toEqual({ ...first, already: true });
    expect(await ask({ amount: 101n })).toEqual({ outcome: 'refused', reason: 'key_reused' });
    const inOne = await batch(db(), place, ['m:2'], (view) => [
      view.transfer(order(place, 'm:2', {})),
      view.transfer(order(place, 'm:2', {})),
    ]);
    expect(inOne).toMatchObject([{ already: false }, { already: true }]);
  });

  it('refuses in order of precedence, and never lends by a transfer', async () => {
    const place = await openFixture(db());
    const nobody = place.books.world.ids.next();
    const { loan, checking } = place;
    const told = await batch(db(), place, [], (view) =>
      [
        { toAccountId: nobody, amount: -1n },
        { amount: 0n, toAccountId: checking },
        { toAccountId: checking, amount: 10_000_000n },
        { amount: 10n ** 16n },
        { amount: 51_001n },
        { fromAccountId: loan },
        { toAccountId: loan, amount: 901n },
      ].map((rest, index) => view.transfer(order(place, `r:${index}`, rest))),
    );
    expect(told.map((one) => ('reason' in one ? one.reason : one.outcome))).toEqual([
      'account_not_found',
      'amount_not_positive',
      'same_account',
      'limit_exceeded',
      'insufficient_funds',
      'insufficient_funds',
      'insufficient_funds',
    ]);
  });

  it('shows history by direction, whatever the side of the account, page after page', async () => {
    const place = await openFixture(db());
    const { books, cash, checking, savings, loan } = place;
    await books.move({
      from: checking,
      to: cash,
      amount: 4_500n,
      kind: 'check',
      checkNumber: '1042',
    });
    await books.move({ from: checking, to: savings, amount: 300n, kind: 'transfer' });
    await books.move({ from: checking, to: loan, amount: 200n, kind: 'payment' });
    await books.move({ from: cash, to: checking, amount: 81_240n, kind: 'deposit' });
    await books.move({
      from: checking,
      to: cash,
      amount: 600n,
      kind: 'check',
      checkNumber: '1043',
    });
    const answers = await ledgerCore.history(db(), books.institutionId, [
      { accountId: checking, of: 'history', count: 2 },
      { accountId: checking, of: 'history', count: 10, before: 3n },
      { accountId: checking, of: 'deposits', count: 5 },
      { accountId: checking, of: 'withdrawals', count: 2 },
      { accountId: checking, of: 'checks', count: 1 },
      { accountId: loan, of: 'deposits', count: 5 },
      { accountId: loan, of: 'withdrawals', count: 5 },
      { accountId: books.world.ids.next(), of: 'history', count: 5 },
    ]);
    const amounts = answers.map(({ entries, more }) => [...entries.map((e) => e.amount), more]);
    expect(amounts).toEqual([
      [-600n, 81_240n, true],
      [-4_500n, 50_000n, false],
      [81_240n, 50_000n, false],
      [-600n, -200n, true],
      [-600n, true],
      [900n, false],
      [-200n, false],
      [false],
    ]);
    expect(answers[4]?.entries[0]).toMatchObject({
      accountId: checking,
      sequence: 6n,
      balanceAfter: 125_640n,
      kind: 'check',
      checkNumber: '1043',
      description: 'CHECK',
    });
    expect(answers[0]?.entries[1]).not.toHaveProperty('checkNumber');
    expect(await ledgerCore.history(db(), books.institutionId, [])).toEqual([]);
  });

  it('finds cleared checks by number on any of some accounts', async () => {
    const { books, cash, checking, savings } = await openFixture(db());
    await books.move({ from: cash, to: savings, amount: 10_000n, kind: 'deposit' });
    await books.move({
      from: checking,
      to: cash,
      amount: 4_500n,
      kind: 'check',
      checkNumber: '1042',
    });
    await books.move({ from: savings, to: cash, amount: 700n, kind: 'check', checkNumber: '1042' });
    const both = [checking, savings, checking];
    const found = await ledgerCore.checks(db(), books.institutionId, [
      { accountIds: both, number: '9999' },
      { accountIds: both, number: '1042' },
      { accountIds: [checking], number: '1042' },
      { accountIds: [], number: '1042' },
    ]);
    expect(found.map((entries) => new Set(entries.map(({ amount }) => amount)))).toEqual([
      new Set(),
      new Set([-4_500n, -700n]),
      new Set([-4_500n]),
      new Set(),
    ]);
    expect(found.map(({ length }) => length)).toEqual([0, 2, 1, 0]);
  });

  it('shows open holds, greatest first, and lowers what is available by them', async () => {
    const place = await openFixture(db());
    const { books, checking, cash } = place;
    const hold = (amount: bigint, description: string) =>
      books.must({
        order: 'place_hold',
        key: books.key(),
        effectiveOn: books.day,
        accountId: checking,
        amount,
        description,
        ...(description === 'SHELL' ? { expiresAt: books.clock.now().add({ hours: 48 }) } : {}),
      });
    const small = await hold(500n, 'PARKING');
    await hold(5_000n, 'SHELL');
    await books.must({
      order: 'capture_hold',
      key: books.key(),
      effectiveOn: books.day,
      holdId: small.holdId ?? '',
      accountId: checking,
      toAccountId: cash,
      amount: 200n,
      kind: 'purchase',
      description: 'PARKING',
    });
    const open = await ledgerCore.holds(db(), books.institutionId, [checking, cash]);
    expect([...open.keys()]).toEqual([checking]);
    expect(open.get(checking)).toEqual([
      {
        id: expect.any(String),
        placedAt: books.clock.now(),
        amount: 5_000n,
        description: 'SHELL',
        expiresAt: books.clock.now().add({ hours: 48 }),
      },
      { id: small.holdId, amount: 300n, description: 'PARKING', placedAt: books.clock.now() },
    ]);
    const balance = await batch(db(), place, [], (view) => view.balance(checking));
    expect(balance).toMatchObject({ ledger: 49_800n, held: 5_300n, available: 44_500n });
  });

  it('reads the same number of pages however long history is', async () => {
    const { books, cash, checking } = await openFixture(db());
    const pages = async (of: string): Promise<number> => {
      const [row] = await db().query<{ 'QUERY PLAN': [{ Plan: Record<string, number> }] }>(
        `explain (analyze, buffers, format json) ${newestStatement.text}`,
        [books.institutionId, [checking], [of], [2n ** 62n], [5]],
      );
      const plan = row?.['QUERY PLAN'][0].Plan ?? {};
      return (plan['Shared Hit Blocks'] ?? 0) + (plan['Shared Read Blocks'] ?? 0);
    };
    // One check and one deposit, and above them a long history of small withdrawals.
    await books.move({
      from: checking,
      to: cash,
      amount: 4_500n,
      kind: 'check',
      checkNumber: '1042',
    });
    for (let lot = 0; lot < 8; lot += 1) {
      await post(db(), {
        institutionId: books.institutionId,
        world: books.world,
        orders: Array.from({ length: 1_000 }, (_, index) => ({
          order: 'transfer',
          key: `long:${lot}:${index}`,
          effectiveOn: books.day,
          fromAccountId: checking,
          toAccountId: cash,
          amount: 1n,
          kind: 'withdrawal',
          fromDescription: 'ATM',
          toDescription: '',
        })),
      });
    }
    await db().query('analyze entries');
    for (const of of ['all', 'in', 'out', 'checks']) {
      expect([of, await pages(of)]).toEqual([of, expect.toSatisfy((n: number) => n < 40)]);
    }
  });
});
