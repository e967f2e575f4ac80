import type { Queries } from '../database/database.ts';
import type { Amount } from '../money/amount.ts';
import { type ShownEntry, shownColumns } from './history.ts';

/** Which entries of an account are wanted, newest first; what is absent does not matter. */
export interface EntrySearch {
  readonly accountId: string;
  /** Stands in the description, in capitals or not, or is the check's number. */
  readonly text?: string | undefined;
  /** Or of this size, whichever way it went; minor units. */
  readonly amount?: Amount | undefined;
  /** Any of these. */
  readonly kinds?: readonly string[] | undefined;
  /** What raised, or what lowered the balance. */
  readonly direction?: 'in' | 'out' | undefined;
  /** Effective on this day or later, or earlier. */
  readonly from?: Temporal.PlainDate | undefined;
  readonly to?: Temporal.PlainDate | undefined;
  /** Only those before this sequence: the next page. */
  readonly before?: bigint | undefined;
  /** At most this many. */
  readonly count: number;
}

const statement = {
  name: 'ledger-search-entries',
  text: `select ${shownColumns}
    from accounts a join entries e on e.institution_id = $1 and e.account_id = $2
    where a.institution_id = $1 and a.id = $2
      and ($3::bigint is null or e.sequence < $3)
      and ($4::text is null or strpos(lower(e.description), lower($4)) > 0 or e.check_number = $4
        or abs(e.amount) = $10)
      and ($5::text[] is null or e.kind = any($5))
      and ($6::text is null or (e.amount > 0) = (($6 = 'in') = (a.normal_side = 1)))
      and ($7::date is null or e.effective_on >= $7)
      and ($8::date is null or e.effective_on <= $8)
    order by e.sequence desc limit $9`,
};

/**
 * A page of an account's history. Without conditions its cost does not grow with the length of history; with them it reads from
 * the newest on until the page is full.
 */
export async function searchEntries(
  q: Queries,
  institutionId: number,
  search: EntrySearch,
): Promise<ShownEntry[]> {
  return q.query<ShownEntry>(statement, [
    institutionId,
    search.accountId,
    search.before ?? null,
    search.text ?? null,
    search.kinds ?? null,
    search.direction ?? null,
    search.from ?? null,
    search.to ?? null,
    search.count,
    search.amount ?? null,
  ]);
}
