import type { Database } from '../../database/database.ts';
import type { Seals } from '../../kernel/seal.ts';
import type { World } from '../../kernel/world.ts';
import { type Amount, currencyOf } from '../../money/amount.ts';
import { importAccounts, type ImportedAccount } from './import-accounts.ts';
import {
  accountColumnNames,
  readAccount,
  readTransaction,
  type TransactionLine,
  transactionColumnNames,
} from './import-rows.ts';
import type { ImportTarget } from './import-target.ts';
import { importTransactions } from './import-transactions.ts';
import { type ImportError, readTable } from './read-table.ts';

export interface ImportOptions {
  readonly institutionId: number;
  /** CSV with the header of `accountColumnNames`, in pieces of any size. */
  readonly accounts: AsyncIterable<string>;
  /** CSV with the header of `transactionColumnNames`. */
  readonly transactions: AsyncIterable<string>;
  readonly target: ImportTarget;
  /** The institution's day: accounts without transactions are opened on it. */
  readonly today: Temporal.PlainDate;
  readonly world: World;
  readonly seals?: Seals | undefined;
  readonly onProgress?: ((progress: ImportProgress) => void) | undefined;
}

export interface ImportProgress {
  readonly stage: 'accounts' | 'transactions';
  readonly done: number;
  readonly total: number;
}

export interface ImportReport {
  readonly accounts: { readonly lines: number; readonly opened: number; readonly already: number };
  readonly transactions: {
    readonly lines: number;
    readonly posted: number;
    readonly already: number;
    /** Rows whose balance could be compared. */
    readonly compared: number;
  };
  /** Every line that was not taken, and why; the others were. */
  readonly errors: readonly ImportError[];
  /** What was left out of lines that were taken. */
  readonly notes: readonly ImportError[];
  /** Every row after which the old system showed another balance than the books do. */
  readonly differences: readonly BalanceDifference[];
}

export interface BalanceDifference {
  readonly line: number;
  readonly externalId: string;
  readonly share: string;
  /** The old system's. */
  readonly shown: Amount;
  /** The books'. */
  readonly computed: Amount;
}

/**
 * Brings accounts and dated transactions in from another system. Both files are read whole and checked first (about 500
 * bytes of memory a row); then every good row is posted, day by day for each account, rows of a day in the file's order,
 * against the internal account `imported`. The opening balance is the first row's balance less its amount; overdrawn
 * accounts are taken as they are.
 *
 * Begun again, after an interruption or for nothing, it posts what is missing and no row twice: each has its external id
 * as its key.
 */
export async function importBooks(db: Database, options: ImportOptions): Promise<ImportReport> {
  const accountFile = await readTable(options.accounts, {
    file: 'accounts',
    names: accountColumnNames,
    read: readAccount,
  });
  const currencies = new Map(
    accountFile.rows.map((row) => [`${row.memberNumber}/${row.suffix}`, row.currency]),
  );
  const transactionFile = await readTable(options.transactions, {
    file: 'transactions',
    names: transactionColumnNames,
    read: (fields, line) =>
      readTransaction(fields, line, (share) => currencyOf(currencies.get(share) ?? '')?.digits),
  });
  const unique = withoutRepeats(transactionFile.rows);
  const rowsOf = Map.groupBy(unique.rows, ({ share }) => share);
  const opened = await importAccounts(db, options, accountFile.rows, firstDays(rowsOf));
  // Statements planned while the tables were small are planned anew.
  if (opened.opened > 0) await db.query('analyze accounts');
  const posted = await importTransactions(db, options, inOrder(opened.accounts, rowsOf));
  const lost = unique.rows.filter(({ share }) => !opened.accounts.has(share));
  const errors = [
    ...accountFile.errors,
    ...opened.errors,
    ...transactionFile.errors,
    ...unique.errors,
    ...lost.map(({ line, share }) => ({
      file: 'transactions' as const,
      line,
      reason: `account ${share} was not opened`,
    })),
    ...posted.errors,
  ];
  return {
    accounts: { lines: accountFile.lines, opened: opened.opened, already: opened.already },
    transactions: {
      lines: transactionFile.lines,
      posted: posted.posted,
      already: posted.already,
      compared: posted.compared,
    },
    notes: opened.notes,
    errors: errors.sort((a, b) => (a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1)),
    differences: posted.differences.sort((a, b) => a.line - b.line),
  };
}

/** The first row of each external id; the others are errors, also where they say the same. */
function withoutRepeats(rows: readonly TransactionLine[]): {
  rows: TransactionLine[];
  errors: ImportError[];
} {
  const lines = new Map<string, number>();
  const errors: ImportError[] = [];
  const kept = rows.filter(({ externalId, line }) => {
    const first = lines.get(externalId);
    if (first === undefined) {
      lines.set(externalId, line);
      return true;
    }
    const reason = `external_id "${externalId}" already stands in line ${first}`;
    errors.push({ file: 'transactions', line, reason });
    return false;
  });
  return { rows: kept, errors };
}

function firstDays(
  rowsOf: ReadonlyMap<string, readonly TransactionLine[]>,
): Map<string, Temporal.PlainDate> {
  const days = new Map<string, Temporal.PlainDate>();
  for (const [share, rows] of rowsOf) {
    for (const { effectiveOn } of rows) {
      const first = days.get(share);
      if (!first || Temporal.PlainDate.compare(effectiveOn, first) < 0) {
        days.set(share, effectiveOn);
      }
    }
  }
  return days;
}

/** Each account with its rows day by day; those of a day stay in the file's order. */
function inOrder(
  accounts: ReadonlyMap<string, ImportedAccount>,
  rowsOf: ReadonlyMap<string, readonly TransactionLine[]>,
): { account: ImportedAccount; rows: TransactionLine[] }[] {
  return [...accounts].flatMap(([share, account]) => {
    const rows = rowsOf.get(share);
    if (!rows) return [];
    const sorted = [...rows].sort(
      (a, b) => Temporal.PlainDate.compare(a.effectiveOn, b.effectiveOn) || a.line - b.line,
    );
    return [{ account, rows: sorted }];
  });
}
