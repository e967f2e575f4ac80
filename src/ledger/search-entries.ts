import type { Queries } from '../database/database.ts';
import type { Amount } from '../money/amount.ts';
import { type ShownEntry, shownColumns } from './history.ts';

/** Conditions for entries of an account, newest first. Absent ones don't filter. */
export interface EntrySearch {
  readonly accountId: string;
  /** Matches the description, ignoring case, or the check's number. */
  readonly text?: string | undefined;
  /** Or this amount, in either direction; minor units. */
  readonly amount?: Amount | undefined;
  /** Any of these. */
  readonly kinds?: readonly string[] | undefined;
  /** Raised or lowered the balance. */
  readonly direction?: 'in' | 'out' | undefined;
  /** Effective on this day or later (`from`) or earlier (`to`). */
  readonly from?: Temporal.PlainDate | undefined;
  readonly to?: Temporal.PlainDate | undefined;
  /** Only those before this sequence, for the next page. */
  readonly before?: bigint | undefined;
  /** The limit. */
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
 * Reads a page of an account's history. Without conditions its cost does not grow with the history.
 * With them it scans from the newest until the page is full.
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
