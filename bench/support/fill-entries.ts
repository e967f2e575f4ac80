import type { Database } from '../../src/database/database.ts';
import { shareKinds } from '../../src/kernel/vocabulary/share-kind.ts';
import { say } from './say.ts';
import { withoutIndexes } from './without-indexes.ts';

const perStatement = 500_000;

/**
 * Fills the books with entries of several years, as the database makes them: nine of ten on a
 * member's first account, one on the second, in the order of time. Nothing else is
 * there: no chain, no transactions.
 */
export async function fillEntries(
  db: Database,
  given: {
    readonly institutionId: number;
    readonly entries: number;
    readonly members: number;
    readonly last: Temporal.PlainDate;
    readonly years: number;
  },
): Promise<void> {
  const { institutionId, entries, members, last, years } = given;
  await db.query(
    `insert into accounts (institution_id, id, class, kind, normal_side, currency, internal, opened_on)
      select $1, md5(place || ' ' || member)::uuid, 'liability', kind, -1, 'USD', false, $3
      from generate_series(0, $2::int - 1) as member cross join unnest($4::text[]) with ordinality as k (kind, place)`,
    [institutionId, members, last.subtract({ years }), shareKinds.slice(0, 2)],
  );
  const days = last.subtract({ years }).until(last).days;
  await withoutIndexes(db, async () => {
    for (let from = 0; from < entries; from += perStatement) {
      await db.query(filling, [
        institutionId,
        members,
        from,
        Math.min(from + perStatement, entries) - 1,
        last.subtract({ years }),
        days / (entries / members),
      ]);
      say(`${Math.min(from + perStatement, entries)} entries`);
    }
  });
}

/** Entry `i` is the member's `i / members`-th: each tenth is on savings. */
const filling = `insert into entries (institution_id, account_id, sequence, transaction_id, batch_id, amount, balance_after,
    effective_on, posted_at, below_floor, kind, check_number, description, counter_account_id)
  select $1, md5(case when n % 10 = 9 then '2 ' else '1 ' end || member)::uuid,
    case when n % 10 = 9 then n / 10 + 1 else n - n / 10 + 1 end, gen_random_uuid(),
    md5('batch ' || i / 40)::uuid, case when what < 8 then -1 else 1 end * -(100 + i * 7919 % 20000), 100000,
    $5::date + floor(n * $6::float8)::int, now(), false,
    (array['card', 'card', 'card', 'card', 'card', 'withdrawal', 'check', 'transfer', 'deposit', 'card'])[what + 1],
    case when what = 6 then (1000 + n)::text end,
    (array['POS PURCHASE SCHNUCKS #142 ST LOUIS MO', 'SQ *BLUE BOTTLE COFFEE', 'WM SUPERCENTER #331', 'SHELL OIL 57442',
      'AMZN MKTP US*2K4LX9', 'ACH PAYMENT ARCH ELECTRIC', 'CHECK', 'TRANSFER TO SAVINGS 0', 'ACH DEPOSIT ACME PAYROLL',
      'TST* TACO PALACE'])[what + 1] || case when what in (0, 2, 3) then ' ' || (i * 31 % 7) else '' end,
    case when what = 7 then md5(case when n % 10 = 9 then '1 ' else '2 ' end || member)::uuid end
  from (
    select i, i % $2::bigint as member, i / $2::bigint as n, (i / $2::bigint + i % $2::bigint * 3) % 10 as what
    from generate_series($3::bigint, $4::bigint) as i
  ) e`;
