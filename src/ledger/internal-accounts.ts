import type { Database, Queries } from '../database/database.ts';
import type { Keyring } from '../kernel/keyring.ts';
import { assert } from '../kernel/assert.ts';
import type { World } from '../kernel/world.ts';
import type { AccountClass } from './account.ts';
import { postIn } from './post.ts';

/**
 * The institution's own accounts, one of each kind in each currency, in one or more buckets. They
 * have no floor.
 */
export const internalKinds = {
  /** Notes and coin. */
  cash: 'asset',
  /** Checks in collection. */
  check_clearing: 'asset',
  /** Due from and to other institutions and networks. */
  settlement: 'asset',
  fee_income: 'income',
  dividend_expense: 'expense',
  /** Provisional credits for notices of error, until they are decided. */
  disputes: 'asset',
  /** The other side of imports from an older system. */
  imported: 'equity',
} as const satisfies Readonly<Record<string, AccountClass>>;

/**
 * Returns the ids of the existing internal accounts in a currency. With several buckets, it is the
 * first, which orders name.
 */
export async function internalAccounts(
  q: Queries,
  institutionId: number,
  currency: string,
): Promise<Map<string, string>> {
  const rows = await q.query<{ kind: string; id: string }>(
    'select kind, id from accounts where institution_id = $1 and currency = $2 and internal and bucket = 0',
    [institutionId, currency],
  );
  return new Map(rows.map(({ kind, id }) => [kind, id]));
}

/** Opens the missing internal accounts in a currency, and returns the ids of all. */
export async function openInternalAccounts(
  db: Database,
  options: {
    readonly institutionId: number;
    readonly currency: string;
    readonly openedOn: Temporal.PlainDate;
    readonly world: World;
    readonly keyring?: Keyring | undefined;
  },
): Promise<Map<string, string>> {
  const { institutionId, currency, openedOn, world, keyring } = options;
  return db.transaction(async (tx) => {
    const found = await internalAccounts(tx, institutionId, currency);
    const missing = Object.entries(internalKinds).filter(([kind]) => !found.has(kind));
    if (missing.length === 0) return found;
    await postIn(tx, {
      institutionId,
      world,
      keyring,
      orders: missing.map(([kind, accountClass]) => ({
        order: 'open_account',
        key: `internal:${kind}:${currency}`,
        effectiveOn: openedOn,
        accountId: world.ids.next(),
        class: accountClass,
        kind,
        currency,
        internal: true,
      })),
    });
    // If several processes start together, one wins the keys. The others find its accounts.
    const all = await internalAccounts(tx, institutionId, currency);
    assert(all.size === Object.keys(internalKinds).length, 'each internal account was opened');
    return all;
  });
}
