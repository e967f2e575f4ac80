import type { Database } from '../../database/database.ts';
import { beancount } from './beancount.ts';
import { hledger } from './hledger.ts';
import type { JournalFormat } from './journal-format.ts';
import { type JournalAccount, journalAccounts, journalTransactions } from './journal-rows.ts';

export const journalFormats = ['hledger', 'beancount'] as const;
export type JournalFormatName = (typeof journalFormats)[number];

const formats: Readonly<Record<JournalFormatName, JournalFormat>> = { hledger, beancount };

/** Characters to collect before a write. */
const pieceSize = 65_536;

/**
 * Exports the books as a plain-text journal that other programs can audit, including balances to
 * check. It reads one snapshot and streams the entries; only accounts stay in memory. It contains
 * no member: an account is its class, kind and an ordinal.
 * @param write gets the next piece of text, and is awaited
 * @returns how many transactions it wrote
 */
export async function exportJournal(
  db: Database,
  options: { readonly institutionId: number; readonly format: JournalFormatName },
  write: (text: string) => Promise<void> | void,
): Promise<{ accounts: number; transactions: number }> {
  const { institutionId } = options;
  const format = formats[options.format];
  return db.transaction(async (tx) => {
    await tx.query('set transaction isolation level repeatable read read only');
    const accounts = new Map<string, JournalAccount>();
    for await (const account of journalAccounts(tx, institutionId)) {
      accounts.set(account.id, account);
    }
    const [days] = await tx.query<{ first: Temporal.PlainDate | null; last: Temporal.PlainDate }>(
      'select min(effective_on) as first, max(effective_on) as last from entries where institution_id = $1',
      [institutionId],
    );
    let piece = '';
    const put = async (text: string) => {
      piece += text;
      if (piece.length < pieceSize) return;
      await write(piece);
      piece = '';
    };
    const currencies = [...new Set([...accounts.values()].map(({ currency }) => currency))].sort();
    await put(format.head(currencies));
    for (const account of accounts.values()) {
      await put(format.account(account, days?.first ?? account.openedOn));
    }
    let transactions = 0;
    for await (const transaction of journalTransactions(tx, institutionId)) {
      await put(format.transaction(transaction, accounts));
      transactions += 1;
    }
    if (days?.first) {
      for (const text of format.balances(accounts.values(), days.last)) await put(text);
    }
    if (piece !== '') await write(piece);
    return { accounts: accounts.size, transactions };
  });
}
