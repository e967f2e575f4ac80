import { setImmediate } from 'node:timers/promises';
import { detect } from '../alerts/detect.ts';
import { recordAlerts } from '../alerts/record-alerts.ts';
import { watchesOf } from '../alerts/watches.ts';
import type { Column } from '../database/column.ts';
import type { Queries } from '../database/database.ts';
import { rowSet } from '../database/row-set.ts';
import { together } from '../database/together.ts';
import { assert, present } from '../kernel/assert.ts';
import type { Account } from './account.ts';
import type { Books } from './books.ts';
import type { Leaf } from '../audit/leaf.ts';
import { bookLeaves } from './leaves.ts';
import { movedAccounts } from './moved-accounts.ts';
import type { EntryRow, TransactionRow } from './rows.ts';
import { WriteConflict } from './write-conflict.ts';
import { writeEvents, writeOpenings } from './write-events.ts';

const transactionRows = rowSet<TransactionRow>({
  from: 4,
  columns: [
    ['id', 'uuid', (row) => row.id],
    ['key', 'text', (row) => row.key],
    ['content', 'bytea', (row) => row.content],
    ['kind', 'text', (row) => row.kind],
    ['memo', 'text', (row) => row.memo],
    ['effective_on', 'date', (row) => row.effectiveOn],
    ['reversal_of', 'uuid', (row) => row.reversalOf],
    ['forced', 'boolean', (row) => row.forced],
  ],
});

const entryRows = rowSet<EntryRow>({
  from: 12,
  columns: [
    ['account_id', 'uuid', (row) => row.accountId],
    ['sequence', 'bigint', (row) => row.sequence],
    ['transaction_id', 'uuid', (row) => row.transactionId],
    ['counter_account_id', 'uuid', (row) => row.counterAccountId],
    ['amount', 'bigint', (row) => row.amount],
    ['balance_after', 'bigint', (row) => row.balanceAfter],
    ['effective_on', 'date', (row) => row.effectiveOn],
    ['below_floor', 'boolean', (row) => row.belowFloor],
    ['kind', 'text', (row) => row.kind],
    ['check_number', 'text', (row) => row.checkNumber],
    ['description', 'text', (row) => row.description],
  ],
});

/** An account's state after the batch. */
interface ChangedAccount {
  readonly account: Account;
  readonly versionBefore: bigint;
  readonly mayBeBelow: boolean;
}

const accountRows = rowSet<ChangedAccount>({
  from: 23,
  columns: [
    ['id', 'uuid', ({ account }) => account.id],
    ['ledger_balance', 'bigint', ({ account }) => account.ledgerBalance],
    ['held', 'bigint', ({ account }) => account.held],
    ['overdraft_limit', 'bigint', ({ account }) => account.overdraftLimit],
    ['version', 'bigint', ({ account }) => account.version],
    ['events', 'int', ({ account }) => account.events],
    ['closed_on', 'date', ({ account }) => account.closedOn],
    ['last_entry_on', 'date', ({ account }) => account.lastEntryOn],
    ['version_before', 'bigint', ({ versionBefore }) => versionBefore],
    ['may_be_below', 'boolean', ({ mayBeBelow }) => mayBeBelow],
  ],
});

/**
 * Writes postings: transactions, entries and one new version of each account. The one statement
 * also checks its result and returns what is wrong. One row version per account and batch makes a
 * busy account cost no more than another.
 */
const write = {
  name: 'ledger-write',
  text: `with
    t as (
      insert into transactions (institution_id, id, batch_id, key, content, kind, memo, effective_on, posted_at,
        reversal_of, forced)
      select $1, n.id, $2, n.key, n.content, n.kind, n.memo, n.effective_on, $3, n.reversal_of, n.forced
      from ${transactionRows.text}
    ),
    e as (
      insert into entries (institution_id, account_id, sequence, transaction_id, batch_id, counter_account_id, amount,
        balance_after, effective_on, posted_at, below_floor, kind, check_number, description)
      select $1, n.account_id, n.sequence, n.transaction_id, $2, n.counter_account_id, n.amount, n.balance_after,
        n.effective_on, $3, n.below_floor, n.kind, n.check_number, n.description
      from ${entryRows.text}
      returning account_id, sequence, transaction_id, amount, balance_after
    ),
    a as (
      update accounts set ledger_balance = n.ledger_balance, held = n.held, overdraft_limit = n.overdraft_limit,
        version = n.version, events = n.events, closed_on = n.closed_on, last_entry_on = n.last_entry_on
      from ${accountRows.text}
      where accounts.institution_id = $1 and accounts.id = n.id and accounts.version = n.version_before
      returning accounts.id, accounts.internal, accounts.ledger_balance, accounts.held, accounts.overdraft_limit,
        accounts.version, n.version_before, n.may_be_below
    )
    select 'transaction' as what, transaction_id::text as which from e group by transaction_id having sum(amount) <> 0
    union all select 'version', null where (select count(*) from a) < cardinality($23::uuid[])
    union all select 'account', a.id::text from a left join e on e.account_id = a.id
      group by a.id, a.version, a.version_before, a.ledger_balance
      having count(e.sequence) <> a.version - a.version_before
        or (a.version > a.version_before
          and min(e.balance_after) filter (where e.sequence = a.version) is distinct from a.ledger_balance)
    union all select 'floor', a.id::text from a
      where not a.internal and not a.may_be_below and a.ledger_balance - a.held < -a.overdraft_limit`,
};

/**
 * Writes what was decided, and the alerts that it fires.
 * @param how.behind asks what is wanted behind the last statement, without waiting for that one's answer
 * @param how.isHistory the entries happened earlier and elsewhere
 * @returns its leaves for the record, and what `behind` gave; `undefined` where nothing was decided
 * @throws WriteConflict when another batch used one of the keys (or reversed the same transaction) meanwhile: the database
 *   runs the transaction again, and the batch is decided again; to skip the duplicate would falsify every balance after it
 */
export async function writeBooks<Behind>(
  tx: Queries,
  books: Books,
  batchId: string,
  how: { readonly behind?: (() => Promise<Behind>) | undefined; readonly isHistory?: boolean } = {},
): Promise<{ leaves: Leaf[]; behind: Behind | undefined } | undefined> {
  const { decided, institutionId } = books;
  if (decided.transactions.length === 0) return undefined;
  const { behind, isHistory = false } = how;
  assertInvariants(books);
  const moved = movedAccounts(books);
  await orConflict(writeOpenings(tx, books));
  const hasEvents = decided.accountEvents.length + decided.holdEvents.length > 0;
  // The leaves are hashed while the database writes.
  const [watches, [wrong], gave, leaves] = await together([
    watchesOf(tx, institutionId, moved),
    orConflict(
      tx.query<{ what: string; which: string | null }>(write, [
        institutionId,
        batchId,
        books.now,
        ...transactionColumns(books),
        ...entryColumns(books),
        ...accountColumnsOf(books),
      ]),
    ),
    hasEvents ? Promise.resolve(undefined) : Promise.resolve(behind?.()),
    setImmediate().then(() => bookLeaves(decided)),
  ]);
  assert(!wrong, `the books do not balance as written: ${wrong?.what} ${wrong?.which ?? ''}`);
  if (hasEvents) await writeEvents(tx, books, batchId);
  await raise(tx, books, { watches, moved, batchId, isHistory });
  return {
    leaves,
    behind: gave ?? (await behind?.()),
  };
}

/** Writes the alerts that this batch fires. Most batches fire none, and run no statement for it. */
async function raise(
  tx: Queries,
  { institutionId, now }: Books,
  given: {
    readonly watches: Awaited<ReturnType<typeof watchesOf>>;
    readonly moved: ReturnType<typeof movedAccounts>;
    readonly batchId: string;
    readonly isHistory: boolean;
  },
): Promise<void> {
  const { watches, moved, batchId, isHistory } = given;
  if (watches.length === 0) return;
  const byId = new Map(moved.map((account) => [account.accountId, account]));
  const detected = detect(watches, byId, { batchId, now, isHistory });
  await recordAlerts(tx, institutionId, detected, { now, isHistory });
}

/**
 * Unique values that the batch's locks don't protect are keys, reversals and internal accounts. If
 * one exists, another batch wrote it.
 */
async function orConflict<Result>(writing: Promise<Result>): Promise<Result> {
  try {
    return await writing;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === '23505') {
      throw new WriteConflict(error);
    }
    throw error;
  }
}

/** The same checks as the statement's, before it runs: both must agree. */
function assertInvariants({ decided, accounts }: Books): void {
  const sums = new Map<string, bigint>();
  const newest = new Map<string, bigint>();
  for (const { transactionId, amount, accountId, balanceAfter } of decided.entries) {
    sums.set(transactionId, (sums.get(transactionId) ?? 0n) + amount);
    newest.set(accountId, balanceAfter);
  }
  for (const sum of sums.values()) assert(sum === 0n, 'the entries of a transaction sum to zero');
  for (const [accountId, balance] of newest) {
    assert(
      accounts.get(accountId)?.ledgerBalance === balance,
      'the newest entry of an account shows its balance',
    );
  }
}

function transactionColumns({ decided }: Books): Column[] {
  // In key order, so that two batches with the same keys don't deadlock.
  return transactionRows.parameters(
    [...decided.transactions].sort((a, b) => (a.key < b.key ? -1 : 1)),
  );
}

function entryColumns({ decided }: Books): Column[] {
  // In index order, like the accounts below.
  return entryRows.parameters(
    [...decided.entries].sort((a, b) => (a.accountId < b.accountId ? -1 : 1)),
  );
}

function accountColumnsOf({ decided, accounts, versions }: Books): Column[] {
  return accountRows.parameters(
    [...decided.changedAccounts].sort().map((id) => ({
      account: present(accounts.get(id), 'a changed account was loaded'),
      versionBefore: versions.get(id) ?? 0n,
      mayBeBelow: decided.mayBeBelowFloor.has(id),
    })),
  );
}
