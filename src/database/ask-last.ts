import type { Parameter, Statement, Transaction } from './database.ts';

/**
 * Runs the last statement of a transaction, together with the commit if possible (see
 * `Transaction.last`).
 */
export async function askLast<Row = Record<string, unknown>>(
  tx: Transaction,
  statement: Statement | string,
  parameters?: readonly Parameter[],
): Promise<Row[]> {
  return tx.last ? tx.last<Row>(statement, parameters) : tx.query<Row>(statement, parameters);
}
