import { Bug, present } from '../../kernel/assert.ts';
import { accountHold, accountHolds } from '../../ledger/account-holds.ts';
import { correctionOf, hasCorrection } from '../../ledger/correction.ts';
import type { Hold } from '../../ledger/hold.ts';
import { internalAccounts, internalKinds } from '../../ledger/internal-accounts.ts';
import type { OpenAccountOrder, Order } from '../../ledger/order.ts';
import { postIn } from '../../ledger/post.ts';
import { postingOf } from '../../ledger/posting-of.ts';
import type { BookRefusal } from '../../ledger/refusal.ts';
import { transactionOfEntry } from '../../ledger/transaction-fate.ts';
import type { Queries } from '../../database/database.ts';
import type {
  BookContext,
  BookHold,
  Bookkeeping,
  BookkeepingRefusal,
  BookOrder,
  BookOutcome,
} from '../bookkeeping.ts';
import { coreEntry } from './core-entry-of.ts';

/** What staff do in our own ledger. */
export const ledgerBookkeeping: Bookkeeping = {
  carryOut: async (tx, { order, ...context }) => {
    const made = await orderOf(tx, context, order);
    if ('refused' in made) return { outcome: 'refused', reason: made.refused };
    const { institutionId, world, keyring } = context;
    const orders = [...(made.before ?? []), made.order];
    const outcomes = await postIn(tx, { institutionId, world, keyring, orders });
    return outcomeOf(present(outcomes.at(-1), 'each order has its outcome'), order);
  },
  transactionOf: async (q, institutionId, entry) => {
    const fate = await transactionOfEntry(q, institutionId, entry);
    if (!fate) return undefined;
    const entries = await postingOf(q, institutionId, entry);
    return { ...fate, entries: entries.map(coreEntry) };
  },
  holdsOf: async (q, institutionId, asked) =>
    (await accountHolds(q, institutionId, asked)).map(bookHold),
  holdOf: async (q, institutionId, asked) => {
    const hold = await accountHold(q, institutionId, asked);
    return hold && bookHold(hold);
  },
};

async function orderOf(
  tx: Queries,
  { institutionId, world, on }: BookContext,
  order: BookOrder,
): Promise<
  | { readonly order: Order; readonly before?: readonly Order[] }
  | { readonly refused: BookkeepingRefusal }
> {
  switch (order.order) {
    case 'fee':
    case 'credit':
      return withInternal(tx, { institutionId, world, on }, order);
    case 'reverse': {
      const { key, transactionId, description } = order;
      if (await hasCorrection(tx, { institutionId, world, transactionId }))
        return { refused: 'already_corrected' };
      return {
        order: { order: 'reversal', key, transactionId, description, effectiveOn: on },
      };
    }
    case 'correct':
      return correctionOf(tx, { institutionId, world, on, ...order });
    case 'place_hold': {
      const { expiresAt, ...hold } = order;
      return {
        order: { ...hold, effectiveOn: on, ...(expiresAt === undefined ? {} : { expiresAt }) },
      };
    }
    case 'release_hold':
    default:
      return { order: { ...order, effectiveOn: on } };
  }
}

/** Moves money between a member's account and the institution's own of a kind, which the first of them opens. */
async function withInternal(
  tx: Queries,
  { institutionId, world, on }: Pick<BookContext, 'institutionId' | 'world' | 'on'>,
  order: Extract<BookOrder, { order: 'fee' | 'credit' }>,
): Promise<{ readonly order: Order; readonly before?: readonly Order[] }> {
  const { accountId, amount, description, key, currency } = order;
  const isFee = order.order === 'fee';
  const kind = isFee ? 'fee_income' : 'disputes';
  const open = (await internalAccounts(tx, institutionId, currency)).get(kind);
  const opening = open === undefined ? openInternal(world, { kind, currency, on }) : undefined;
  const own = open ?? opening?.accountId ?? '';
  return {
    ...(opening ? { before: [opening] } : {}),
    order: {
      order: 'transfer',
      kind: order.order,
      key,
      fromAccountId: isFee ? accountId : own,
      toAccountId: isFee ? own : accountId,
      amount,
      fromDescription: description,
      toDescription: description,
      effectiveOn: on,
    },
  };
}

/** Opens an account of the institution in a currency, before the first transaction on it. */
function openInternal(
  world: BookContext['world'],
  {
    kind,
    currency,
    on,
  }: {
    readonly kind: keyof typeof internalKinds;
    readonly currency: string;
    readonly on: Temporal.PlainDate;
  },
): OpenAccountOrder {
  return {
    order: 'open_account',
    key: `internal:${kind}:${currency}`,
    effectiveOn: on,
    accountId: world.ids.next(),
    class: internalKinds[kind],
    kind,
    currency,
    internal: true,
  };
}

function outcomeOf(
  outcome: Awaited<ReturnType<typeof postIn>>[number],
  { order }: BookOrder,
): BookOutcome {
  if (outcome.outcome === 'refused')
    return { outcome: 'refused', reason: refusalOf(outcome.reason, order) };
  const { transactionId, already, holdId } = outcome;
  return { outcome: 'done', transactionId, already, holdId };
}

function refusalOf(reason: BookRefusal, order: BookOrder['order']): BookkeepingRefusal {
  switch (reason) {
    case 'hold_exceeded':
    case 'hold_not_due':
    case 'account_not_empty':
      throw new Bug(`staff’s order is never refused for ${reason}`);
    case 'key_reused':
      // A correction's key is its original: another amount was posted for it before.
      return order === 'correct' ? 'already_corrected' : reason;
    case 'transaction_not_found':
    case 'hold_not_found':
    case 'account_not_found':
    case 'account_closed':
    case 'currency_mismatch':
    case 'amount_not_positive':
    case 'same_account':
    case 'limit_exceeded':
    case 'already_reversed':
    case 'hold_ended':
    case 'insufficient_funds':
    default:
      return reason;
  }
}

function bookHold(hold: Hold): BookHold {
  return {
    id: hold.id,
    amount: hold.remaining,
    placed: hold.amount,
    state: hold.state,
    description: hold.description,
    placedAt: hold.placedAt,
    ...(hold.expiresAt ? { expiresAt: hold.expiresAt } : {}),
  };
}
