import type { TableRecord } from '../ledger/import/read-table.ts';
import { transactionColumnNames } from '../ledger/import/import-rows.ts';

/** A file of transactions with its header alone. */
export async function* noTransactions(): AsyncGenerator<TableRecord> {
  yield await Promise.resolve({ line: 1, fields: transactionColumnNames });
}
