import type { Database, Queries } from '../../database/database.ts';
import type { Keyring } from '../../kernel/keyring.ts';
import type { ChainHead } from '../../audit/head.ts';
import { problemsMax } from '../../audit/problems-max.ts';
import type { RecordPart } from '../../audit/record-part.ts';
import {
  emptyReport,
  type Problem,
  type RecordReport,
  verifyRecord,
} from '../../audit/verify-record.ts';
import { changesPart } from '../../audit/changes/changes-part.ts';
import { otherTables } from '../../audit/changes/recorded-tables.ts';
import { schemaProblems } from '../../audit/changes/schema-problems.ts';
import { isMade } from '../../audit/made.ts';
import { type ChangesReport, verifyChanges } from '../../audit/changes/verify-changes.ts';
import { bucketProblems } from './bucket-problems.ts';
import { booksPart } from './books-part.ts';
import { replayAccounts } from './replay-accounts.ts';
import { replayHolds } from './replay-holds.ts';

export interface VerifyOptions {
  readonly institutionId: number;
  /** Without it, signatures are counted but not checked. */
  readonly keyring?: Keyring | undefined;
  /** A head kept outside the database. */
  readonly head?: ChainHead | undefined;
  /** Parts of the record besides the books: the messages. */
  readonly parts?: readonly RecordPart[];
  /** What else must agree with the books, such as orders to a core elsewhere. */
  readonly besides?: readonly ((
    q: Queries,
    institutionId: number,
  ) => Promise<readonly Problem[]>)[];
  readonly onProgress?:
    | ((done: { entries?: number; batches?: number; rows?: number; table?: string }) => void)
    | undefined;
}

export interface VerifyReport {
  readonly accounts: number;
  readonly entries: number;
  readonly holds: number;
  readonly record: RecordReport;
  readonly changes: ChangesReport;
  /** Tables are missing or have other columns, so that nothing else was checked. */
  readonly isUnreadable: boolean;
  /**
   * Batches written without the key after signing began, then rows of the books that disagree, then
   * other batches of the record, and rows of recorded tables that differ from their last change.
   * Empty: no difference. At most 50 of each.
   */
  readonly problems: readonly Problem[];
}

/**
 * Replays the books from the start and checks the record: every account, entry, hold and batch, and
 * every row of recorded tables. It reads one snapshot, so concurrent postings don't disturb it. It writes nothing.
 */
export async function verify(db: Database, options: VerifyOptions): Promise<VerifyReport> {
  return db.transaction(async (tx) => {
    await tx.query('set transaction isolation level repeatable read read only');
    return verifyIn(tx, options);
  });
}

/** The same on a transaction's view of the data. */
export async function verifyIn(q: Queries, options: VerifyOptions): Promise<VerifyReport> {
  const { institutionId, onProgress } = options;
  const schema = await schemaProblems(q);
  const problems: Problem[] = [...schema];
  if (schema.some(({ where, isGone }) => isGone && isReadByName(where)))
    return unreadable(problems);
  if (!(await isMade(q, institutionId, undefined)))
    problems.push({ where: `institution ${institutionId}`, what: 'no signed batch made it' });
  const addProblem = (problem: Problem) => {
    if (problems.length < problemsMax) problems.push(problem);
  };
  const { holds, heldOf } = await replayHolds(q, institutionId, addProblem);
  const { accounts, entries } = await replayAccounts(q, {
    institutionId,
    heldOf,
    addProblem,
    onProgress: (count) => onProgress?.({ entries: count }),
  });
  for (const problem of await bucketProblems(q, institutionId)) addProblem(problem);
  for (const id of await unbalanced(q, institutionId)) {
    addProblem({ where: `transaction ${id}`, what: 'its entries do not sum to zero' });
  }
  for (const id of await wrongCounters(q, institutionId)) {
    addProblem({
      where: `transaction ${id}`,
      what: 'an entry names the wrong account on its other side',
    });
  }
  for (const besides of options.besides ?? [])
    for (const problem of await besides(q, institutionId)) addProblem(problem);
  const record = await verifyRecord(q, {
    institutionId,
    parts: [booksPart, changesPart, ...(options.parts ?? [])],
    keyring: options.keyring,
    head: options.head,
    onProgress: (batches) => onProgress?.({ batches }),
  });
  const late = record.problems.filter((problem) => record.unsignedLate.includes(problem));
  const others = record.problems.slice(late.length);
  const altered: Problem[] = [];
  const changes = await verifyChanges(q, {
    institutionId,
    tell: (problem) => {
      if (altered.length < problemsMax) altered.push(problem);
    },
    isEnough: () => altered.length >= problemsMax,
    onProgress,
  });
  const all = [...late, ...problems, ...others, ...altered];
  return { accounts, entries, holds, record, changes, isUnreadable: false, problems: all };
}

/** Rows of recorded tables are read by the columns that are there. These are read by name. */
const isReadByName = (table: string) =>
  Object.hasOwn(otherTables, table) ||
  ['institutions', 'recorded_tables', 'core_orders'].includes(table);

function unreadable(problems: readonly Problem[]): VerifyReport {
  return {
    accounts: 0,
    entries: 0,
    holds: 0,
    record: emptyReport,
    changes: { rows: 0, unrecorded: [] },
    isUnreadable: true,
    problems,
  };
}

/**
 * No digest covers the account on the other side: it follows from the other entry, and is null if
 * there are more than two.
 */
async function wrongCounters(q: Queries, institutionId: number): Promise<string[]> {
  const found = await q.query<{ id: string }>(
    `select transaction_id as id from entries where institution_id = $1
      group by transaction_id
      having case when count(*) = 2
        then array_agg(account_id order by account_id)
          is distinct from array_agg(counter_account_id order by account_id desc)
        else count(counter_account_id) > 0 end
      order by 1 limit 20`,
    [institutionId],
  );
  return found.map(({ id }) => id);
}

async function unbalanced(q: Queries, institutionId: number): Promise<string[]> {
  const found = await q.query<{ id: string }>(
    `select transaction_id as id from entries where institution_id = $1
      group by transaction_id having sum(amount) <> 0 order by 1 limit 20`,
    [institutionId],
  );
  return found.map(({ id }) => id);
}
