import type { Queries } from '../../database/database.ts';
import type { Amount } from '../../money/amount.ts';

/** What one transaction that was made here did to one member's account. */
export interface OwnEntry {
  readonly transactionId: string;
  readonly accountId: string;
  readonly effectiveOn: Temporal.PlainDate;
  /** On the account's normal side, as its balance. */
  readonly amount: Amount;
  readonly kind: string;
  readonly checkNumber: string | null;
  readonly description: string;
}

/**
 * Entries that were made here, and not taken from a file, and that don't undo what a core rejected. What staff reverse or correct of an
 * imported entry was made here.
 * `$2`: the first transaction to look at.
 */
export const ownEntries = `
    from transactions t
    join entries e on e.institution_id = $1 and e.batch_id = t.batch_id and e.transaction_id = t.id
    join accounts a on a.institution_id = $1 and a.id = e.account_id and not a.internal
    where t.institution_id = $1 and t.id >= $2::uuid
      and not starts_with(t.key, 'import:') and not starts_with(t.key, 'import-opening:')
      and not exists (
        select from posting_lines r where r.institution_id = $1 and r.transaction_id = t.reversal_of and r.state = 'rejected'
      )`;

/** The least id of a transaction from this moment on. Ids are in order of time (UUIDv7). Pure. */
export function leastIdAt(instant: Temporal.Instant): string {
  const hex = instant.epochMilliseconds.toString(16).padStart(12, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8)}-0000-0000-000000000000`;
}

/** Before the id of any transaction. */
export const earliestId = leastIdAt(Temporal.Instant.fromEpochMilliseconds(0));

/** A transaction may get its id long before it is committed. */
const slack = { hours: 24 } as const;

/** The first transaction that may be in no file yet. */
export async function firstUnsent(q: Queries, institutionId: number): Promise<string> {
  const [newest] = await q.query<{ madeAt: Temporal.Instant }>(
    `select made_at as "madeAt" from posting_files where institution_id = $1 order by number desc limit 1`,
    [institutionId],
  );
  return newest ? leastIdAt(newest.madeAt.subtract(slack)) : earliestId;
}

/** Reads what was made here and is in no file yet, in order of time. */
export async function unsentEntries(q: Queries, institutionId: number): Promise<OwnEntry[]> {
  return q.query<OwnEntry>(
    `select t.id as "transactionId", e.account_id as "accountId", t.effective_on as "effectiveOn", e.amount * a.normal_side as amount,
        e.kind, e.check_number as "checkNumber", e.description
      ${ownEntries}
        and not exists (
          select from posting_lines l where l.institution_id = $1 and l.transaction_id = t.id and l.account_id = e.account_id
        )
      order by t.id, e.account_id`,
    [institutionId, await firstUnsent(q, institutionId)],
  );
}
