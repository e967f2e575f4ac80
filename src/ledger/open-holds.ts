import type { Queries } from '../database/database.ts';
import { type Hold, holdColumns } from './hold.ts';

const openHoldsOf = {
  name: 'ledger-open-holds',
  text: `select ${holdColumns} from holds
    where institution_id = $1 and account_id = any($2::uuid[]) and state = 'open'
    order by remaining desc, id`,
};

/** Reads the open holds of accounts, largest first. A due hold stays open until it is expired. */
export async function openHolds(
  q: Queries,
  institutionId: number,
  accountIds: readonly string[],
): Promise<Hold[]> {
  return q.query<Hold>(openHoldsOf, [institutionId, accountIds]);
}
