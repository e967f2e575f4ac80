import type { Queries } from '../database/database.ts';
import type { Amount } from '../money/amount.ts';
import { dayBounds } from './day-bounds.ts';

/** The balance at the end of a day on which it changed. */
export interface DayBalance {
  readonly on: Temporal.PlainDate;
  readonly balance: Amount;
}

/** A period's balances: the one before it, and one for each day with a posting. */
export interface DailyBalances {
  readonly opening: Amount;
  readonly days: readonly DayBalance[];
}

const statement = {
  name: 'ledger-daily-balances',
  text: `with recursive ${dayBounds},
    range as (select (select first from bounds where place = 1) as first, (select first from bounds where place = 2) as next),
    reached as (
      select e.sequence, e.balance_after, max(e.effective_on) over (order by e.sequence) as day
      from range r join entries e on e.institution_id = $1 and e.account_id = $2
        and e.sequence >= r.first and e.sequence < r.next
    ),
    ends as (select distinct on (day) day, balance_after from reached order by day, sequence desc)
    select coalesce((select balance_after from entries
        where institution_id = $1 and account_id = $2 and sequence = r.first - 1), 0) as opening,
      d.day as "on", d.balance_after as balance
    from range r cross join account left join ends d on true
    order by d.day`,
};

/**
 * Reads an account's balance at the end of each day in a period on which it changed, on its normal
 * side. It reads only the period's entries.
 * @returns `undefined` if there is no such account
 */
export async function dailyBalances(
  q: Queries,
  where: { readonly institutionId: number; readonly accountId: string },
  { from, to }: { readonly from: Temporal.PlainDate; readonly to: Temporal.PlainDate },
): Promise<DailyBalances | undefined> {
  const rows = await q.query<{
    opening: Amount;
    on: Temporal.PlainDate | null;
    balance: Amount | null;
  }>(statement, [where.institutionId, where.accountId, [from, to.add({ days: 1 })]]);
  const [first] = rows;
  if (!first) return undefined;
  return {
    opening: first.opening,
    days: rows.flatMap(({ on, balance }) => (on && balance !== null ? [{ on, balance }] : [])),
  };
}
