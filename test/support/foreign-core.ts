import { setTimeout } from 'node:timers/promises';
import type { CoreAdapter, FindAnswer, SendAnswer, SentOrder } from '../../src/core/adapter.ts';
import type { CoreFigures, CoreNeeds } from '../../src/core/core.ts';
import { checkKey, historyKey } from '../../src/core/needs.ts';
import type { Clock } from '../../src/kernel/clock.ts';
import type { Fixture } from './fixture.ts';
import { createForeignBooks, type ForeignBooks } from './foreign-books.ts';

/**
 * A core with foreign rules: it keeps its own books in memory, and has no idempotency. It posts a
 * repeated order twice. It can be slow or away, and can lose its answers.
 */
export interface ForeignCore extends CoreAdapter {
  /** Every posting, doubled ones too. */
  readonly postings: readonly { readonly key: string; readonly reference: string }[];
  /** The behavior of the next calls. Each is a function, so that a test may count calls or wait. */
  behavior: Behavior;
  balanceOf(accountId: string): bigint;
  /** Withdraws money, as at a teller. */
  withdraw(accountId: string, amount: bigint): void;
}

export interface Behavior {
  /** Runs before it gives balances; may hang or throw. */
  readonly fetch?: (needs: CoreNeeds, signal: AbortSignal) => Promise<void>;
  /** `post` carries the order out. The result is the answer that gets through. */
  readonly send?: (
    order: SentOrder,
    post: () => SendAnswer,
    signal: AbortSignal,
  ) => Promise<SendAnswer>;
  /** `look` tells the truth. The result is the answer that gets through. */
  readonly find?: (order: SentOrder, look: () => FindAnswer) => Promise<FindAnswer>;
}

/** A call without an answer. It ends when the caller stops waiting. */
export async function hang(signal?: AbortSignal): Promise<never> {
  await setTimeout(30_000, undefined, signal ? { signal } : { ref: false });
  throw new Error('hung');
}

export function foreignCore(fixture: Fixture, clock: Clock): ForeignCore {
  const books = createForeignBooks(fixture, clock);
  const core: ForeignCore = {
    postings: books.postings,
    behavior: {},
    balanceOf: books.balanceOf,
    withdraw: books.withdraw,
    landsWithinSeconds: 30,
    fetch: async (_institutionId, needs, signal) => {
      await core.behavior.fetch?.(needs, signal);
      return figuresOf(books, needs, clock);
    },
    send: async (order, signal) =>
      core.behavior.send?.(order, () => books.post(order), signal) ?? books.post(order),
    find: async (order) => {
      const look = (): FindAnswer =>
        books.postings.some(({ key }) => key === order.key)
          ? books.answerOf(order)
          : { outcome: 'absent', completeAsOf: clock.now() };
      return core.behavior.find?.(order, look) ?? look();
    },
    historyPage: async (_institutionId, { accountId, count, before, from, to }) => {
      const entries = books
        .entriesOf(accountId, 'history')
        .filter(
          ({ sequence, effectiveOn }) =>
            (before === undefined || sequence < before) &&
            (!from || Temporal.PlainDate.compare(effectiveOn, from) >= 0) &&
            (!to || Temporal.PlainDate.compare(effectiveOn, to) <= 0),
        );
      return { entries: entries.slice(0, count), more: entries.length > count };
    },
    period: async (_institutionId, { accountId }) => ({
      opening: 0n,
      closing: books.balanceOf(accountId),
      entries: books.entriesOf(accountId, 'history').toReversed(),
    }),
    dailyBalances: async () => ({ opening: 0n, days: [] }),
    posting: async () => [],
    kinds: async (_institutionId, ids) => {
      const kinds = books.kinds();
      return new Map(ids.map((id) => [id, kinds.get(id) ?? 'other']));
    },
  };
  return core;
}

function figuresOf(books: ForeignBooks, needs: CoreNeeds, clock: Clock): CoreFigures {
  const { balances = [], history = [], checks = [], holds = [] } = needs;
  return {
    asOf: clock.now(),
    balances: new Map(balances.map((id) => [id, books.balance(id)])),
    histories: new Map(
      history.map((request) => [
        historyKey(request),
        {
          entries: books.entriesOf(request.accountId, request.of).slice(0, request.count),
          more: false,
        },
      ]),
    ),
    checks: new Map(checks.map((request) => [checkKey(request), []])),
    holds: new Map(holds.map((id) => [id, []])),
    kinds: books.kinds(),
  };
}
