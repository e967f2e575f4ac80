import { createHash } from 'node:crypto';
import { bookLines, withoutCounterAccount } from './lines.ts';
import type { BookRows } from './rows.ts';

/**
 * What the record keeps of a batch in the books in its first format: SHA-256 over all its rows, table by table in the order of their
 * keys. No batch is written so any more.
 * @returns `undefined` where the batch wrote nothing
 */
export function booksDigest(rows: BookRows): Uint8Array | undefined {
  const lines = bookLines({
    transactions: sorted(rows.transactions, (a, b) => compare(a.id, b.id)),
    entries: sorted(
      rows.entries,
      (a, b) => compare(a.accountId, b.accountId) || compare(a.sequence, b.sequence),
    ),
    accountEvents: sorted(
      rows.accountEvents,
      (a, b) => compare(a.accountId, b.accountId) || compare(a.number, b.number),
    ),
    holdEvents: sorted(
      rows.holdEvents,
      (a, b) => compare(a.holdId, b.holdId) || compare(a.number, b.number),
    ),
  });
  if (lines.length === 0) return undefined;
  const text = lines.map((line) => JSON.stringify(withoutCounterAccount(line))).join('\n');
  return createHash('sha256').update(text).digest();
}

function sorted<Row>(rows: readonly Row[], order: (a: Row, b: Row) => number): Row[] {
  return [...rows].sort(order);
}

function compare<Value extends string | number | bigint>(a: Value, b: Value): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
