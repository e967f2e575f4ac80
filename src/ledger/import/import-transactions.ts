import type { Database } from '../../database/database.ts';
import type { EntriesOrder } from '../order.ts';
import { post } from '../post.ts';
import type { BalanceDifference } from './import-report.ts';
import type { ImportOptions } from './import-options.ts';
import { describeRefusal, openingOrder, rowOrder, type Sides } from './import-orders.ts';
import type { TransactionLine } from './import-rows.ts';
import { differenceOf } from './known-rows.ts';
import type { PlannedAccount } from './plan-import.ts';
import type { ImportError } from './read-table.ts';

/** An order with its row, if it has one. */
interface ImportOrder {
  readonly order: EntriesOrder;
  readonly accountId: string;
  readonly row?: TransactionLine;
  /** For an order without a row: the row that it follows from. */
  readonly line?: number;
}

const batchSize = 1_000;

/**
 * Posts rows in the planned order and compares balances.
 * @returns `errors` only if the books changed after the plan
 */
export async function importTransactions(
  db: Database,
  options: ImportOptions,
  given: {
    readonly work: readonly (PlannedAccount & { readonly sides: Sides })[];
    /** Rows posted by earlier imports. */
    readonly before: number;
  },
): Promise<{
  posted: number;
  already: number;
  compared: number;
  errors: ImportError[];
  differences: BalanceDifference[];
}> {
  const { institutionId, world, keyring } = options;
  const errors: ImportError[] = [];
  const differences: BalanceDifference[] = [];
  const counts = { posted: 0, already: 0, compared: 0 };
  const { work, before } = given;
  const total = work.reduce((sum, { reading }) => sum + reading.rows.length, before);
  let done = before;
  for (const batch of batchesOf(ordersOf(work, options))) {
    const orders = batch.map(({ order }) => order);
    const outcomes = await post(db, { institutionId, world, keyring, orders, isHistory: true });
    for (const [index, { accountId, row, line }] of batch.entries()) {
      const outcome = outcomes[index];
      if (!outcome) continue;
      if (row) done += 1;
      if (outcome.outcome === 'refused') {
        const opening = row ? '' : 'the balance brought forward that follows from it is refused: ';
        const reason = `${opening}${describeRefusal(outcome.reason)}`;
        errors.push({ file: 'transactions', line: row?.line ?? line ?? 0, reason });
        continue;
      }
      if (!row) continue;
      counts[outcome.already ? 'already' : 'posted'] += 1;
      if (row.balance === undefined) continue;
      counts.compared += 1;
      const entry = outcome.entries.find((one) => one.accountId === accountId);
      const difference = entry && differenceOf(row, entry.balanceAfter);
      if (difference) differences.push(difference);
    }
    options.onProgress?.({ stage: 'transactions', done, total });
  }
  return { ...counts, errors, differences };
}

function* ordersOf(
  work: readonly (PlannedAccount & { readonly sides: Sides })[],
  { target }: ImportOptions,
): Generator<ImportOrder> {
  const clean = (text: string) => target.clean?.(text) ?? text;
  for (const { reading, sides, isTouched } of work) {
    const { accountId } = sides;
    // Only an account without entries gets an opening balance.
    const opening = isTouched ? undefined : openingOrder(reading, sides);
    if (opening) {
      const withBalance =
        reading.rows.find(({ balance }) => balance !== undefined) ?? reading.rows[0];
      yield { order: opening, accountId, ...(withBalance ? { line: withBalance.line } : {}) };
    }
    for (const row of reading.rows) yield { order: rowOrder(row, sides, clean), accountId, row };
  }
}

function* batchesOf(orders: Iterable<ImportOrder>): Generator<ImportOrder[]> {
  let batch: ImportOrder[] = [];
  for (const order of orders) {
    batch.push(order);
    if (batch.length < batchSize) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
