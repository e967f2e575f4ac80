import type { Queries } from '../database/database.ts';
import { alertKinds } from '../kernel/vocabulary/alert-kind.ts';
import { rowSet } from '../database/row-set.ts';
import type { Watch } from './detect.ts';
import { fitsShare } from './fits-share.ts';
import type { MovedAccount } from './moved-account.ts';

const movedRows = rowSet<MovedAccount>({
  from: 2,
  columns: [
    ['account_id', 'uuid', (row) => row.accountId],
    ['before', 'bigint', (row) => row.before],
    ['after', 'bigint', (row) => row.after],
    ['most_in', 'bigint', ({ entries }) => mostOf(entries, 1n)],
    ['most_out', 'bigint', ({ entries }) => mostOf(entries, -1n)],
    ['holds', 'boolean', ({ holds }) => holds.length > 0],
  ],
});

/** The kinds that may be about a loan. A rule for all accounts passes over loans if its kind is not among them. */
const loanKinds = alertKinds.filter((kind) => fitsShare(kind, { kind: 'loan' }));

/**
 * Rules that can't fire stay in the database: they are sorted out before firings are looked for. Of
 * the rules for low balances, those that may have recovered are known only by their firing.
 */
const statement = {
  name: 'alerts-watches',
  text: `select r.id as "ruleId", r.member_id as "memberId", r.kind, n.account_id as "accountId", r.amount,
      r.set_at as "setAt",
      f.fired_at as "firedAt", (select i.zone from institutions i where i.id = $1) as zone
    from ${movedRows.text}
    join shares s on s.institution_id = $1 and s.account_id = n.account_id
    join share_owners o on o.institution_id = $1 and o.share_id = s.id and o.may_see
    join alert_rules r on r.institution_id = $1 and r.member_id = o.member_id
      and (r.share_id is null or r.share_id = s.id)
      and (s.kind <> 'loan' or r.kind in (${loanKinds.map((kind) => `'${kind}'`).join(', ')}))
      and case r.kind
        when 'low' then n.after > r.amount or (n.before >= r.amount and n.after < r.amount)
        when 'deposit' then n.most_in >= r.amount
        when 'withdrawal' then n.most_out >= r.amount
        when 'pay' then n.most_in > 0
        when 'check' then n.most_out > 0
        when 'hold' then n.holds
        else false
      end
    left join alert_firings f on f.institution_id = $1 and f.rule_id = r.id and f.fired_at >= r.set_at
    where r.kind <> 'low' or n.after < r.amount or f.fired_at is not null
    order by r.id, n.account_id`,
};

/**
 * Loads the rules that these changes of accounts may fire: of members who may see the account. One
 * statement for the whole batch. Call it after the accounts are locked.
 */
export async function watchesOf(
  tx: Queries,
  institutionId: number,
  moved: readonly MovedAccount[],
): Promise<Watch[]> {
  if (moved.length === 0) return [];
  return tx.query<Watch>(statement, [institutionId, ...movedRows.parameters(moved)]);
}

/** The greatest amount that came in, or went out. 0: none did. */
function mostOf(entries: MovedAccount['entries'], sign: 1n | -1n): bigint {
  return entries.reduce((most, { amount }) => (amount * sign > most ? amount * sign : most), 0n);
}
