import type { Queries } from '../../database/database.ts';

/** A posting that was sent, and did not come back yet. */
export interface OpenPosting {
  readonly transactionId: string;
  readonly accountId: string;
  readonly fileNumber: number;
  /** Absent: the books were restored to a moment before the file. */
  readonly madeAt: Temporal.Instant | null;
  readonly amount: bigint;
}

/** An entry of the core that staff must decide about. */
export interface WaitingEntry {
  readonly externalId: string;
  readonly accountId: string;
  readonly transactionId: string;
  readonly amount: bigint;
  readonly effectiveOn: Temporal.PlainDate;
}

/** Lists what is out, oldest first, and what waits for staff. */
export async function listPostings(
  q: Queries,
  institutionId: number,
): Promise<{ open: OpenPosting[]; waiting: WaitingEntry[] }> {
  const open = await q.query<OpenPosting>(
    `select l.transaction_id as "transactionId", l.account_id as "accountId", l.file_number as "fileNumber", f.made_at as "madeAt",
        l.amount
      from posting_lines l
      left join posting_files f on f.institution_id = $1 and f.number = l.file_number
      where l.institution_id = $1 and l.state = 'sent'
      order by l.file_number, l.transaction_id, l.account_id limit 1000`,
    [institutionId],
  );
  const waiting = await q.query<WaitingEntry>(
    `select external_id as "externalId", account_id as "accountId", transaction_id as "transactionId", amount,
        effective_on as "effectiveOn"
      from waiting_entries where institution_id = $1 and state = 'waiting' order by created_at, external_id`,
    [institutionId],
  );
  return { open, waiting };
}

/** Lists files before this one of which nothing came back for two days: they may never have reached the core. */
export async function silentFiles(
  q: Queries,
  institutionId: number,
  file: { readonly number: number; readonly madeAt: Temporal.Instant },
): Promise<number[]> {
  const rows = await q.query<{ number: number }>(
    `select f.number from posting_files f
      where f.institution_id = $1 and f.number < $2 and f.made_at < $3
        and not exists (
          select from posting_lines l where l.institution_id = $1 and l.file_number = f.number and l.state <> 'sent'
        )
      order by f.number`,
    [institutionId, file.number, file.madeAt.subtract({ hours: 48 })],
  );
  return rows.map(({ number }) => number);
}
