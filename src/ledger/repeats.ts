import { column } from '../database/column.ts';
import type { Queries } from '../database/database.ts';
import type { Amount } from '../money/amount.ts';

/** A transfer that may repeat one of a moment ago. */
export interface MovementAsked {
  readonly fromAccountId: string;
  readonly toAccountId: string;
  readonly amount: Amount;
}

/**
 * The days bound the index, the times the answer: a moment ago may be yesterday, and no zone is further than a day away. The amount is
 * on the account's normal side, as members see it.
 */
const movedStatement = {
  name: 'ledger-moved-lately',
  text: `select r.place::int as place
    from unnest($2::uuid[], $3::uuid[], $4::bigint[]) with ordinality as r (from_id, to_id, amount, place)
    join accounts a on a.institution_id = $1 and a.id = r.from_id
    where exists (
      select 1 from entries e
      where e.institution_id = $1 and e.account_id = r.from_id and e.effective_on >= $5::date
        and e.kind = 'transfer' and e.amount = -r.amount * a.normal_side and e.counter_account_id = r.to_id
        and e.posted_at >= $6
    )`,
};

/**
 * Tells of each transfer whether the same amount went from the same account to the same account since then. It is one statement for
 * all, and reads the entries of the last days at most, in their index.
 */
export async function movedSince(
  q: Queries,
  institutionId: number,
  { asked, since }: { readonly asked: readonly MovementAsked[]; readonly since: Temporal.Instant },
): Promise<boolean[]> {
  if (asked.length === 0) return [];
  const day = since.toZonedDateTimeISO('UTC').toPlainDate().subtract({ days: 1 });
  const rows = await q.query<{ place: number }>(movedStatement, [
    institutionId,
    column(
      'uuid',
      asked.map(({ fromAccountId }) => fromAccountId),
    ),
    column(
      'uuid',
      asked.map(({ toAccountId }) => toAccountId),
    ),
    asked.map(({ amount }) => amount),
    day,
    since,
  ]);
  const found = new Set(rows.map(({ place }) => place));
  return asked.map((_, index) => found.has(index + 1));
}
