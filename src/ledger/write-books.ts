import { setImmediate } from 'node:timers/promises';
import type { Queries } from '../database/database.ts';
import { together } from '../database/together.ts';
import { assert, present } from '../kernel/assert.ts';
import type { Books } from './books.ts';
import { booksDigest, countOf } from './digest.ts';
import { WriteConflict } from './write-conflict.ts';
import { writeEvents, writeOpenings } from './write-events.ts';

/**
 * Postings: transactions, entries and one new version of each account, in one statement that also checks what it wrote
 * and returns what is wrong. One row version an account a batch: a busy account costs no more than another.
 */
const write = {
  name: 'ledger-write',
  text: `with
    t as (
      insert into transactions (institution_id, id, batch_id, key, content, kind, memo, effective_on, posted_at,
        reversal_of, forced)
      select $1, n.id, $2, n.key, n.content, n.kind, n.memo, n.effective_on, $3, n.reversal_of, n.forced
      from unnest($4::uuid[], $5::text[], $6::bytea[], $7::text[], $8::text[], $9::date[], $10::uuid[], $11::boolean[])
        as n (id, key, content, kind, memo, effective_on, reversal_of, forced)
    ),
    e as (
      insert into entries (institution_id, account_id, sequence, transaction_id, batch_id, amount, balance_after,
        effective_on, posted_at, below_floor, kind, check_number, description)
      select $1, n.account_id, n.sequence, n.transaction_id, $2, n.amount, n.balance_after, n.effective_on, $3,
        n.below_floor, n.kind, n.check_number, n.description
      from unnest($12::uuid[], $13::bigint[], $14::uuid[], $15::bigint[], $16::bigint[], $17::date[], $18::boolean[],
          $19::text[], $20::text[], $21::text[])
        as n (account_id, sequence, transaction_id, amount, balance_after, effective_on, below_floor, kind,
          check_number, description)
      returning account_id, sequence, transaction_id, amount, balance_after
    ),
    a as (
      update accounts set ledger_balance = n.ledger_balance, held = n.held, overdraft_limit = n.overdraft_limit,
        version = n.version, events = n.events, closed_on = n.closed_on, last_entry_on = n.last_entry_on
      from unnest($22::uuid[], $23::bigint[], $24::bigint[], $25::bigint[], $26::bigint[], $27::int[], $28::date[],
          $29::date[], $30::bigint[], $31::boolean[])
        as n (id, ledger_balance, held, overdraft_limit, version, events, closed_on, last_entry_on, version_before,
          may_be_below)
      where accounts.institution_id = $1 and accounts.id = n.id and accounts.version = n.version_before
      returning accounts.id, accounts.internal, accounts.ledger_balance, accounts.held, accounts.overdraft_limit,
        accounts.version, n.version_before, n.may_be_below
    )
    select 'transaction' as what, transaction_id::text as which from e group by transaction_id having sum(amount) <> 0
    union all select 'version', null where (select count(*) from a) < cardinality($22::uuid[])
    union all select 'account', a.id::text from a left join e on e.account_id = a.id
      group by a.id, a.version, a.version_before, a.ledger_balance
      having count(e.sequence) <> a.version - a.version_before
        or (a.version > a.version_before
          and min(e.balance_after) filter (where e.sequence = a.version) is distinct from a.ledger_balance)
    union all select 'floor', a.id::text from a
      where not a.internal and not a.may_be_below and a.ledger_balance - a.held < -a.overdraft_limit`,
};

/**
 * Writes what was decided.
 * @param behind asks what is wanted behind the last statement, without waiting for that one's answer
 * @returns the digest of it for the record, its number of rows, and what `behind` gave; `undefined` where nothing was decided
 * @throws WriteConflict when another batch used one of the keys (or reversed the same transaction) meanwhile: the database
 *   runs the transaction again, and the batch is decided anew; to skip the duplicate would falsify every balance after it
 */
export async function writeBooks<Behind>(
  tx: Queries,
  books: Books,
  batchId: string,
  behind?: () => Promise<Behind>,
): Promise<{ digest: Uint8Array; count: number; behind: Behind | undefined } | undefined> {
  const { decided, institutionId } = books;
  if (decided.transactions.length === 0) return undefined;
  assertInvariants(books);
  await orConflict(writeOpenings(tx, books));
  const hasEvents = decided.accountEvents.length + decided.holdEvents.length > 0;
  // The digest is computed while the database writes.
  const [[wrong], gave, digest] = await together([
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
    setImmediate().then(() => booksDigest(decided)),
  ]);
  assert(!wrong, `the books do not balance as written: ${wrong?.what} ${wrong?.which ?? ''}`);
  if (hasEvents) await writeEvents(tx, books, batchId);
  return {
    digest: present(digest, 'what was decided has a digest'),
    count: countOf(decided),
    behind: gave ?? (await behind?.()),
  };
}

/**
 * What is unique and not decided by this batch under its locks is a key, the reversal of a transaction, or an internal
 * account: another batch has it.
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

/** The same that the statement checks, before it: two places must agree. */
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

function transactionColumns({ decided }: Books): unknown[] {
  // Keys in order, so that two batches that insert the same ones do not wait for each other crosswise.
  const transactions = [...decided.transactions].sort((a, b) => (a.key < b.key ? -1 : 1));
  return [
    transactions.map((row) => row.id),
    transactions.map((row) => row.key),
    transactions.map((row) => row.content),
    transactions.map((row) => row.kind),
    transactions.map((row) => row.memo),
    transactions.map((row) => row.effectiveOn),
    transactions.map((row) => row.reversalOf),
    transactions.map((row) => row.forced),
  ];
}

function entryColumns({ decided }: Books): unknown[] {
  // In the order of the indexes that they go into, as are the accounts below.
  const entries = [...decided.entries].sort((a, b) => (a.accountId < b.accountId ? -1 : 1));
  return [
    entries.map((row) => row.accountId),
    entries.map((row) => row.sequence),
    entries.map((row) => row.transactionId),
    entries.map((row) => row.amount),
    entries.map((row) => row.balanceAfter),
    entries.map((row) => row.effectiveOn),
    entries.map((row) => row.belowFloor),
    entries.map((row) => row.kind),
    entries.map((row) => row.checkNumber),
    entries.map((row) => row.description),
  ];
}

function accountColumnsOf({ decided, accounts, versions }: Books): unknown[] {
  const changed = [...decided.changedAccounts]
    .sort()
    .map((id) => present(accounts.get(id), 'what was changed was loaded'));
  return [
    changed.map((account) => account.id),
    changed.map((account) => account.ledgerBalance),
    changed.map((account) => account.held),
    changed.map((account) => account.overdraftLimit),
    changed.map((account) => account.version),
    changed.map((account) => account.events),
    changed.map((account) => account.closedOn),
    changed.map((account) => account.lastEntryOn),
    changed.map((account) => versions.get(account.id) ?? 0n),
    changed.map((account) => decided.mayBeBelowFloor.has(account.id)),
  ];
}
