import type { Queries } from '../../database/database.ts';
import type { Problem } from '../../audit/verify-record.ts';
import { type Account, accountColumns, normalSide } from '../account.ts';
import type { AccountEventRow, EntryRow } from '../rows.ts';

type StoredAccount = Account & { readonly normalSide: number };
type ReplayedEvent = Omit<AccountEventRow, 'transactionId'>;
type ReplayedEntry = Pick<
  EntryRow,
  'accountId' | 'sequence' | 'amount' | 'balanceAfter' | 'effectiveOn'
>;

const accountsPage = 1_000;
const entriesPage = 5_000;
const beforeAll = '00000000-0000-0000-0000-000000000000';
const afterAll = 'ffffffff-ffff-ffff-ffff-ffffffffffff';

/**
 * Replays every account from its events and entries and compares it with the stored one. It reads
 * accounts in order of id, page by page, including rows between pages. So it also finds rows of
 * accounts that don't exist.
 * @param heldOf the amount held on each account, from the replay of holds
 */
export async function replayAccounts(
  q: Queries,
  options: {
    readonly institutionId: number;
    readonly heldOf: ReadonlyMap<string, bigint>;
    readonly addProblem: (problem: Problem) => void;
    readonly onProgress: (entries: number) => void;
  },
): Promise<{ accounts: number; entries: number }> {
  const { institutionId, heldOf, addProblem } = options;
  const counts = { accounts: 0, entries: 0 };
  let after = beforeAll;
  for (;;) {
    const page = await q.query<StoredAccount>(
      `select ${accountColumns}, normal_side as "normalSide" from accounts
        where institution_id = $1 and id > $2 order by id limit ${accountsPage}`,
      [institutionId, after],
    );
    const upTo = page.length < accountsPage ? afterAll : (page.at(-1)?.id ?? afterAll);
    const range = { institutionId, after, upTo };
    const replayed = new Map<string, Account>();
    for (const event of await readEvents(q, range)) applyEvent(replayed, event, addProblem);
    counts.entries += await eachEntry(q, range, (entry) => applyEntry(replayed, entry, addProblem));
    for (const stored of page) {
      compare(stored, replayed.get(stored.id), heldOf.get(stored.id) ?? 0n, addProblem);
      replayed.delete(stored.id);
    }
    for (const id of replayed.keys()) {
      addProblem({ where: `account ${id}`, what: 'it was opened, but is not among the accounts' });
    }
    counts.accounts += page.length;
    options.onProgress(counts.entries);
    if (upTo === afterAll) return counts;
    after = upTo;
  }
}

interface Range {
  readonly institutionId: number;
  readonly after: string;
  readonly upTo: string;
}

async function readEvents(q: Queries, range: Range): Promise<ReplayedEvent[]> {
  return q.query(
    `select account_id as "accountId", number, event, class, kind, currency, internal,
        overdraft_limit as "overdraftLimit", happened_on as "happenedOn"
      from account_events where institution_id = $1 and account_id > $2 and account_id <= $3
      order by account_id, number`,
    [range.institutionId, range.after, range.upTo],
  );
}

async function eachEntry(
  q: Queries,
  range: Range,
  take: (entry: ReplayedEntry) => void,
): Promise<number> {
  let count = 0;
  let last = { accountId: range.after, sequence: 9_223_372_036_854_775_807n };
  for (;;) {
    const page = await q.query<ReplayedEntry>(
      `select account_id as "accountId", sequence, amount, balance_after as "balanceAfter", effective_on as "effectiveOn"
        from entries where institution_id = $1 and (account_id, sequence) > ($2, $3) and account_id <= $4
        order by account_id, sequence limit ${entriesPage}`,
      [range.institutionId, last.accountId, last.sequence, range.upTo],
    );
    for (const entry of page) take(entry);
    count += page.length;
    const end = page.at(-1);
    if (!end || page.length < entriesPage) return count;
    last = end;
  }
}

function applyEvent(
  replayed: Map<string, Account>,
  event: ReplayedEvent,
  addProblem: (problem: Problem) => void,
): void {
  const { accountId, number } = event;
  const where = `account ${accountId} event ${number}`;
  const before = replayed.get(accountId);
  if (number !== (before?.events ?? 0) + 1)
    addProblem({ where, what: 'an event before it is missing' });
  if (event.event === 'opened') {
    const { class: accountClass, kind, currency, internal } = event;
    if (accountClass === null || kind === null || currency === null || internal === null) {
      addProblem({ where, what: 'an opening tells what the account is' });
      return;
    }
    replayed.set(accountId, {
      id: accountId,
      class: accountClass,
      kind,
      currency,
      internal,
      openedOn: event.happenedOn,
      closedOn: null,
      ledgerBalance: 0n,
      held: 0n,
      overdraftLimit: event.overdraftLimit ?? 0n,
      version: 0n,
      events: number,
      lastEntryOn: null,
    });
    return;
  }
  if (!before) {
    addProblem({ where, what: 'the account was never opened' });
    return;
  }
  replayed.set(accountId, {
    ...before,
    events: number,
    ...(event.event === 'closed'
      ? { closedOn: event.happenedOn }
      : { overdraftLimit: event.overdraftLimit ?? 0n }),
  });
}

function applyEntry(
  replayed: Map<string, Account>,
  entry: ReplayedEntry,
  addProblem: (problem: Problem) => void,
): void {
  const { accountId, sequence, amount, balanceAfter } = entry;
  const where = `account ${accountId} entry ${sequence}`;
  const before = replayed.get(accountId);
  if (!before) {
    addProblem({ where, what: 'the account was never opened' });
    return;
  }
  if (sequence !== before.version + 1n) {
    addProblem({ where, what: `entry ${before.version + 1n} is missing before it` });
  }
  const expected = before.ledgerBalance + normalSide(before) * amount;
  if (balanceAfter !== expected) {
    addProblem({ where, what: `it shows a balance of ${balanceAfter} where ${expected} follows` });
  }
  replayed.set(accountId, {
    ...before,
    // Continue from the stored value, so that one wrong row is reported once.
    ledgerBalance: balanceAfter,
    version: sequence,
    lastEntryOn: entry.effectiveOn,
  });
}

function compare(
  stored: StoredAccount,
  replayed: Account | undefined,
  held: bigint,
  addProblem: (problem: Problem) => void,
): void {
  const where = `account ${stored.id}`;
  if (!replayed) {
    addProblem({ where, what: 'it was never opened' });
    return;
  }
  const expected = { ...replayed, held, normalSide: Number(normalSide(replayed)) };
  const found = new Map<string, unknown>(Object.entries(stored));
  for (const [field, value] of Object.entries(expected)) {
    if (String(found.get(field)) !== String(value)) {
      addProblem({
        where,
        what: `its ${field} is ${String(found.get(field))} where ${String(value)} follows`,
      });
    }
  }
}
