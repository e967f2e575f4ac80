import type { Queries } from '../database/database.ts';
import type { Amount } from '../money/amount.ts';
import {
  isOwnMoney,
  ownAccounts,
  rowsOf,
  searchedColumns,
  searchedEntries,
  searchedNames,
  searchedTypes,
  type LedgerSearch,
} from './entry-search-sql.ts';

export interface GroupSearch extends LedgerSearch {
  /** Keeps descriptions and check numbers apart, for a test of them. */
  readonly isDescribed: boolean;
}

/** Entries of one search that agree in all that a sum or a test depends on. */
export interface EntryGroup {
  readonly accountId: string;
  /** They raised the balance on the account's normal side. */
  readonly raises: boolean;
  /** The other side is an own account. */
  readonly isOwn: boolean;
  readonly kind: string;
  /** Empty where neither the sum nor a test depends on it. */
  readonly description: string;
  readonly checkNumber: string | null;
  readonly count: number;
  /** Of the amounts without their sign. */
  readonly total: Amount;
}

/** What came in may be a refund, and a payment one of a loan: only the description says so. */
const statement = {
  name: 'ledger-entry-groups',
  text: `select r.place, r.account_id as "accountId", e.raises, e.is_own as "isOwn", e.kind, e.description,
      e.check_number as "checkNumber", count(*)::int as count, sum(e.amount)::bigint as total
    from unnest(${searchedTypes}, $10::boolean[]) as r (${searchedNames}, described)
    join accounts a on a.institution_id = $1 and a.id = r.account_id
    ${ownAccounts}
    cross join lateral (
      select (e.amount > 0) = (a.normal_side = 1) as raises, ${isOwnMoney} as is_own, e.kind, abs(e.amount) as amount,
        case when r.described or e.kind = 'payment' or (e.amount > 0) = (a.normal_side = 1)
          then e.description else '' end as description,
        case when r.described then e.check_number end as check_number
      from entries e
      where e.institution_id = $1 and e.account_id = r.account_id and ${searchedEntries}
    ) e
    group by r.place, r.account_id, e.raises, e.is_own, e.kind, e.description, e.check_number`,
};

/**
 * Adds up the entries of each search by what decides where they count. It is one statement for all
 * searches, and reads only the index of days.
 */
export async function entryGroups(
  q: Queries,
  institutionId: number,
  searches: readonly GroupSearch[],
): Promise<EntryGroup[][]> {
  const rows = rowsOf(searches);
  const answers: EntryGroup[][] = searches.map(() => []);
  if (rows.length === 0) return answers;
  const found = await q.query<EntryGroup & { place: number }>(statement, [
    institutionId,
    ...searchedColumns(rows),
    rows.map(({ search }) => search.isDescribed),
  ]);
  for (const { place, ...group } of found) answers[place - 1]?.push(group);
  return answers;
}
