import type { Queries } from '../database/database.ts';

/**
 * SQL of two common table expressions, `account` and `bounds`. For each day of `$3::date[]`, in
 * order (`place`), they find the first entry that counts for that day or later: its sequence, or
 * the one after the newest.
 *
 * Statements and daily balances are in posting order, so that each balance follows from the
 * previous one. An entry counts for the latest effective day reached before it. So a backdated
 * entry belongs to the current period, and past periods never change.
 *
 * An index of days has no order of posting. Days rise along an account's sequence except for
 * backdated entries, so a binary search finds the bound. Each probe reads 32
 * entries, so that single backdated ones don't mislead it. Then it scans the 1,000 entries before
 * the result.
 */
export const dayBounds = boundsOf('$2', '$3::date[]');

/** The same for another account and other days, as a lateral subquery has them. */
export function boundsOf(account: string, days: string): string {
  return `
  account as (
    select version, normal_side as side from accounts where institution_id = $1 and id = ${account}
  ),
  descent (place, day, step, found) as (
    select d.place::int, d.day, 1::bigint << (1 + floor(log(2.0, greatest(a.version, 1))))::int, 0::bigint
    from unnest(${days}) with ordinality as d (day, place) cross join account a
    union all
    select d.place, d.day, d.step / 2, case when d.found + d.step <= a.version and (
        select max(e.effective_on) from entries e
        where e.institution_id = $1 and e.account_id = ${account} and e.sequence > d.found + d.step - 32
          and e.sequence <= d.found + d.step
      ) < d.day then d.found + d.step else d.found end
    from descent d cross join account a where d.step > 0
  ),
  bounds as (
    select d.place, d.day, least(d.found + 1, (
        select min(e.sequence) from entries e
        where e.institution_id = $1 and e.account_id = ${account} and e.sequence > d.found - 1000 and e.sequence <= d.found
          and e.effective_on >= d.day
      )) as first
    from descent d where d.step = 0
  )`;
}

const statement = {
  name: 'ledger-day-bounds',
  text: `with recursive ${dayBounds} select first from bounds order by place`,
};

/**
 * Finds for each day the sequence of the first entry that counts for it or later; one after the
 * newest if there is none. Empty if there is no such account.
 */
export async function firstSequences(
  q: Queries,
  where: { readonly institutionId: number; readonly accountId: string },
  days: readonly Temporal.PlainDate[],
): Promise<bigint[]> {
  const rows = await q.query<{ first: bigint }>(statement, [
    where.institutionId,
    where.accountId,
    days,
  ]);
  return rows.map(({ first }) => first);
}
