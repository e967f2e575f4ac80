import type { Queries } from '../database/database.ts';
import type { Amount } from '../money/amount.ts';
import { boundsOf } from './day-bounds.ts';

const statement = {
  name: 'ledger-past-balances',
  text: `select p.place::int, coalesce(p.balance, 0) as balance
    from unnest($2::uuid[], $3::date[]) with ordinality as r (account_id, day, place)
    cross join lateral (
      with recursive ${boundsOf('r.account_id', 'array[r.day]')}
      select r.place, (select e.balance_after from entries e
        where e.institution_id = $1 and e.account_id = r.account_id and e.sequence = b.first - 1) as balance
      from bounds b
    ) p`,
};

/**
 * Reads balances at the end of past days, each on its account's normal side. An entry counts for the
 * day that daily balances count it for. One statement reads all, whatever their number.
 * @returns a balance for each request, in order; `undefined`: no such account
 */
export async function pastBalances(
  q: Queries,
  institutionId: number,
  requests: readonly { readonly accountId: string; readonly on: Temporal.PlainDate }[],
): Promise<(Amount | undefined)[]> {
  const rows = await q.query<{ place: number; balance: Amount }>(statement, [
    institutionId,
    requests.map(({ accountId }) => accountId),
    requests.map(({ on }) => on.add({ days: 1 })),
  ]);
  const found = new Map(rows.map(({ place, balance }) => [place, balance]));
  return requests.map((_, index) => found.get(index + 1));
}
