import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { onSampledEngines } from '../../test/support/sampled-engines.ts';
import type { Database } from '../database/database.ts';
import type { Order } from './order.ts';
import { bookRefusals } from './refusal.ts';
import { Model } from '../../test/support/ledger/model.ts';
import { smallBooks } from '../../test/support/ledger/small-books.ts';
import { verify } from './verify/verify.ts';

/** An order before ids are known: it names accounts, holds and transactions by position. */
type Sketch =
  | {
      do: 'transfer';
      key: number;
      from: number;
      to: number;
      amount: number;
      limit?: number;
      forced?: boolean;
    }
  | { do: 'entries'; key: number; accounts: number[]; amounts: number[]; forced?: boolean }
  | { do: 'reversal'; key: number; of: number }
  | {
      do: 'place';
      key: number;
      account: number;
      amount: number;
      minutes?: number;
      forced?: boolean;
    }
  | { do: 'capture'; key: number; hold: number; account: number; to: number; amount: number }
  | { do: 'release' | 'expire'; key: number; hold: number }
  | { do: 'limit'; key: number; account: number; limit: number }
  | { do: 'close'; key: number; account: number }
  /** Repeats an order from this batch or an earlier one. */
  | { do: 'again'; of: number };

const key = fc.integer({ min: 0, max: 60 });
const account = fc.integer({ min: 0, max: 8 });
const amount = fc.integer({ min: -1, max: 12 });
const place = fc.integer({ min: 0, max: 20 });
const forced = fc.boolean();
const sketch: fc.Arbitrary<Sketch> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('transfer' as const),
      key,
      from: account,
      to: account,
      amount,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('transfer' as const),
      key,
      from: account,
      to: account,
      amount,
      limit: fc.integer({ min: 0, max: 12 }),
      forced,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('entries' as const),
      key,
      accounts: fc.array(account, { minLength: 3, maxLength: 3 }),
      amounts: fc.array(amount, { minLength: 2, maxLength: 2 }),
      forced,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('reversal' as const),
      key,
      of: fc.integer({ min: 0, max: 6 }),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('place' as const),
      key,
      account,
      amount,
      minutes: fc.integer({ min: 1, max: 40 }),
      forced,
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('capture' as const),
      key,
      hold: place,
      account,
      to: account,
      amount,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constantFrom('release' as const, 'expire' as const),
      key,
      hold: place,
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('limit' as const),
      key,
      account,
      limit: fc.integer({ min: 0, max: 8 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('close' as const), key, account }) },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('again' as const),
      of: fc.integer({ min: 0, max: 40 }),
    }),
  },
);

onSampledEngines('the books against their model', (db) => {
  it('give every order the same outcome and keep the same balances', async () => {
    const seen = new Map<string, number>();
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(sketch, { minLength: 1, maxLength: 14 }), { minLength: 3, maxLength: 9 }),
        async (batches) => runAgainstModel(db(), batches, seen),
      ),
      { seed: 20_261_123, numRuns: 60 },
    );
    // The property must have met each case.
    for (const what of ['posted', 'already', ...bookRefusals]) {
      expect([what, seen.get(what) ?? 0]).toEqual([what, expect.toSatisfy((n: number) => n > 1)]);
    }
  });
});

async function runAgainstModel(
  db: Database,
  batches: readonly (readonly Sketch[])[],
  seen: Map<string, number>,
): Promise<void> {
  const books = smallBooks(db);
  const model = new Model();
  const accounts = await openAccounts(books, model);
  const transactions: string[] = [];
  const opening: Order = {
    order: 'close_account',
    key: 'p:opening',
    effectiveOn: books.day,
    accountId: accounts.at(-1) ?? '',
  };
  const sent: Order[] = [opening];
  const holds: string[] = [];
  for (const batch of batches) {
    books.clock.advance({ minutes: 7 });
    model.nowMs = books.clock.now().epochMilliseconds;
    const context = { accounts, transactions: [...transactions], holds: [...holds], books, model };
    const orders = batch.map((one) => {
      const order =
        one.do === 'again' ? (sent[one.of % sent.length] ?? opening) : orderOf(one, context);
      sent.push(order);
      return order;
    });
    const outcomes = await books.post(...orders);
    const results = outcomes.map((one) =>
      one.outcome === 'refused' ? one.reason : one.already ? 'already' : 'posted',
    );
    const expected = orders.map((order, index) => {
      const decided = model.take(order);
      const outcome = outcomes[index];
      if (decided === 'posted' && outcome?.outcome === 'posted') {
        model.learn(order, outcome);
        transactions.push(outcome.transactionId);
        if (outcome.holdId !== undefined) holds.push(outcome.holdId);
      }
      return decided;
    });
    expect(results).toEqual(expected);
    for (const what of results) seen.set(what, (seen.get(what) ?? 0) + 1);
  }
  const stored = await db.query<{ id: string; balance: bigint; held: bigint; entries: bigint }>(
    `select id, ledger_balance as balance, held, version as entries from accounts where institution_id = $1 order by id`,
    [books.institutionId],
  );
  expect(stored).toEqual(
    accounts
      .slice(0, -1)
      .sort()
      .map((id) => {
        const { balance, held, entries } = model.account(id);
        return { id, balance, held, entries: BigInt(entries) };
      }),
  );
  const [total] = await db.query<{ total: bigint }>(
    'select coalesce(sum(amount), 0)::int8 as total from entries where institution_id = $1',
    [books.institutionId],
  );
  expect(total).toEqual({ total: 0n });
  const report = await verify(db, { institutionId: books.institutionId });
  expect(report.problems).toEqual([]);
}

/**
 * Opens three deposit accounts, a loan, one in another currency, and three internal ones. The last
 * id does not exist.
 */
async function openAccounts(books: ReturnType<typeof smallBooks>, model: Model): Promise<string[]> {
  const kinds = [
    { class: 'asset', internal: true, currency: 'USD', kind: 'cash', limit: 0n },
    { class: 'liability', internal: false, currency: 'USD', kind: 'checking', limit: 3n },
    { class: 'liability', internal: false, currency: 'USD', kind: 'savings', limit: 0n },
    { class: 'liability', internal: false, currency: 'USD', kind: 'checking', limit: 0n },
    { class: 'asset', internal: false, currency: 'USD', kind: 'loan', limit: 0n },
    { class: 'liability', internal: false, currency: 'EUR', kind: 'savings', limit: 0n },
    { class: 'income', internal: true, currency: 'USD', kind: 'fee_income', limit: 0n },
    { class: 'expense', internal: true, currency: 'USD', kind: 'dividend_expense', limit: 0n },
  ] as const;
  const ids: string[] = [];
  for (const { limit, ...kind } of kinds) {
    const id = await books.open({ ...kind, overdraftLimit: limit });
    ids.push(id);
    model.accounts.set(id, {
      debit: kind.class === 'asset' || kind.class === 'expense',
      internal: kind.internal,
      currency: kind.currency,
      balance: 0n,
      held: 0n,
      limit,
      closed: false,
      entries: 0,
    });
  }
  return [...ids, books.world.ids.next()];
}

function orderOf(
  one: Exclude<Sketch, { do: 'again' }>,
  context: {
    accounts: readonly string[];
    transactions: readonly string[];
    holds: readonly string[];
    books: ReturnType<typeof smallBooks>;
    model: Model;
  },
): Order {
  const { accounts, books, model } = context;
  const at = (index: number) => accounts[index] ?? '';
  const nobody = at(8);
  const holdAt = (index: number) => context.holds[index % (context.holds.length + 1)] ?? nobody;
  const common = { key: `p:${one.key}`, effectiveOn: books.day };
  const allow = 'forced' in one && one.forced ? { forced: true } : {};
  switch (one.do) {
    case 'transfer':
      return {
        ...common,
        ...allow,
        order: 'transfer',
        fromAccountId: at(one.from),
        toAccountId: at(one.to),
        amount: BigInt(one.amount),
        kind: 'transfer',
        fromDescription: `TO ${one.to}`,
        toDescription: `FROM ${one.from}`,
        ...(one.limit === undefined ? {} : { limit: BigInt(one.limit) }),
      };
    case 'entries': {
      const amounts = [...one.amounts, -one.amounts.reduce((sum, each) => sum + each, 0)];
      return {
        ...common,
        ...allow,
        order: 'entries',
        kind: 'fee',
        entries: one.accounts.map((index, position) => ({
          accountId: at(index),
          amount: BigInt(amounts[position] ?? 0),
          description: 'THREE WAYS',
        })),
      };
    }
    case 'reversal':
      return {
        ...common,
        order: 'reversal',
        transactionId: context.transactions[one.of % (context.transactions.length + 1)] ?? nobody,
        description: 'REVERSED',
      };
    case 'place':
      return {
        ...common,
        ...allow,
        order: 'place_hold',
        accountId: at(one.account),
        amount: BigInt(one.amount),
        description: 'SHELL',
        expiresAt: books.clock.now().add({ minutes: one.minutes ?? 10 }),
      };
    case 'capture': {
      const holdId = holdAt(one.hold);
      return {
        ...common,
        order: 'capture_hold',
        holdId,
        accountId: model.holds.get(holdId)?.account ?? at(one.account),
        toAccountId: at(one.to),
        amount: BigInt(one.amount),
        kind: 'purchase',
        description: 'SHELL',
      };
    }
    case 'release':
    case 'expire': {
      const holdId = holdAt(one.hold);
      return {
        ...common,
        order: one.do === 'release' ? 'release_hold' : 'expire_hold',
        holdId,
        accountId: model.holds.get(holdId)?.account ?? at(1),
      };
    }
    case 'limit':
      return {
        ...common,
        order: 'set_overdraft_limit',
        accountId: at(one.account),
        overdraftLimit: BigInt(one.limit),
      };
    case 'close':
    default:
      return { ...common, order: 'close_account', accountId: at(one.account) };
  }
}
