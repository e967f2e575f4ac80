import { column } from '../database/column.ts';
import type { Queries } from '../database/database.ts';
import type { World } from '../kernel/world.ts';
import { type Account, accountColumns } from './account.ts';
import { type Books, type KnownOrder, nothingDecided, type Original } from './books.ts';
import { type Hold, holdColumns } from './hold.ts';
import { loadKnown } from './load-known.ts';

/** The accounts, keys and transactions that a batch may touch. */
export interface BooksRequest {
  readonly institutionId: number;
  readonly world: World;
  /** Accounts that may change. They are locked in order of id, so that no two batches deadlock. */
  readonly moving: readonly string[];
  /** Accounts that are only read. */
  readonly reading?: readonly string[];
  /** Keys that may be posted. */
  readonly keys: readonly string[];
  readonly holdIds?: readonly string[];
  /** Nothing will be written, so nothing gets locked. */
  readonly isTrial?: boolean | undefined;
  /** Transactions that may be reversed. Their accounts are locked too. */
  readonly reversing?: readonly string[];
}

/**
 * Locks accounts in the order of the given ids. The subquery forces one index descent each, even if
 * the plan dates from when the table was small: the locking subquery can't become another join.
 */
const lock = {
  name: 'ledger-lock-accounts',
  text: `select a.* from unnest($2::uuid[]) as w (account_id) cross join lateral (
      select ${accountColumns} from accounts where institution_id = $1 and id = w.account_id for no key update
    ) a`,
};

const read = {
  name: 'ledger-read-accounts',
  text: `select a.* from unnest($2::uuid[]) as w (account_id) cross join lateral (
      select ${accountColumns} from accounts where institution_id = $1 and id = w.account_id limit 1
    ) a`,
};

/**
 * Locks and loads the books that a batch decides on. The batch must do its other reads after this:
 * only then does READ COMMITTED show data that the locks protect. It also looks for keys after
 * locking.
 */
export async function openBooks(tx: Queries, request: BooksRequest): Promise<Books> {
  const { institutionId, world } = request;
  // A transaction never changes, so it can be read before the locks, which need its accounts.
  const entries = await loadOriginals(tx, institutionId, request.reversing ?? []);
  const moving = unique([
    ...request.moving,
    ...[...entries.values()].flatMap((rows) => rows.map(({ accountId }) => accountId)),
  ]).sort();
  const locked =
    moving.length > 0
      ? await tx.query<Account>(request.isTrial ? read : lock, [
          institutionId,
          column('uuid', moving),
        ])
      : [];
  const versions = new Map(locked.map(({ id, version }) => [id, version]));
  const reading = unique(request.reading ?? []).filter((id) => !versions.has(id));
  const looked =
    reading.length > 0
      ? await tx.query<Account>(read, [institutionId, column('uuid', reading)])
      : [];
  const known: Map<string, KnownOrder> =
    request.keys.length > 0 ? await loadKnown(tx, institutionId, request.keys) : new Map();
  return {
    institutionId,
    world,
    now: world.clock.now(),
    accounts: new Map([...looked, ...locked].map((account) => [account.id, account])),
    holds: await loadHolds(tx, institutionId, request.holdIds ?? []),
    known,
    originals: await withReversals(tx, institutionId, entries),
    versions,
    decided: nothingDecided(),
  };
}

async function loadHolds(
  tx: Queries,
  institutionId: number,
  ids: readonly string[],
): Promise<Map<string, Hold>> {
  if (ids.length === 0) return new Map();
  const holds = await tx.query<Hold>(
    `select ${holdColumns} from holds where institution_id = $1 and id = any($2::uuid[])`,
    [institutionId, ids],
  );
  return new Map(holds.map((hold) => [hold.id, hold]));
}

async function loadOriginals(
  tx: Queries,
  institutionId: number,
  ids: readonly string[],
): Promise<Map<string, Original['entries'][number][]>> {
  const found = new Map<string, Original['entries'][number][]>();
  if (ids.length === 0) return found;
  // Finds a transaction's entries by batch, the only suitable index.
  const rows = await tx.query<Original['entries'][number] & { transactionId: string }>(
    `select t.id as "transactionId", e.account_id as "accountId", e.amount, e.kind
      from transactions t join entries e on e.institution_id = $1 and e.batch_id = t.batch_id and e.transaction_id = t.id
      where t.institution_id = $1 and t.id = any($2::uuid[])
      order by t.id, e.account_id`,
    [institutionId, ids],
  );
  for (const { transactionId, ...entry } of rows) {
    const entries = found.get(transactionId) ?? [];
    found.set(transactionId, [...entries, entry]);
  }
  return found;
}

async function withReversals(
  tx: Queries,
  institutionId: number,
  found: ReadonlyMap<string, Original['entries'][number][]>,
): Promise<Map<string, Original>> {
  if (found.size === 0) return new Map();
  const rows = await tx.query<{ id: string }>(
    'select reversal_of as id from transactions where institution_id = $1 and reversal_of = any($2::uuid[])',
    [institutionId, [...found.keys()]],
  );
  const reversed = new Set(rows.map(({ id }) => id));
  return new Map(
    [...found].map(([id, entries]) => [id, { entries, isReversed: reversed.has(id) }]),
  );
}

function unique(values: readonly string[]): string[] {
  return [...new Set(values)];
}
