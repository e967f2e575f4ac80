import { amountMax, type Amount } from '../../money/amount.ts';
import type { EntriesOrder, EntryOrder } from '../order.ts';
import type { BookRefusal } from '../refusal.ts';
import type { AccountLine, TransactionLine } from './import-rows.ts';
import type { Reading } from './readings.ts';

/** The two accounts of an imported row. */
export interface Sides {
  readonly accountId: string;
  readonly isLoan: boolean;
  /** The institution's account on the other side. */
  readonly importedId: string;
}

type Legs = readonly [EntryOrder, EntryOrder];

/** Returns the key that posts a row once, however often its file is imported. */
export function rowKey(row: Pick<TransactionLine, 'externalId'>): string {
  return `import:${row.externalId}`;
}

/** Makes the posting for a row. */
export function rowOrder(
  row: TransactionLine,
  sides: Sides,
  clean: (description: string) => string,
): EntriesOrder {
  const [own, other] = legs(sides, row.amount, clean(row.description));
  return {
    order: 'entries',
    key: rowKey(row),
    effectiveOn: row.effectiveOn,
    kind: kindOn(row, sides),
    forced: true,
    entries: [
      row.checkNumber === undefined ? own : { ...own, checkNumber: row.checkNumber },
      other,
    ],
  };
}

/** On a loan nothing is deposited or withdrawn: what lowers the debt is a payment, what raises it an advance. */
function kindOn({ kind, amount }: TransactionLine, sides: Sides): string {
  const isOfDeposits = kind === 'deposit' || kind === 'withdrawal';
  if (!sides.isLoan || !isOfDeposits) return kind;
  return amount < 0n ? 'payment' : 'advance';
}

/** Makes the posting for an account's balance before its first row; `undefined` if it was zero. */
export function openingOrder(
  { opening, rows }: Reading<TransactionLine>,
  sides: Sides,
): EntriesOrder | undefined {
  const [first, ...others] = rows.map(({ effectiveOn }) => effectiveOn);
  if (opening === 0n || !first) return undefined;
  return {
    order: 'entries',
    key: `import-opening:${sides.accountId}`,
    // Before all of them, even if the first posted row is not the first by day.
    effectiveOn: others.reduce(earlier, first),
    kind: 'opening',
    forced: true,
    entries: legs(sides, opening, 'BALANCE BROUGHT FORWARD'),
  };
}

/** Whether an amount exceeds the books' limit. */
export function isTooLarge(amount: Amount): boolean {
  return amount > amountMax || amount < -amountMax;
}

export function isLoan({ kind }: Pick<AccountLine, 'kind'>): boolean {
  return kind === 'loan';
}

export function earlier(a: Temporal.PlainDate, b: Temporal.PlainDate): Temporal.PlainDate {
  return Temporal.PlainDate.compare(a, b) <= 0 ? a : b;
}

/** Words a refusal of the books for the report. */
export function describeRefusal(reason: BookRefusal): string {
  if (reason === 'key_reused') return 'its external_id was imported before with different content';
  if (reason === 'account_closed') return 'its account is closed';
  if (reason === 'limit_exceeded') return 'its amount is above the limit of the books';
  return `the books refuse it: ${reason}`;
}

/** A higher balance for the holder is a credit on a deposit and a debit on a loan. */
function legs(
  { accountId, isLoan: isDebit, importedId }: Sides,
  amount: Amount,
  description: string,
): Legs {
  const debit = isDebit ? amount : -amount;
  return [
    { accountId, amount: debit, description },
    { accountId: importedId, amount: -debit, description: '', kind: 'imported' },
  ];
}
