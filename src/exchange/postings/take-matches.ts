import type { Database, Queries } from '../../database/database.ts';
import type { WaitingState } from '../../kernel/vocabulary/posting-state.ts';
import type { World } from '../../kernel/world.ts';
import type { IncomingRow, OwnMatch } from '../../ledger/import/own-postings.ts';
import type { Institution } from '../../members/institution.ts';
import { currencyOf } from '../../money/amount.ts';
import { decimal } from '../../money/format.ts';
import { type NewTask, openTasks } from '../../staff/tasks.ts';
import { endToEndId } from './end-to-end-id.ts';

interface Taken {
  readonly row: IncomingRow;
  readonly match: OwnMatch;
}

const chunkSize = 500;

/** Settles what came back, and lets what may be ours wait, with a task for staff. A repeat changes nothing. */
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
