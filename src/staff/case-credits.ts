import type { CaseCreditKind } from '../kernel/vocabulary/dispute.ts';
import type { Queries } from '../database/database.ts';

/** Money that a dispute moved. */
export interface CaseCredit {
  readonly kind: CaseCreditKind;
  readonly accountId: string;
  readonly transactionId: string;
  /** Minor units. */
  readonly amount: bigint;
  readonly currency: string;
  readonly postedAt: Temporal.Instant;
}

/** Lists the money that a dispute moved, oldest first. */
export async function creditsOfCase(
  q: Queries,
  institutionId: number,
  reference: string,
): Promise<CaseCredit[]> {
  return q.query<CaseCredit>(
    `select kind, account_id as "accountId", transaction_id as "transactionId", amount, currency, posted_at as "postedAt"
      from case_credits where institution_id = $1 and case_reference = $2 order by posted_at, kind`,
    [institutionId, reference],
  );
}

/** Stores money that a dispute moved. Each kind is stored once. */
export async function insertCaseCredit(
  tx: Queries,
  institutionId: number,
  reference: string,
  credit: CaseCredit,
): Promise<void> {
  await tx.query(
    `insert into case_credits (institution_id, case_reference, kind, account_id, transaction_id, amount, currency, posted_at)
      values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      institutionId,
      reference,
      credit.kind,
      credit.accountId,
      credit.transactionId,
      credit.amount,
      credit.currency,
      credit.postedAt,
    ],
  );
}

/** Tells whether a dispute posted a transaction. */
export async function isOfCase(
  q: Queries,
  institutionId: number,
  transactionId: string,
): Promise<boolean> {
  const found = await q.query(
    'select 1 from case_credits where institution_id = $1 and transaction_id = $2::uuid',
    [institutionId, transactionId],
  );
  return found.length > 0;
}
