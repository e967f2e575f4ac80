import type { Queries } from '../database/database.ts';
import { correctedBy, correctionsOf } from './correction.ts';

/** A transaction with what it undoes, and what has undone it. */
export interface TransactionFate {
  readonly id: string;
  readonly kind: string;
  readonly effectiveOn: Temporal.PlainDate;
  readonly postedAt: Temporal.Instant;
  readonly reversalOf: string | null;
  readonly correctionOf: string | null;
  readonly reversedBy: string | null;
  readonly correctedBy: string | null;
}

/** Finds the transaction of an entry. */
export async function transactionOfEntry(
  q: Queries,
  institutionId: number,
  entry: { readonly accountId: string; readonly sequence: bigint },
): Promise<TransactionFate | undefined> {
  const [row] = await q.query<
    Omit<TransactionFate, 'correctionOf' | 'correctedBy'> & { key: string }
  >(
    `select t.id, t.key, t.kind, t.effective_on as "effectiveOn", t.posted_at as "postedAt", t.reversal_of as "reversalOf",
        (select r.id from transactions r where r.institution_id = $1 and r.reversal_of = t.id) as "reversedBy"
      from entries e join transactions t on t.institution_id = $1 and t.id = e.transaction_id
      where e.institution_id = $1 and e.account_id = $2 and e.sequence = $3`,
    [institutionId, entry.accountId, entry.sequence],
  );
  if (!row) return undefined;
  const corrections = await correctionsOf(q, institutionId, row.id);
  const correction = corrections.find(({ isReversed }) => !isReversed);
  const { key, ...fate } = row;
  return {
    ...fate,
    correctionOf: correctedBy(key) ?? null,
    correctedBy: correction?.id ?? null,
  };
}
