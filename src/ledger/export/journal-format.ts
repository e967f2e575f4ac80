import type { JournalAccount, JournalTransaction } from './journal-rows.ts';

/** A plain-text accounting format: the text before, for, and after the transactions. */
export interface JournalFormat {
  head(currencies: readonly string[]): string;
  account(account: JournalAccount, firstDay: Temporal.PlainDate): string;
  transaction(
    transaction: JournalTransaction,
    accounts: ReadonlyMap<string, JournalAccount>,
  ): string;
  /** Asserts every account's closing balance. */
  balances(accounts: Iterable<JournalAccount>, lastDay: Temporal.PlainDate): Iterable<string>;
}
