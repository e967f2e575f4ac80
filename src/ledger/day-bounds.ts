import type { Queries } from '../database/database.ts';

/**
 * SQL of two common table expressions, `account` and `bounds`: for each day of `$3::date[]`, in order (`place`), the sequence of
 * the first entry that counts for that day or later, or the one after the newest.
 *
 * Whatever is shown by days (a month's statement, the balance at the end of a day) goes in the order in which it was posted, so
 * that each balance stands on the one before. An entry counts for the latest effective day that was reached before it: one
 * that is dated back belongs to what is being written, and what was written stays as it was.
 *
 * No index has the days, which would cost every posting: they rise along an account's sequence but for what is dated back, so
 * the bound is found by halving. A probe looks at 32 entries, so that single ones dated back do not lead it astray, and the
 * 1,000 before what it found are looked through.
 */
export const dayBounds = `
  account as (
    select version, normal_side as side from accounts where institution_id = $1 and id = $2
  ),
  descent (place, day, step, found) as (
    select d.place::int, d.day, 1::bigint << (1 + floor(log(2.0, greatest(a.version, 1))))::int, 0::bigint
    from unnest($3::date[]) with ordinality as d (day, place) cross join account a
    union all
    select d.place, d.day, d.step / 2, case when d.found + d.step <= a.version and (
        select max(e.effective_on) from entries e
        where e.institution_id = $1 and e.account_id = $2 and e.sequence > d.found + d.step - 32
          and e.sequence <= d.found + d.step
      ) < d.day then d.found + d.step else d.found end
    from descent d cross join account a where d.step > 0
  ),
  bounds as (
    select d.place, d.day, least(d.found + 1, (
        select min(e.sequence) from entries e
        where e.institution_id = $1 and e.account_id = $2 and e.sequence > d.found - 1000 and e.sequence <= d.found
          and e.effective_on >= d.day
      )) as first
    from descent d where d.step = 0
  )`;

const statement = {
  name: 'ledger-day-bounds',
  text: `with recursive ${dayBounds} select first from bounds order by place`,
};

/**
 * For each day the sequence of the first entry that counts for it or for a later one; one more than the newest where there is
 * none. Nothing where there is no such account.
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
