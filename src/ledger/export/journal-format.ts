import type { JournalAccount, JournalTransaction } from './journal-rows.ts';

/** A plain-text accounting format: what is written before, for, and after the transactions. */
export interface JournalFormat {
  head(currencies: readonly string[]): string;
  account(account: JournalAccount, firstDay: Temporal.PlainDate): string;
  transaction(
    transaction: JournalTransaction,
    accounts: ReadonlyMap<string, JournalAccount>,
  ): string;
  /** Asserts what every account holds in the end. */
  balances(accounts: Iterable<JournalAccount>, lastDay: Temporal.PlainDate): Iterable<string>;
}
