import type { Database } from '../../src/database/database.ts';
import { say } from './say.ts';
import { withoutIndexes } from './without-indexes.ts';

const perStatement = 500_000;

/**
 * Gives open accounts a long history: entries in the order of time, those of all accounts mixed.
 * They are in no batch of the record, and the balances after them are made up.
 */
export async function fillHistories(
  db: Database,
  given: {
    readonly institutionId: number;
    readonly accountIds: readonly string[];
    readonly entries: number;
    readonly last: Temporal.PlainDate;
  },
): Promise<void> {
  const { institutionId, accountIds, entries, last } = given;
  const count = accountIds.length;
  await withoutIndexes(db, async () => {
    for (let from = 0; from < entries; from += perStatement) {
      const until = Math.min(from + perStatement, entries);
      await db.query(filling, [institutionId, accountIds, from, until - 1, last, entries]);
      say(`${until} entries`);
    }
    await db.query(
      `update accounts set version = version + $3 + case when place <= $4 then 1 else 0 end
        from unnest($2::uuid[]) with ordinality as k (account_id, place)
        where institution_id = $1 and id = account_id`,
      [institutionId, accountIds, Math.floor(entries / count), entries % count],
    );
  });
}

/** The opening entry of each account has sequence 1. */
const filling = `insert into entries (institution_id, account_id, sequence, transaction_id, batch_id, amount, balance_after,
    effective_on, posted_at, below_floor, kind, description)
  select $1, ($2::uuid[])[1 + i % cardinality($2::uuid[])], 2 + i / cardinality($2::uuid[]), gen_random_uuid(), gen_random_uuid(),
    case when i % 8 = 0 then -1 else 1 end * (100 + i * 7919 % 20000), 100000,
    $5::date - ((($6::bigint - i) * 1800) / $6::bigint)::int, now() - ($6::bigint - i) * interval '15 seconds', false,
    (array['deposit', 'card', 'card', 'card', 'check', 'withdrawal', 'card', 'card'])[1 + i % 8],
    (array['ACH DEPOSIT ACME PAYROLL', 'POS PURCHASE SCHNUCKS #142 ST LOUIS MO', 'SQ *BLUE BOTTLE COFFEE', 'SHELL OIL 57442',
      'CHECK', 'ACH PAYMENT ARCH ELECTRIC', 'AMZN MKTP US*2K4LX9', 'TST* TACO PALACE'])[1 + i % 8]
  from generate_series($3::bigint, $4::bigint) as i`;
