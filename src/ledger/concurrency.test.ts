import { afterAll, beforeAll, expect, it } from 'vitest';
import { openTestDatabase } from '../../test/support/engines.ts';
import type { Database } from '../database/database.ts';
import { openPostgres } from '../database/open-postgres.ts';
import { seededRandom } from '../kernel/random.ts';
import type { TransferOrder } from './order.ts';
import { post } from './post.ts';
import {
  smallBooks,
  type SmallBooks,
  booksKeyring,
} from '../../test/support/ledger/small-books.ts';
import { verify } from './verify/verify.ts';

/**
 * Several processes on one PostgreSQL, each with its own pool. PGlite has one connection, so there
 * is nothing to test.
 */
let db: Database & { url?: string };
const processes: Database[] = [];
/**
 * How often a transaction began. More than the number of batches means that one was rolled back
 * because of another.
 */
let attempts = 0;

beforeAll(async () => {
  db = await openTestDatabase('postgresql');
  for (let count = 0; count < 3; count += 1) {
    const opened = await openPostgres({ url: db.url ?? '', connectionsMax: 3 });
    processes.push({
      ...opened,
      transaction: (work) =>
        opened.transaction((tx) => {
          attempts += 1;
          return work(tx);
        }),
    });
  }
});

afterAll(async () => {
  await Promise.all(processes.map((one) => one[Symbol.asyncDispose]()));
  await db[Symbol.asyncDispose]();
});

async function busyAccounts(count: number): Promise<{ books: SmallBooks; accounts: string[] }> {
  const books = smallBooks(db);
  const cash = await books.open({ class: 'asset', kind: 'cash', internal: true });
  const accounts: string[] = [];
  for (let index = 0; index < count; index += 1) {
    const account = await books.open({ kind: 'checking' });
    accounts.push(account);
    await books.must(transfer(books, `fund:${index}`, { from: cash, to: account, amount: 1_000n }));
  }
  return { books, accounts };
}

function transfer(
  books: SmallBooks,
  key: string,
  { from, to, amount }: { from: string; to: string; amount: bigint },
): TransferOrder {
  return {
    order: 'transfer',
    key,
    effectiveOn: books.day,
    fromAccountId: from,
    toAccountId: to,
    amount,
    kind: 'transfer',
    fromDescription: '',
    toDescription: '',
  };
}

it('keeps every cent and never deadlocks while many batches use the same accounts', async () => {
  const { books, accounts } = await busyAccounts(12);
  const random = seededRandom('busy');
  const pick = () => accounts[random.below(accounts.length)] ?? '';
  attempts = 0;
  const outcomes = await Promise.all(
    Array.from({ length: 90 }, async (_, batch) =>
      post(processes[batch % processes.length] ?? db, {
        institutionId: books.institutionId,
        world: books.world,
        keyring: booksKeyring,
        orders: Array.from({ length: 25 }, (_, index) =>
          transfer(books, `busy:${batch}:${index}`, {
            from: pick(),
            to: pick(),
            amount: BigInt(1 + random.below(400)),
          }),
        ),
      }),
    ),
  );
  const counts = new Map<string, number>();
  for (const one of outcomes.flat()) {
    const what = one.outcome === 'refused' ? one.reason : one.outcome;
    counts.set(what, (counts.get(what) ?? 0) + 1);
  }
  expect([...counts.keys()].sort()).toEqual(['insufficient_funds', 'posted', 'same_account']);
  const [sums] = await db.query(
    `select sum(ledger_balance)::int8 as total, min(ledger_balance - held) >= 0 as "aboveFloor"
      from accounts where institution_id = $1 and not internal`,
    [books.institutionId],
  );
  expect(sums).toEqual({ total: 12_000n, aboveFloor: true });
  const report = await verify(db, { institutionId: books.institutionId, keyring: booksKeyring });
  expect(report.problems).toEqual([]);
  expect(report.entries).toBe(24 + 2 * (counts.get('posted') ?? 0));
  expect(attempts).toBe(90);
});

it('posts a key once for any number of concurrent orders', async () => {
  const { books, accounts } = await busyAccounts(6);
  const orders = Array.from({ length: 30 }, (_, index) =>
    transfer(books, `once:${index}`, {
      from: accounts[index % 6] ?? '',
      to: accounts[(index + 1) % 6] ?? '',
      amount: 3n,
    }),
  );
  const random = seededRandom('shuffle');
  const shuffled = () =>
    orders
      .map((order) => ({ order, place: random.below(1_000_000) }))
      .sort((a, b) => a.place - b.place)
      .map(({ order }) => order);
  const answers = await Promise.all(
    Array.from({ length: 12 }, async (_, index) => {
      const asked = shuffled();
      const outcomes = await post(processes[index % processes.length] ?? db, {
        institutionId: books.institutionId,
        world: books.world,
        keyring: booksKeyring,
        orders: asked,
      });
      return outcomes.map((outcome, place) => ({ key: asked[place]?.key ?? '', outcome }));
    }),
  );
  const byKey = Map.groupBy(answers.flat(), ({ key }) => key);
  expect(byKey.size).toBe(30);
  for (const ofKey of byKey.values()) {
    const posted = ofKey.map(({ outcome }) => (outcome.outcome === 'posted' ? outcome : undefined));
    expect(new Set(posted.map((one) => one?.transactionId)).size).toBe(1);
    expect(posted.filter((one) => one && !one.already)).toHaveLength(1);
  }
  const report = await verify(db, { institutionId: books.institutionId });
  expect(report.problems).toEqual([]);
});

it('lets one win if the same keys are used for different accounts, in any order', async () => {
  const { books, accounts } = await busyAccounts(10);
  attempts = 0;
  const answers = await Promise.all(
    [0, 2, 4, 6, 8].map(async (first) => {
      const keys = Array.from({ length: 20 }, (_, index) => `contested:${index}`);
      return post(processes[first % processes.length] ?? db, {
        institutionId: books.institutionId,
        world: books.world,
        keyring: booksKeyring,
        orders: (first % 4 === 0 ? keys : keys.toReversed()).map((key) =>
          transfer(books, key, {
            from: accounts[first] ?? '',
            to: accounts[first + 1] ?? '',
            amount: 1n,
          }),
        ),
      });
    }),
  );
  const results = answers.flat().map((one) => (one.outcome === 'refused' ? one.reason : 'posted'));
  expect(results.filter((one) => one === 'posted')).toHaveLength(20);
  expect(results.filter((one) => one === 'key_reused')).toHaveLength(80);
  const report = await verify(db, { institutionId: books.institutionId });
  expect(report.problems).toEqual([]);
  // The losers conflicted with the winner's key and retried once each.
  expect(attempts).toBeLessThanOrEqual(9);
});
