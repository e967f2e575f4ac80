import { hash } from 'node:crypto';
import type { BookRows } from './rows.ts';

/**
 * Computes a batch's digest of the books: SHA-256 over all columns of all its rows, table by table
 * in key order.
 * @returns `undefined` if the batch wrote nothing
 */
export function booksDigest(rows: BookRows): Uint8Array | undefined {
  if (countOf(rows) === 0) return undefined;
  const text = memoized();
  const lines = [
    ...sorted(rows.transactions, (a, b) => compare(a.id, b.id)).map((row) =>
      transactionLine(row, text),
    ),
    ...sorted(
      rows.entries,
      (a, b) => compare(a.accountId, b.accountId) || compare(a.sequence, b.sequence),
    ).map((row) => entryLine(row, text)),
    ...sorted(
      rows.accountEvents,
      (a, b) => compare(a.accountId, b.accountId) || compare(a.number, b.number),
    ).map((row) => accountLine(row, text)),
    ...sorted(
      rows.holdEvents,
      (a, b) => compare(a.holdId, b.holdId) || compare(a.number, b.number),
    ).map((row) => holdLine(row, text)),
  ];
  return hash('sha256', lines.map((line) => JSON.stringify(line)).join('\n'), 'buffer');
}

type Text = (value: Temporal.PlainDate | Temporal.Instant) => string;

function transactionLine(row: BookRows['transactions'][number], text: Text): readonly unknown[] {
  return [
    'transaction',
    row.id,
    row.key,
    Buffer.from(row.content).toString('hex'),
    row.kind,
    row.memo,
    text(row.effectiveOn),
    text(row.postedAt),
    row.reversalOf,
    row.forced,
  ];
}

function entryLine(row: BookRows['entries'][number], text: Text): readonly unknown[] {
  return [
    'entry',
    row.accountId,
    row.sequence.toString(),
    row.transactionId,
    row.amount.toString(),
    row.balanceAfter.toString(),
    text(row.effectiveOn),
    text(row.postedAt),
    row.belowFloor,
    row.kind,
    row.checkNumber,
    row.description,
  ];
}

function accountLine(row: BookRows['accountEvents'][number], text: Text): readonly unknown[] {
  return [
    'account',
    row.accountId,
    row.number,
    row.transactionId,
    row.event,
    row.class,
    row.kind,
    row.currency,
    row.internal,
    row.overdraftLimit?.toString() ?? null,
    text(row.happenedOn),
  ];
}

function holdLine(row: BookRows['holdEvents'][number], text: Text): readonly unknown[] {
  return [
    'hold',
    row.holdId,
    row.number,
    row.transactionId,
    row.accountId,
    row.event,
    row.amount.toString(),
    row.description,
    row.expiresAt?.toString() ?? null,
    text(row.happenedAt),
  ];
}

/** Counts the rows that a batch wrote. */
export function countOf(rows: BookRows): number {
  return (
    rows.transactions.length +
    rows.entries.length +
    rows.accountEvents.length +
    rows.holdEvents.length
  );
}

/** Formats each day and instant once, since the rows of a batch share them. */
function memoized(): Text {
  const known = new Map<object, string>();
  return (value) => {
    const found = known.get(value);
    if (found !== undefined) return found;
    const text = value.toString();
    known.set(value, text);
    return text;
  };
}

function sorted<Row>(rows: readonly Row[], order: (a: Row, b: Row) => number): Row[] {
  return [...rows].sort(order);
}

function compare<Value extends string | number | bigint>(a: Value, b: Value): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
