import type { Books, Original } from './books.ts';
import { legsRefusal, postLegs } from './decide-posting.ts';
import type { ReversalOrder } from './order.ts';
import { type Outcome, refused } from './outcome.ts';

/** Reverses a transaction with the opposite of each of its entries. */
export function decideReversal(books: Books, order: ReversalOrder, content: Uint8Array): Outcome {
  const original = originalOf(books, order.transactionId);
  // Events of holds and accounts have no entries. Their own orders undo them.
  if (!original || original.entries.length === 0) return refused('transaction_not_found');
  const legs = original.entries.map(({ accountId, amount, kind }) => ({
    accountId,
    amount: -amount,
    kind,
    description: order.description,
  }));
  const refusal = legsRefusal(books, legs, { amount: 1n, limit: order.limit });
  if (refusal) return refused(refusal);
  if (original.isReversed) return refused('already_reversed');
  return postLegs(books, {
    order,
    content,
    kind: 'reversal',
    legs,
    reversalOf: order.transactionId,
  });
}

function originalOf(books: Books, id: string): Original | undefined {
  const { transactions, entries } = books.decided;
  const isReversed = transactions.some(({ reversalOf }) => reversalOf === id);
  const loaded = books.originals.get(id);
  if (loaded) return { ...loaded, isReversed: loaded.isReversed || isReversed };
  if (!transactions.some((transaction) => transaction.id === id)) return undefined;
  return { entries: entries.filter((entry) => entry.transactionId === id), isReversed };
}
