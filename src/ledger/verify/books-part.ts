import type { Queries } from '../../database/database.ts';
import type { RecordPart } from '../../audit/record-part.ts';
import { booksDigest } from '../digest.ts';
import { bookContents, bookRowName } from '../leaves.ts';
import type { AccountEventRow, BookRows, EntryRow, HoldEventRow, TransactionRow } from '../rows.ts';

/** The books as a part of the record: what `verify` reads again. */
export const booksPart: RecordPart = {
  name: 'books',
  digests: async (q, institutionId, batchIds) => {
    const batches = await rowsOf(q, institutionId, batchIds);
    const digests = new Map<string, Uint8Array>();
    for (const [id, rows] of batches) {
      const digest = booksDigest(rows);
      if (digest) digests.set(id, digest);
    }
    return digests;
  },
  contents: async (q, institutionId, batches) => {
    const ids = batches.map(({ id }) => id);
    const found = await rowsOf(q, institutionId, ids);
    return new Map([...found].map(([id, rows]) => [id, bookContents(rows)]));
  },
  nameOf: bookRowName,
  strays,
};

/** What each of these batches has in the books now. */
async function rowsOf(
  q: Queries,
  institutionId: number,
  batchIds: readonly string[],
): Promise<Map<string, BookRows>> {
  const read = async <Row>(columns: string, table: string) => {
    const rows = await q.query<Row & { batchId: string }>(
      `select batch_id as "batchId", ${columns} from ${table}
        where institution_id = $1 and batch_id = any($2::uuid[])`,
      [institutionId, batchIds],
    );
    return Map.groupBy(rows, ({ batchId }) => batchId);
  };
  const transactions = await read<TransactionRow>(transactionColumns, 'transactions');
  const entries = await read<EntryRow>(entryColumns, 'entries');
  const accountEvents = await read<AccountEventRow>(accountEventColumns, 'account_events');
  const holdEvents = await read<HoldEventRow>(holdEventColumns, 'hold_events');
  return new Map(
    batchIds.map((id) => [
      id,
      {
        transactions: transactions.get(id) ?? [],
        entries: entries.get(id) ?? [],
        accountEvents: accountEvents.get(id) ?? [],
        holdEvents: holdEvents.get(id) ?? [],
      },
    ]),
  );
}

export const transactionColumns = `id, key, content, kind, memo, effective_on as "effectiveOn", posted_at as "postedAt",
  reversal_of as "reversalOf", forced`;
const entryColumns = `account_id as "accountId", sequence, transaction_id as "transactionId", counter_account_id as "counterAccountId", amount,
  balance_after as "balanceAfter", effective_on as "effectiveOn", posted_at as "postedAt", below_floor as "belowFloor",
  kind, check_number as "checkNumber", description`;
const accountEventColumns = `account_id as "accountId", number, transaction_id as "transactionId", event, class, kind,
  currency, internal, overdraft_limit as "overdraftLimit", happened_on as "happenedOn"`;
const holdEventColumns = `hold_id as "holdId", number, transaction_id as "transactionId", account_id as "accountId",
  event, amount, description, expires_at as "expiresAt", happened_at as "happenedAt"`;

async function strays(q: Queries, institutionId: number): Promise<string[]> {
  const found = await q.query<{ stray: string }>(
    `select stray from (
        select batch_id, 'transaction ' || id as stray from transactions where institution_id = $1
        union all
        select batch_id, 'account ' || account_id || ' entry ' || sequence from entries where institution_id = $1
        union all
        select batch_id, 'account ' || account_id || ' event ' || number from account_events where institution_id = $1
        union all
        select batch_id, 'hold ' || hold_id || ' event ' || number from hold_events where institution_id = $1
      ) r
      where not exists (select from chain c where c.institution_id = $1 and c.batch_id = r.batch_id)
      limit 20`,
    [institutionId],
  );
  return found.map(({ stray }) => stray);
}
