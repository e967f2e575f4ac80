import type { Queries } from '../../database/database.ts';
import type { PostingState, WaitingState } from '../../kernel/vocabulary/posting-state.ts';
import type { IncomingRow } from '../../ledger/import/own-postings.ts';
import { transactionOf } from './end-to-end-id.ts';
import { earliestId, ownEntries } from './own-entries.ts';

/** What one transaction did to one account, as it was sent to the core. */
export interface Line {
  readonly transactionId: string;
  readonly accountId: string;
  readonly amount: bigint;
  readonly state: PostingState;
  readonly externalId: string | null;
  readonly effectiveOn: Temporal.PlainDate;
}

interface Waiting {
  readonly externalId: string;
  readonly accountId: string;
  readonly amount: bigint;
  readonly state: WaitingState;
  readonly transactionId: string;
}

/** What we know under the ids of some rows. */
export interface Named {
  /** By transaction. */
  readonly lines: ReadonlyMap<string, readonly Line[]>;
  /** The same of postings that are in no file, by transaction: the books were restored to a moment before the file. */
  readonly lost: ReadonlyMap<string, readonly Line[]>;
  /** All transactions of ours with such an id. */
  readonly ours: ReadonlySet<string>;
  /** By the core's id. */
  readonly settled: ReadonlyMap<string, Line>;
  readonly waiting: ReadonlyMap<string, Waiting>;
}

const columns = `l.transaction_id as "transactionId", l.account_id as "accountId", l.amount, l.state,
    l.external_id as "externalId", t.effective_on as "effectiveOn"`;

const from = `from posting_lines l
      join transactions t on t.institution_id = $1 and t.id = l.transaction_id
      where l.institution_id = $1`;

/** Loads what we know under the core's ids of these rows, and under ours on them. */
export async function loadNamed(
  q: Queries,
  institutionId: number,
  rows: readonly IncomingRow[],
): Promise<Named> {
  const ids = [...new Set(rows.flatMap((row) => transactionOf(row.endToEndId) ?? []))];
  const lines = await q.query<Line>(
    `select ${columns} ${from} and l.transaction_id = any($2::uuid[])`,
    [institutionId, ids],
  );
  const ours = await q.query<{ id: string }>(
    'select id from transactions where institution_id = $1 and id = any($2::uuid[])',
    [institutionId, ids],
  );
  const lost = await lostLines(
    q,
    institutionId,
    ours.map(({ id }) => id),
  );
  const externalIds = rows.map(({ externalId }) => externalId);
  const settled = await q.query<Line & { externalId: string }>(
    `select ${columns} ${from} and l.external_id = any($2::text[])`,
    [institutionId, externalIds],
  );
  const waiting = await q.query<Waiting>(
    `select external_id as "externalId", account_id as "accountId", amount, state, transaction_id as "transactionId"
      from waiting_entries where institution_id = $1 and external_id = any($2::text[])`,
    [institutionId, externalIds],
  );
  return {
    lines: Map.groupBy(lines, ({ transactionId }) => transactionId),
    lost,
    ours: new Set(ours.map(({ id }) => id)),
    settled: new Map(settled.map((line) => [line.externalId, line])),
    waiting: new Map(waiting.map((one) => [one.externalId, one])),
  };
}

/** Loads the lines that are out on the accounts of these rows and that no entry waits for, by account, oldest first. */
export async function loadSent(
  q: Queries,
  institutionId: number,
  rows: readonly IncomingRow[],
): Promise<Map<string, Line[]>> {
  const sent = await q.query<Line>(
    `select ${columns} ${from} and l.account_id = any($2::uuid[]) and l.state = 'sent'
        and not exists (
          select from waiting_entries w where w.institution_id = $1 and w.transaction_id = l.transaction_id
            and w.account_id = l.account_id and w.state = 'waiting'
        )
      order by l.transaction_id`,
    [institutionId, [...new Set(rows.map(({ accountId }) => accountId))]],
  );
  return Map.groupBy(sent, ({ accountId }) => accountId);
}

/** Reads postings that should have gone to the core, and are in no file. By transaction. */
export async function lostLines(
  q: Queries,
  institutionId: number,
  transactionIds: readonly string[],
): Promise<Map<string, Line[]>> {
  if (transactionIds.length === 0) return new Map();
  const lines = await q.query<Line>(
    `select t.id as "transactionId", e.account_id as "accountId", sum(e.amount * a.normal_side)::int8 as amount, 'sent' as state,
        null as "externalId", t.effective_on as "effectiveOn"
      ${ownEntries}
        and t.id = any($3::uuid[])
        and not exists (select from posting_lines l where l.institution_id = $1 and l.transaction_id = t.id)
      group by t.id, e.account_id, t.effective_on having sum(e.amount * a.normal_side) <> 0`,
    [institutionId, earliestId, transactionIds],
  );
  return Map.groupBy(lines, ({ transactionId }) => transactionId);
}
