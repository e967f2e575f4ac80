import { present } from '../../kernel/assert.ts';
import type {
  CoreBalance,
  CoreHold,
  CoreSnapshot,
  CoreView,
  Movement,
  TransferOrder,
  TransferOutcome,
} from '../core.ts';
import { readBalance, type OrderRow } from './order-row.ts';
import { contentOf } from './order-store.ts';

/** The data for a batch's decisions if the books are elsewhere. */
export interface RemoteFacts {
  /** Absent: the core did not answer. Then we only know our own orders. */
  readonly snapshot: CoreSnapshot | undefined;
  /** Orders that the snapshot may miss. They count as held. */
  readonly held: readonly OrderRow[];
  /** Orders with the keys that this batch may use. */
  readonly known: readonly OrderRow[];
}

/** A view of a remote core's books, with the orders that the batch decided. */
export interface RemoteView {
  readonly view: CoreView;
  readonly decided: readonly TransferOrder[];
}

export function remoteView({ snapshot, held, known }: RemoteFacts): RemoteView {
  const decided: TransferOrder[] = [];
  const leaving = (accountId: string) => {
    const all: readonly Movement[] = [...held, ...decided];
    return all
      .filter(({ fromAccountId }) => fromAccountId === accountId)
      .reduce((sum, { amount }) => sum + amount, 0n);
  };
  const balance = (accountId: string): CoreBalance | undefined => {
    const shown = snapshot?.balances.get(accountId);
    if (!shown) return undefined;
    const ours = leaving(accountId);
    return { ...shown, held: shown.held + ours, available: shown.available - ours };
  };
  const awaits = (order: Movement) =>
    [...held, ...decided].some(
      (one) =>
        one.fromAccountId === order.fromAccountId &&
        one.toAccountId === order.toAccountId &&
        one.amount === order.amount,
    );
  const ofKey = (order: TransferOrder): TransferOutcome | undefined => {
    const own = known.find(({ key }) => key === order.key);
    if (own)
      return Buffer.from(own.content).equals(contentOf(order))
        ? outcomeOf(own)
        : { outcome: 'refused', reason: 'key_reused' };
    const now = decided.find(({ key }) => key === order.key);
    return now && { outcome: 'pending', already: true };
  };
  return {
    decided,
    view: {
      balance,
      awaits,
      transfer: (order) => {
        const before = ofKey(order);
        if (before) return before;
        if (!snapshot) return { outcome: 'refused', reason: 'books_away' };
        if (awaits(order)) return { outcome: 'refused', reason: 'already_pending' };
        const source = balance(order.fromAccountId);
        const target = balance(order.toAccountId);
        if (!source || !target) return { outcome: 'refused', reason: 'account_not_found' };
        if (source.closed || target.closed) return { outcome: 'refused', reason: 'account_closed' };
        if (source.currency !== target.currency)
          return { outcome: 'refused', reason: 'currency_mismatch' };
        if (order.amount <= 0n) return { outcome: 'refused', reason: 'amount_not_positive' };
        if (source.available + source.overdraftLimit < order.amount)
          return { outcome: 'refused', reason: 'insufficient_funds' };
        decided.push(order);
        return { outcome: 'pending', already: false };
      },
    },
  };
}

/** Returns the outcome to report for an earlier order. */
export function outcomeOf(order: OrderRow): TransferOutcome {
  switch (order.state) {
    case 'asked':
    case 'sent':
    case 'unknown':
      return { outcome: 'pending', already: true };
    case 'posted': {
      const { balances } = order;
      return {
        outcome: 'posted',
        receipt: { reference: present(order.reference, 'a posted order has its reference') },
        from: balances ? readBalance(balances.from) : undefined,
        to: balances ? readBalance(balances.to) : undefined,
        already: true,
      };
    }
    case 'refused':
      return {
        outcome: 'refused',
        reason: present(order.refusal, 'a refused order has a reason'),
        already: true,
      };
    case 'abandoned':
      return { outcome: 'refused', reason: 'books_away', already: true };
    default:
      return order.state satisfies never;
  }
}

/** Shows an order that may still be posted as a hold on the source account. */
export function heldAs({ key, amount, fromDescription, askedAt }: OrderRow): CoreHold {
  return { id: key, amount, description: fromDescription, placedAt: askedAt };
}
