import type { BookRows } from './rows.ts';

/** A row of the books as the record knows it: its kind and its fields. */
export type BookLine = readonly [kind: string, ...fields: unknown[]];

/** All rows of a batch as lines, table by table. */
export function bookLines(rows: BookRows): BookLine[] {
  const text = remembering();
  return [
    ...rows.transactions.map((row) => transactionLine(row, text)),
    ...rows.entries.map((row) => entryLine(row, text)),
    ...rows.accountEvents.map((row) => accountLine(row, text)),
    ...rows.holdEvents.map((row) => holdLine(row, text)),
  ];
}

/** A line as the record's first format had it: the account on the other side of an entry was not in it. */
export function withoutCounterAccount(line: BookLine): BookLine {
  return line[0] === 'entry' ? [line[0], ...line.slice(1, -1)] : line;
}

type Text = (value: Temporal.PlainDate | Temporal.Instant) => string;

function transactionLine(row: BookRows['transactions'][number], text: Text): BookLine {
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

function entryLine(row: BookRows['entries'][number], text: Text): BookLine {
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
    row.counterAccountId,
  ];
}

function accountLine(row: BookRows['accountEvents'][number], text: Text): BookLine {
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

function holdLine(row: BookRows['holdEvents'][number], text: Text): BookLine {
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

/** The rows of a batch share their day and moment: each is put into words once. */
function remembering(): Text {
  const known = new Map<object, string>();
  return (value) => {
    const found = known.get(value);
    if (found !== undefined) return found;
    const text = value.toString();
    known.set(value, text);
    return text;
  };
}
