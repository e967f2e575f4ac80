import { column } from '../database/column.ts';
import type { Queries } from '../database/database.ts';
import type { KnownOrder } from './books.ts';
import type { PostedEntry } from './outcome.ts';

/**
 * Descends the index once for each key. With `= any`, a plan made while the table was small would
 * scan it all.
 */
const findKeys = {
  name: 'ledger-find-keys',
  text: `select t.* from unnest($2::text[]) as k (key) cross join lateral (
      select key, content, id, batch_id as "batchId", kind from transactions
      where institution_id = $1 and key = k.key limit 1
    ) t`,
};

const findEntries = `select transaction_id as "transactionId", account_id as "accountId", sequence, amount,
    balance_after as "balanceAfter"
  from entries where institution_id = $1 and batch_id = any($2::uuid[]) and transaction_id = any($3::uuid[])
  order by account_id`;

const findPlacements = `select transaction_id as "transactionId", hold_id as "holdId"
  from hold_events where institution_id = $1 and batch_id = any($2::uuid[]) and transaction_id = any($3::uuid[])
    and event = 'placed'`;

/** Loads the orders executed under these keys, with their results. */
export async function loadKnown(
  q: Queries,
  institutionId: number,
  keys: readonly string[],
): Promise<Map<string, KnownOrder>> {
  const found = await q.query<{
    key: string;
    content: Uint8Array;
    id: string;
    batchId: string;
    kind: string;
  }>(findKeys, [institutionId, column('text', keys)]);
  if (found.length === 0) return new Map();
  const where = [
    institutionId,
    [...new Set(found.map(({ batchId }) => batchId))],
    found.map(({ id }) => id),
  ];
  const entries = await q.query<PostedEntry & { transactionId: string }>(findEntries, where);
  const placed = found.some(({ kind }) => kind === 'hold_placed')
    ? await q.query<{ transactionId: string; holdId: string }>(findPlacements, where)
    : [];
  const entriesOf = Map.groupBy(entries, ({ transactionId }) => transactionId);
  const holdOf = new Map(placed.map(({ transactionId, holdId }) => [transactionId, holdId]));
  return new Map(
    found.map(({ key, content, id }) => {
      const holdId = holdOf.get(id);
      const known: KnownOrder = {
        content,
        transactionId: id,
        entries: entriesOf.get(id) ?? [],
        ...(holdId === undefined ? {} : { holdId }),
      };
      return [key, known];
    }),
  );
}
