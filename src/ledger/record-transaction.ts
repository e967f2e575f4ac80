import { postedEntry, type Books } from './books.ts';
import type { Outcome } from './outcome.ts';
import type { EntryRow } from './rows.ts';

/** Records an executed order, so that it gets written and its key is known from now on. */
export function recordTransaction(
  books: Books,
  options: {
    readonly id: string;
    readonly order: {
      readonly key: string;
      readonly memo?: string;
      readonly effectiveOn: Temporal.PlainDate;
    };
    readonly content: Uint8Array;
    readonly kind: string;
    readonly reversalOf?: string;
    readonly forced?: boolean;
    readonly entries?: readonly EntryRow[];
    readonly holdId?: string;
  },
): Outcome {
  const { id, order, content, kind, holdId } = options;
  const rows = options.entries ?? [];
  books.decided.transactions.push({
    id,
    key: order.key,
    content,
    kind,
    memo: order.memo ?? '',
    effectiveOn: order.effectiveOn,
    postedAt: books.now,
    reversalOf: options.reversalOf ?? null,
    forced: options.forced ?? false,
  });
  for (const row of rows) books.decided.entries.push(row);
  const entries = rows.map(postedEntry);
  const hold = holdId === undefined ? {} : { holdId };
  books.known.set(order.key, { content, transactionId: id, entries, ...hold });
  return { outcome: 'posted', transactionId: id, already: false, entries, ...hold };
}
