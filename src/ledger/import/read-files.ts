import { type Currency, currencyOf } from '../../money/amount.ts';
import { shown } from './fields.ts';
import type { ImportOptions } from './import-options.ts';
import { isLoan } from './import-orders.ts';
import {
  type AccountLine,
  accountColumnNames,
  optionalAccountColumns,
  optionalTransactionColumns,
  readAccount,
  readTransaction,
  shareOf,
  shareOfFields,
  type TransactionLine,
  transactionColumnNames,
} from './import-rows.ts';
import { type Finding, readTable } from './read-table.ts';

/** The contents of both files, with the errors of their lines. */
export interface ReadFiles {
  /** By share. */
  readonly accounts: ReadonlyMap<string, AccountLine>;
  /** By share, in file order. Debts on a loan are positive. */
  readonly rows: ReadonlyMap<string, readonly TransactionLine[]>;
  readonly lines: { readonly accounts: number; readonly transactions: number };
  /** Rows left out, because they are before the first day asked for. */
  readonly before: number;
  readonly errors: readonly Finding[];
}

/** Reads the files and checks each line on its own. */
export async function readFiles(options: ImportOptions): Promise<ReadFiles> {
  const accountFile = await readTable(options.accounts, {
    file: 'accounts',
    names: accountColumnNames,
    optional: optionalAccountColumns,
    shareOf: shareOfFields,
    read: (fields, line, has) => {
      const row = readAccount(fields, line, has('joint_owners'));
      return typeof row === 'string' ? row : (foreignCurrency(row, options.currencies) ?? row);
    },
  });
  const accounts = withoutRepeats(accountFile.rows, {
    file: 'accounts',
    keyOf: shareOf,
    shareOf,
    name: (share) => `account ${share}`,
  });
  const byShare = new Map(accounts.rows.map((row) => [shareOf(row), row]));
  const currencies = new Map<string, Currency | undefined>();
  for (const [share, { currency }] of byShare) currencies.set(share, currencyOf(currency));
  const transactionFile = await readTable(options.transactions, {
    file: 'transactions',
    names: transactionColumnNames,
    optional: optionalTransactionColumns,
    shareOf: shareOfFields,
    read: (fields, line) =>
      otherCurrency(fields.currency, currencies.get(shareOfFields(fields))) ??
      readTransaction(fields, line, (share) => currencies.get(share)?.digits),
  });
  const transactions = withoutRepeats(transactionFile.rows, {
    file: 'transactions',
    keyOf: ({ externalId }) => externalId,
    shareOf: ({ share }) => share,
    name: (externalId) => `external_id "${shown(externalId)}"`,
  });
  const turned = transactions.rows.map((row) => {
    const account = byShare.get(row.share);
    return options.debts === 'negative' && account && isLoan(account) ? withReversedSign(row) : row;
  });
  const { since } = options;
  const wanted = since
    ? turned.filter(({ effectiveOn }) => Temporal.PlainDate.compare(effectiveOn, since) >= 0)
    : turned;
  return {
    accounts: byShare,
    before: turned.length - wanted.length,
    rows: Map.groupBy(wanted, ({ share }) => share),
    lines: { accounts: accountFile.lines, transactions: transactionFile.lines },
    errors: [
      ...accountFile.errors,
      ...accounts.errors,
      ...transactionFile.errors,
      ...transactions.errors,
    ],
  };
}

function foreignCurrency(
  { currency }: AccountLine,
  allowed: readonly string[] | undefined,
): string | undefined {
  if (!allowed || allowed.includes(currency)) return undefined;
  return `its currency is ${currency}, and the institution's ${allowed.join(', ')}: use --allow-currency ${currency} to import it`;
}

/** An amount in another currency than the account's is another amount. */
function otherCurrency(given: string, account: Currency | undefined): string | undefined {
  const code = given.trim().toUpperCase();
  if (code === '' || !account || code === account.code) return undefined;
  return `currency "${shown(given)}" is not the account’s, ${account.code}`;
}

/** Changes a row's sign, so that a debt is positive. */
function withReversedSign(row: TransactionLine): TransactionLine {
  const { amount, balance } = row;
  return { ...row, amount: -amount, balance: balance === undefined ? undefined : -balance };
}

/** Keeps the first row of each key. The others are errors, even if equal. */
function withoutRepeats<Row extends { readonly line: number }>(
  rows: readonly Row[],
  given: {
    readonly file: Finding['file'];
    readonly keyOf: (row: Row) => string;
    readonly shareOf: (row: Row) => string;
    readonly name: (key: string) => string;
  },
): { rows: Row[]; errors: Finding[] } {
  const { file } = given;
  const firsts = new Map<string, Row>();
  const errors: Finding[] = [];
  for (const row of rows) {
    const key = given.keyOf(row);
    const first = firsts.get(key);
    if (!first) {
      firsts.set(key, row);
      continue;
    }
    const reason = `${given.name(key)} is already in line ${first.line}`;
    errors.push({ file, line: row.line, reason, share: given.shareOf(row) });
  }
  return { rows: [...firsts.values()], errors };
}
