import type { Database, Queries } from '../../database/database.ts';
import type { WaitingState } from '../../kernel/vocabulary/posting-state.ts';
import type { World } from '../../kernel/world.ts';
import type { IncomingRow, OwnMatch } from '../../ledger/import/own-postings.ts';
import type { Institution } from '../../members/institution.ts';
import { currencyOf } from '../../money/amount.ts';
import { decimal } from '../../money/format.ts';
import { type NewTask, openTasks } from '../../staff/tasks.ts';
import { endToEndId } from './end-to-end-id.ts';
import { daysApart } from './match-rows.ts';
import { lostLines } from './sent-lines.ts';

interface Taken {
  readonly row: IncomingRow;
  readonly match: OwnMatch;
}

const chunkSize = 500;

/**
 * Settles what came back, and lets what may be ours wait, with a task for staff. An entry waits once, and settles one line. One that
 * can't settle its line any more opens a task.
 */
export async function takeMatches(
  db: Database,
  given: { readonly institution: Institution; readonly world: World },
  rows: readonly Taken[],
): Promise<void> {
  const wanted = rows.filter(
    ({ match }) => match.is === 'settles' || (match.is === 'waits' && match.isNew),
  );
  for (let start = 0; start < wanted.length; start += chunkSize)
    await db.transaction(async (tx) => take(tx, given, wanted.slice(start, start + chunkSize)));
}

async function take(
  tx: Queries,
  given: { readonly institution: Institution; readonly world: World },
  rows: readonly Taken[],
): Promise<void> {
  const { institution, world } = given;
  const now = world.clock.now();
  await enterLost(
    tx,
    institution.id,
    rows.flatMap(({ match }) => (match.is === 'settles' ? [match.transactionId] : [])),
  );
  for (const { row, match } of rows) {
    if (match.is === 'settles') {
      const { transactionId } = match;
      // Somebody reversed it after the file was checked: the core has what our books no longer have.
      if (!(await settleLine(tx, institution.id, { ...row, transactionId, now })))
        await openTasks(tx, world, institution, [unsettled(row, transactionId, now)]);
      // It waited before the core gave it our id.
      await endWaiting(tx, institution.id, { externalId: row.externalId, state: 'ours', now });
    }
    if (match.is !== 'waits') continue;
    const added = await tx.query(
      `insert into waiting_entries (institution_id, external_id, account_id, transaction_id, amount, effective_on, kind, check_number,
          description, state, created_at)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, 'waiting', $10)
        on conflict (institution_id, external_id) do nothing returning 1`,
      [
        institution.id,
        row.externalId,
        row.accountId,
        match.transactionId,
        row.amount,
        row.effectiveOn,
        row.kind,
        row.checkNumber ?? null,
        row.description,
        now,
      ],
    );
    if (added.length === 0) continue;
    await openTasks(tx, world, institution, [
      {
        kind: 'core_entry',
        subject: `Entry ${row.externalId} may be our own posting`,
        detail: `The core’s entry ${row.externalId} of ${row.effectiveOn.toString()}, ${decimal(row.amount, currencyOf(institution.currency)?.digits)} on ${row.share}, has no end-to-end id. It may be our posting ${endToEndId(match.transactionId)}. \`tmm postings settle ${row.externalId}\` if it is the same, \`tmm postings post ${row.externalId}\` if it is another entry.`,
        at: now,
        onItsOwn: true,
      },
    ]);
  }
}

function unsettled(row: IncomingRow, transactionId: string, at: Temporal.Instant): NewTask {
  return {
    kind: 'core_entry',
    subject: `Entry ${row.externalId} came back, but is settled or reversed here`,
    detail: `The core’s entry ${row.externalId} on ${row.share} is our posting ${endToEndId(transactionId)}, which ended here in the meantime. Compare both books with \`tmm postings balance\`.`,
    at,
    onItsOwn: true,
  };
}

/**
 * Enters postings as sent that are in no file of ours, since the core has them: the books were restored to a moment before that file.
 * All accounts of a posting are entered, so that none of it is sent again. Their file's number is lost too, and 0.
 */
async function enterLost(
  tx: Queries,
  institutionId: number,
  transactionIds: readonly string[],
): Promise<void> {
  if ((await lostLines(tx, institutionId, transactionIds)).size === 0) return;
  // The same lock as for a file: a line goes into one. Read again, since a file may have been made meanwhile.
  await tx.query('select 1 from institutions where id = $1 for no key update', [institutionId]);
  const lines = [...(await lostLines(tx, institutionId, transactionIds)).values()].flat();
  await tx.query(
    `insert into posting_lines (institution_id, transaction_id, account_id, file_number, amount, state)
      select $1, n.transaction_id, n.account_id, 0, n.amount, 'sent'
      from unnest($2::uuid[], $3::uuid[], $4::bigint[]) as n (transaction_id, account_id, amount)`,
    [
      institutionId,
      lines.map((line) => line.transactionId),
      lines.map((line) => line.accountId),
      lines.map((line) => line.amount),
    ],
  );
}

/**
 * Settles another line that is out with the same account, amount and about the same day. It makes no difference which of them an entry
 * is. Lines that no other entry waits for come first.
 * @returns whether there was one
 */
export async function settleAnother(
  tx: Queries,
  institutionId: number,
  entry: {
    readonly accountId: string;
    readonly amount: bigint;
    readonly effectiveOn: Temporal.PlainDate;
    readonly externalId: string;
    readonly now: Temporal.Instant;
  },
): Promise<boolean> {
  const [line] = await tx.query<{ transactionId: string }>(
    `select l.transaction_id as "transactionId" from posting_lines l
      join transactions t on t.institution_id = $1 and t.id = l.transaction_id
      where l.institution_id = $1 and l.account_id = $2 and l.amount = $3 and l.state = 'sent' and abs(t.effective_on - $4::date) <= $5
      order by exists (
          select from waiting_entries w where w.institution_id = $1 and w.transaction_id = l.transaction_id
            and w.account_id = l.account_id and w.state = 'waiting' and w.external_id <> $6
        ), l.transaction_id
      limit 1 for update of l skip locked`,
    [institutionId, entry.accountId, entry.amount, entry.effectiveOn, daysApart, entry.externalId],
  );
  if (!line) return false;
  return settleLine(tx, institutionId, { ...entry, transactionId: line.transactionId });
}

/** Settles a line that is out. @returns whether it was */
export async function settleLine(
  tx: Queries,
  institutionId: number,
  line: {
    readonly transactionId: string;
    readonly accountId: string;
    readonly externalId: string;
    readonly now: Temporal.Instant;
  },
): Promise<boolean> {
  const settled = await tx.query(
    `update posting_lines set state = 'settled', external_id = $4, ended_at = $5
      where institution_id = $1 and transaction_id = $2 and account_id = $3 and state = 'sent' returning 1`,
    [institutionId, line.transactionId, line.accountId, line.externalId, line.now],
  );
  return settled.length > 0;
}

/** Ends the waiting of an entry. @returns whether it waited */
export async function endWaiting(
  tx: Queries,
  institutionId: number,
  ended: {
    readonly externalId: string;
    readonly state: Exclude<WaitingState, 'waiting'>;
    readonly now: Temporal.Instant;
  },
): Promise<boolean> {
  const rows = await tx.query(
    `update waiting_entries set state = $3, ended_at = $4
      where institution_id = $1 and external_id = $2 and state = 'waiting' returning 1`,
    [institutionId, ended.externalId, ended.state, ended.now],
  );
  return rows.length > 0;
}
