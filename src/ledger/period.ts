import type { Queries } from '../database/database.ts';
import type { Amount } from '../money/amount.ts';
import { dayBounds } from './day-bounds.ts';
import { type ShownEntry, shownColumns } from './history.ts';

/** An account's changes between two days, both included; amounts on its normal side. */
export interface Period {
  readonly opening: Amount;
  readonly closing: Amount;
  /** In posting order. */
  readonly entries: readonly ShownEntry[];
}

const statement = {
  name: 'ledger-period',
  text: `with recursive ${dayBounds},
    range as (select (select first from bounds where place = 1) as first, (select first from bounds where place = 2) as next),
    edges as (
      select coalesce((select balance_after from entries
          where institution_id = $1 and account_id = $2 and sequence = r.first - 1), 0) as opening,
        coalesce((select balance_after from entries
          where institution_id = $1 and account_id = $2 and sequence = r.next - 1), 0) as closing
      from range r cross join account
    )
    select g.opening as "periodOpening", g.closing as "periodClosing", ${shownColumns}
    from edges g cross join range r cross join (select side as normal_side from account) a
    left join lateral (
      select * from entries
      where institution_id = $1 and account_id = $2 and sequence >= r.first and sequence < r.next
      order by sequence limit $4
    ) e on true
    order by e.sequence`,
};

type Row = { periodOpening: Amount; periodClosing: Amount } & {
  [Field in keyof ShownEntry]: ShownEntry[Field] | null;
};

/**
 * Reads the entries that count for the days from `from` to `to`, with the balances at both ends:
 * opening plus entries equals closing. Its cost depends only on the size of the result.
 * @returns `undefined` if there is no such account; `'too_many'` if there are more than `count`
 *   entries
 */
export async function readPeriod(
  q: Queries,
  where: { readonly institutionId: number; readonly accountId: string },
  period: {
    readonly from: Temporal.PlainDate;
    readonly to: Temporal.PlainDate;
    readonly count: number;
  },
): Promise<Period | 'too_many' | undefined> {
  const { from, to, count } = period;
  const rows = await q.query<Row>(statement, [
    where.institutionId,
    where.accountId,
    [from, to.add({ days: 1 })],
    count + 1,
  ]);
  const [first] = rows;
  if (!first) return undefined;
  const entries = rows.flatMap(({ periodOpening: _opening, periodClosing: _closing, ...entry }) =>
    isEntry(entry) ? [entry] : [],
  );
  if (entries.length > count) return 'too_many';
  return { opening: first.periodOpening, closing: first.periodClosing, entries };
}

function isEntry(entry: { [Field in keyof ShownEntry]: ShownEntry[Field] | null }): entry is {
  [Field in keyof ShownEntry]: ShownEntry[Field];
} {
  return entry.sequence !== null;
}
