import { column, type Column } from '../database/column.ts';
import { outsideKinds } from '../kernel/outside-kinds.ts';
import type { Amount } from '../money/amount.ts';

/** A search of some accounts, without what only a program can test. */
export interface LedgerSearch {
  readonly accountIds: readonly string[];
  /** Accounts of the same person: between two of them, money only changes its place. */
  readonly ownAccountIds: readonly string[];
  readonly from?: Temporal.PlainDate | undefined;
  readonly to?: Temporal.PlainDate | undefined;
  readonly kinds?: readonly string[] | undefined;
  /** Bounds of the amount without its sign, both included. */
  readonly amountMin?: Amount | undefined;
  readonly amountMax?: Amount | undefined;
}

/** The types of `searchedColumns`, for `unnest`. */
export const searchedTypes =
  '$2::int[], $3::uuid[], $4::text[], $5::date[], $6::date[], $7::text[], $8::bigint[], $9::bigint[]';

/** The names of these columns in a row `r` for each searched account of each search. */
export const searchedNames = 'place, account_id, own, first, last, kinds, least, most';

/** The conditions for an entry `e` of the account of `r`, besides its keys. The index `entries_days` serves them. */
export const searchedEntries = `e.effective_on between r.first and r.last and abs(e.amount) between r.least and r.most
        and (r.kinds is null or e.kind = any(string_to_array(r.kinds, ',')))`;

const outside = outsideKinds.map((kind) => `'${kind}'`).join();

/** The own accounts of a row `r`, read once and not for each entry: `o.ids`. */
export const ownAccounts = `cross join lateral (select string_to_array(r.own, ',')::uuid[] as ids offset 0) o`;

/**
 * Whether the other side of an entry `e` is an own account too. Our own transfers name it. Books
 * that were imported don't: there, the other side has the same kind, day and amount.
 */
export const isOwnMoney = `case
          when e.counter_account_id = any(o.ids) then true
          when e.kind in (${outside}) then false
          else exists (
            select from entries other
            where other.institution_id = $1 and other.account_id = any(o.ids)
              and other.effective_on = e.effective_on and other.account_id <> e.account_id
              and other.kind = e.kind and other.amount = -e.amount
          )
        end`;

const firstDay = Temporal.PlainDate.from('0001-01-01');
const lastDay = Temporal.PlainDate.from('9999-12-31');
const amountMost = 9_223_372_036_854_775_807n;

/** A searched account of a search; `place` counts searches from 1. */
export interface SearchedRow<Search> {
  readonly place: number;
  readonly accountId: string;
  readonly search: Search;
}

export function rowsOf<Search extends LedgerSearch>(
  searches: readonly Search[],
): SearchedRow<Search>[] {
  return searches.flatMap((search, index) =>
    search.accountIds.map((accountId) => ({ place: index + 1, accountId, search })),
  );
}

/** The parameters from `$2` on: a row for each account of each search. */
export function searchedColumns(
  rows: readonly SearchedRow<LedgerSearch>[],
): (Column | readonly unknown[])[] {
  const each = <Value>(of: (search: LedgerSearch) => Value) => rows.map(({ search }) => of(search));
  return [
    rows.map(({ place }) => place),
    column(
      'uuid',
      rows.map(({ accountId }) => accountId),
    ),
    each(({ ownAccountIds }) => ownAccountIds.join(',')),
    each(({ from }) => from ?? firstDay),
    each(({ to }) => to ?? lastDay),
    each(({ kinds }) => kinds?.join(',') ?? null),
    each(({ amountMin }) => amountMin ?? 0n),
    each(({ amountMax }) => amountMax ?? amountMost),
  ];
}
