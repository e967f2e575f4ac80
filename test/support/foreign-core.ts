import { setTimeout } from 'node:timers/promises';
import type { CoreAdapter, FindAnswer, SendAnswer, SentOrder } from '../../src/core/adapter.ts';
import type { CoreBalance, CoreEntry, CoreFigures, CoreNeeds } from '../../src/core/core.ts';
import { checkKey, historyKey } from '../../src/core/needs.ts';
import { present } from '../../src/kernel/assert.ts';
import type { Clock } from '../../src/kernel/clock.ts';
import type { Fixture } from './fixture.ts';

/**
 * A core that nobody here wrote the rules of: it keeps its own books in memory, and knows no idempotency. The same order sent twice is
 * posted twice. It can be slow, away, and lose its answers.
 */
export interface ForeignCore extends CoreAdapter {
  /** Every posting, doubled ones too. */
  readonly postings: readonly { readonly key: string; readonly reference: string }[];
  /** How the next calls go; each is a function, so that a test may count calls or wait. */
  behavior: Behavior;
  balanceOf(accountId: string): bigint;
  /** As if somebody withdrew at a teller. */
  withdraw(accountId: string, amount: bigint): void;
}

export interface Behavior {
  /** Before figures are told; may hang or throw. */
  readonly fetch?: (needs: CoreNeeds, signal: AbortSignal) => Promise<void>;
  /** `post` carries it out; what is given back is the answer that gets through. */
  readonly send?: (
    order: SentOrder,
    post: () => SendAnswer,
    signal: AbortSignal,
  ) => Promise<SendAnswer>;
  /** `look` tells the truth; what is given back is the answer that gets through. */
  readonly find?: (order: SentOrder, look: () => FindAnswer) => Promise<FindAnswer>;
}

/** A call that is never answered, but ends when nobody waits for it any more. */
export async function hang(signal?: AbortSignal): Promise<never> {
  await setTimeout(30_000, undefined, signal ? { signal } : { ref: false });
  throw new Error('hung');
}

export function foreignCore(fixture: Fixture, clock: Clock): ForeignCore {
  const accounts = new Map<string, { balance: bigint; kind: string; entries: CoreEntry[] }>();
  for (const { savingsAccountId, checkingAccountId } of fixture.members) {
    accounts.set(savingsAccountId, { balance: 50_000n, kind: 'savings', entries: [] });
    accounts.set(checkingAccountId, { balance: 100_000n, kind: 'checking', entries: [] });
  }
  const accountOf = (id: string) => present(accounts.get(id), 'the foreign core has the account');
  const postings: { key: string; reference: string }[] = [];
  const balance = (accountId: string): CoreBalance => ({
    ledger: accountOf(accountId).balance,
    held: 0n,
    available: accountOf(accountId).balance,
    overdraftLimit: 0n,
    currency: 'USD',
    openedOn: Temporal.PlainDate.from('2020-01-02'),
    closed: false,
  });
  const answerOf = (order: SentOrder): SendAnswer & FindAnswer => {
    const posting = postings.find(({ key }) => key === order.key);
    if (!posting) return { outcome: 'refused', reason: 'insufficient_funds' };
    const { fromAccountId, toAccountId } = order;
    return {
      outcome: 'posted',
      reference: posting.reference,
      from: balance(fromAccountId),
      to: balance(toAccountId),
    };
  };
  const enter = (accountId: string, other: string, amount: bigint, description: string) => {
    const account = accountOf(accountId);
    account.balance += amount;
    account.entries.unshift({
      accountId,
      sequence: BigInt(account.entries.length + 1),
      amount,
      balanceAfter: account.balance,
      effectiveOn: clock.now().toZonedDateTimeISO(fixture.institution.zone).toPlainDate(),
      postedAt: clock.now(),
      kind: 'transfer',
      description,
      counterAccountId: other,
    });
  };
  const post = (order: SentOrder): SendAnswer => {
    const { fromAccountId, toAccountId, amount } = order;
    if (accountOf(fromAccountId).balance < amount)
      return { outcome: 'refused', reason: 'insufficient_funds' };
    enter(fromAccountId, toAccountId, -amount, order.fromDescription);
    enter(toAccountId, fromAccountId, amount, order.toDescription);
    postings.push({ key: order.key, reference: `FC-${postings.length + 1}` });
    return answerOf(order);
  };
  const entriesOf = (accountId: string, of: string): CoreEntry[] =>
    accountOf(accountId).entries.filter(({ amount }) =>
      of === 'deposits' ? amount > 0n : of === 'withdrawals' ? amount < 0n : of !== 'checks',
    );
  const core: ForeignCore = {
    postings,
    behavior: {},
    balanceOf: (accountId) => accountOf(accountId).balance,
    withdraw: (accountId, amount) => {
      accountOf(accountId).balance -= amount;
    },
    landsWithinSeconds: 30,
    fetch: async (_institutionId, needs, signal) => {
      await core.behavior.fetch?.(needs, signal);
      return figuresOf(needs);
    },
    send: async (order, signal) =>
      core.behavior.send?.(order, () => post(order), signal) ?? post(order),
    find: async (order) => {
      const look = (): FindAnswer =>
        postings.some(({ key }) => key === order.key)
          ? answerOf(order)
          : { outcome: 'absent', completeAsOf: clock.now() };
      return core.behavior.find?.(order, look) ?? look();
    },
    historyPage: async (_institutionId, { accountId, count }) => ({
      entries: entriesOf(accountId, 'history').slice(0, count),
      more: entriesOf(accountId, 'history').length > count,
    }),
    period: async (_institutionId, { accountId }) => ({
      opening: 0n,
      closing: accountOf(accountId).balance,
      entries: entriesOf(accountId, 'history').toReversed(),
    }),
    dailyBalances: async () => ({ opening: 0n, days: [] }),
    posting: async () => [],
    kinds: async (_institutionId, ids) =>
      new Map(ids.map((id) => [id, accounts.get(id)?.kind ?? 'other'])),
  };
  const figuresOf = ({
    balances = [],
    history = [],
    checks = [],
    holds = [],
  }: CoreNeeds): CoreFigures => ({
    asOf: clock.now(),
    balances: new Map(balances.map((id) => [id, balance(id)])),
    histories: new Map(
      history.map((request) => [
        historyKey(request),
        { entries: entriesOf(request.accountId, request.of).slice(0, request.count), more: false },
      ]),
    ),
    checks: new Map(checks.map((request) => [checkKey(request), []])),
    holds: new Map(holds.map((id) => [id, []])),
    kinds: new Map([...accounts].map(([id, { kind }]) => [id, kind])),
  });
  return core;
}
