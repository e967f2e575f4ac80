import type { FindAnswer, SendAnswer, SentOrder } from '../../src/core/adapter.ts';
import type { CoreBalance, CoreEntry } from '../../src/core/core.ts';
import { present } from '../../src/kernel/assert.ts';
import type { Clock } from '../../src/kernel/clock.ts';
import { openingBalances } from './fixture/books.ts';
import type { Fixture } from './fixture.ts';

interface Account {
  balance: bigint;
  readonly kind: string;
  /** Newest first. */
  readonly entries: CoreEntry[];
}

/** The books of a foreign core, in memory. */
export type ForeignBooks = ReturnType<typeof createForeignBooks>;

/** Opens books with the fixture's accounts, each with its opening balance. */
export function createForeignBooks(fixture: Fixture, clock: Clock) {
  const accounts = new Map<string, Account>();
  for (const { savingsAccountId, checkingAccountId } of fixture.members) {
    accounts.set(savingsAccountId, opened('savings'));
    accounts.set(checkingAccountId, opened('checking'));
  }
  const accountOf = (id: string) => present(accounts.get(id), 'the foreign core has the account');
  const postings: { key: string; reference: string }[] = [];
  const answerOf = (order: SentOrder): SendAnswer & FindAnswer => {
    const posting = postings.find(({ key }) => key === order.key);
    if (!posting) return { outcome: 'refused', reason: 'insufficient_funds' };
    return {
      outcome: 'posted',
      reference: posting.reference,
      from: balanceOf(accountOf(order.fromAccountId)),
      to: balanceOf(accountOf(order.toAccountId)),
    };
  };
  return {
    postings,
    /** Tells what it knows of an order that it may have posted. */
    answerOf,
    balance: (accountId: string) => balanceOf(accountOf(accountId)),
    balanceOf: (accountId: string) => accountOf(accountId).balance,
    withdraw: (accountId: string, amount: bigint) => {
      accountOf(accountId).balance -= amount;
    },
    post: (order: SentOrder): SendAnswer => {
      const { fromAccountId, toAccountId, amount } = order;
      const from = accountOf(fromAccountId);
      const to = accountOf(toAccountId);
      if (from.balance < amount) return { outcome: 'refused', reason: 'insufficient_funds' };
      const moment = { at: clock.now(), zone: fixture.institution.zone };
      const left = { accountId: fromAccountId, counterAccountId: toAccountId, amount: -amount };
      const came = { accountId: toAccountId, counterAccountId: fromAccountId, amount };
      enter(from, { ...left, description: order.fromDescription }, moment);
      enter(to, { ...came, description: order.toDescription }, moment);
      postings.push({ key: order.key, reference: `FC-${postings.length + 1}` });
      return answerOf(order);
    },
    entriesOf: (accountId: string, of: string) =>
      accountOf(accountId).entries.filter(({ amount }) =>
        of === 'deposits' ? amount > 0n : of === 'withdrawals' ? amount < 0n : of !== 'checks',
      ),
    kinds: () => new Map([...accounts].map(([id, { kind }]) => [id, kind])),
  };
}

function opened(kind: keyof typeof openingBalances): Account {
  return { balance: openingBalances[kind], kind, entries: [] };
}

function balanceOf({ balance }: Account): CoreBalance {
  return {
    ledger: balance,
    held: 0n,
    available: balance,
    overdraftLimit: 0n,
    currency: 'USD',
    openedOn: Temporal.PlainDate.from('2020-01-02'),
    closed: false,
  };
}

function enter(
  account: Account,
  entry: Pick<CoreEntry, 'accountId' | 'counterAccountId' | 'amount' | 'description'>,
  { at, zone }: { readonly at: Temporal.Instant; readonly zone: string },
): void {
  account.balance += entry.amount;
  account.entries.unshift({
    ...entry,
    sequence: BigInt(account.entries.length + 1),
    balanceAfter: account.balance,
    effectiveOn: at.toZonedDateTimeISO(zone).toPlainDate(),
    postedAt: at,
    kind: 'transfer',
  });
}
