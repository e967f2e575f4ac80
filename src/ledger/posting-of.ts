import type { Queries } from '../database/database.ts';
import { type ShownEntry, shownColumns } from './history.ts';

/** Finds a transaction's entries by batch, the only suitable index. */
const statement = {
  name: 'ledger-posting-of',
  text: `select ${shownColumns}
    from entries one
    join entries e on e.institution_id = $1 and e.batch_id = one.batch_id and e.transaction_id = one.transaction_id
    join accounts a on a.institution_id = $1 and a.id = e.account_id
    where one.institution_id = $1 and one.account_id = $2 and one.sequence = $3
    order by e.account_id`,
};

/** Reads all entries of the transaction with this entry; empty if there is no such entry. */
export async function postingOf(
  q: Queries,
  institutionId: number,
  entry: { readonly accountId: string; readonly sequence: bigint },
): Promise<ShownEntry[]> {
  return q.query<ShownEntry>(statement, [institutionId, entry.accountId, entry.sequence]);
}
