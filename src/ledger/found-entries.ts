import type { Queries } from '../database/database.ts';
import { incomingKinds, outgoingKinds } from '../kernel/reversed-kinds.ts';
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
import { type ShownEntry, shownColumns } from './history.ts';

/** A page of a search, in one order over all its accounts. */
export interface PageSearch extends LedgerSearch {
  /** Raised or lowered the balance. */
  readonly direction?: 'in' | 'out' | undefined;
  /** Only entries that agree with one of these. Absent: all. */
  readonly described?: readonly Described[] | undefined;
  readonly leavesOutOwn?: boolean | undefined;
  readonly order: 'newest' | 'largest' | 'smallest';
  /** Only entries after this one. */
  readonly after?: PagePosition | undefined;
  /** The most entries of each account. */
  readonly count: number;
}

export interface Described {
  readonly kind: string;
  readonly description: string;
  readonly checkNumber: string | null;
}

export interface PagePosition {
  readonly accountId: string;
  readonly sequence: bigint;
  readonly effectiveOn: Temporal.PlainDate;
  readonly amount: Amount;
}

const shown = `e.account_id, e.sequence, e.amount, e.balance_after, e.effective_on, e.posted_at, e.kind, e.description,
  e.check_number, e.counter_account_id`;

/** Separate a description's parts and descriptions; no text in the books has them. */
const [between, after] = ['\u0001', '\u0002'];

const listed = (kinds: readonly string[]) => kinds.map((kind) => `'${kind}'`).join();

/** Whether an entry `e` of the account `a` moves its balance against its kind: a returned deposit. */
const isReversed = `case when (e.amount > 0) = (a.normal_side = 1)
          then e.kind in (${listed(outgoingKinds)}) else e.kind in (${listed(incomingKinds)}) end`;

const conditions = `e.institution_id = $1 and e.account_id = r.account_id and ${searchedEntries}
          and (r.direction is null or (e.amount > 0) = ((r.direction = 'in') = (a.normal_side = 1)))
          and (r.described is null or e.kind || chr(1) || coalesce(e.check_number, '') || chr(1) || e.description
            = any(t.texts))
          and (not r.leaves_own or not (${isReversed} or ${isOwnMoney}))`;

/** Each branch serves one order. A search skips the other. */
const statement = {
  name: 'ledger-found-entries',
  text: `select r.place, ${shownColumns}
    from unnest(${searchedTypes}, $10::text[], $11::text[], $12::boolean[], $13::text[], $14::uuid[], $15::bigint[],
        $16::date[], $17::bigint[], $18::int[])
      as r (${searchedNames}, direction, described, leaves_own, ordered, after_account, after_sequence, after_on,
        after_amount, count)
    join accounts a on a.institution_id = $1 and a.id = r.account_id
    ${ownAccounts}
    cross join lateral (select string_to_array(r.described, chr(2)) as texts offset 0) t
    cross join lateral (
      (select ${shown} from entries e
        where r.ordered = 'newest' and ${conditions}
          and (r.after_on is null
            or (e.effective_on, e.account_id, e.sequence) < (r.after_on, r.after_account, r.after_sequence))
        order by e.effective_on desc, e.sequence desc limit r.count)
      union all
      (select ${shown} from entries e
        where r.ordered = 'largest' and ${conditions}
          and (r.after_on is null or (abs(e.amount), e.effective_on, e.account_id, e.sequence)
            < (r.after_amount, r.after_on, r.after_account, r.after_sequence))
        order by abs(e.amount) desc, e.effective_on desc, e.sequence desc limit r.count)
      union all
      (select ${shown} from entries e
        where r.ordered = 'smallest' and ${conditions}
          and (r.after_on is null or (-abs(e.amount), e.effective_on, e.account_id, e.sequence)
            < (-r.after_amount, r.after_on, r.after_account, r.after_sequence))
        order by abs(e.amount), e.effective_on desc, e.sequence desc limit r.count)
    ) e`,
};

/**
 * Reads the first entries of each search, from each of its accounts up to `count`, in no order. It
 * is one statement for all searches.
 */
export async function foundEntries(
  q: Queries,
  institutionId: number,
  searches: readonly PageSearch[],
): Promise<ShownEntry[][]> {
  const rows = rowsOf(searches);
  const answers: ShownEntry[][] = searches.map(() => []);
  if (rows.length === 0) return answers;
  const each = <Value>(of: (search: PageSearch) => Value) => rows.map(({ search }) => of(search));
  const found = await q.query<ShownEntry & { place: number }>(statement, [
    institutionId,
    ...searchedColumns(rows),
    each(({ direction }) => direction ?? null),
    each(({ described }) => described?.map(textOf).join(after) ?? null),
    each(({ leavesOutOwn }) => leavesOutOwn ?? false),
    each(({ order }) => order),
    each((search) => search.after?.accountId ?? null),
    each((search) => search.after?.sequence ?? null),
    each((search) => search.after?.effectiveOn ?? null),
    each((search) => search.after?.amount ?? null),
    each(({ count }) => count),
  ]);
  for (const { place, ...entry } of found) answers[place - 1]?.push(entry);
  return answers;
}

function textOf({ kind, description, checkNumber }: Described): string {
  return [kind, checkNumber ?? '', description].join(between);
}
