import type { Database, Queries } from '../database/database.ts';
import type { Keyring } from '../kernel/keyring.ts';
import type { World } from '../kernel/world.ts';
import type { AccountClass } from './account.ts';
import { postIn } from './post.ts';

/** The institution's own accounts, one of each in each currency, in one bucket or several. They have no floor. */
export const internalKinds = {
  /** Notes and coin. */
  cash: 'asset',
  /** Checks on their way. */
  check_clearing: 'asset',
  /** What other institutions and networks owe us or are owed. */
  settlement: 'asset',
  fee_income: 'income',
  dividend_expense: 'expense',
  /** The other side of what was brought from an older system. */
  imported: 'equity',
} as const satisfies Readonly<Record<string, AccountClass>>;

/** Ids of the internal accounts that exist in a currency, as orders name them: of several buckets the first. */
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

/** Opens the internal accounts that are missing in a currency, and gives the ids of all. */
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
        // Two starters at once: one wins the key, the other begins again or is answered as before.
        key: `internal:${kind}:${currency}`,
        effectiveOn: openedOn,
        accountId: world.ids.next(),
        class: accountClass,
        kind,
        currency,
        internal: true,
      })),
    });
    return internalAccounts(tx, institutionId, currency);
  });
}
