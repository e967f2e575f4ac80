import type { Database, Queries } from '../database/database.ts';
import { Fault } from '../kernel/fault.ts';
import type { Keyring } from '../kernel/keyring.ts';
import type { World } from '../kernel/world.ts';
import type { AccountClass } from './account.ts';
import { postIn } from './post.ts';

/** The most buckets of an account, since each read sums them all. */
export const bucketsMax = 64;

/**
 * Raises the number of buckets of an internal account. It can't be lowered: history stays in its
 * bucket.
 * @throws Fault `account_not_found`, `buckets_refused` (fewer than now, or too many)
 * @returns how many buckets were opened
 */
export async function raiseBuckets(
  db: Database,
  options: {
    readonly institutionId: number;
    readonly kind: string;
    readonly currency: string;
    readonly count: number;
    readonly openedOn: Temporal.PlainDate;
    readonly world: World;
    readonly keyring?: Keyring | undefined;
    /** Writes the audit log in the same transaction. */
    readonly recorded?: (tx: Queries) => Promise<void>;
  },
): Promise<number> {
  const { institutionId, kind, currency, count, openedOn, world, keyring } = options;
  return db.transaction(async (tx) => {
    const rows = await tx.query<{ bucket: number; class: AccountClass }>(
      `select bucket, class from accounts where institution_id = $1 and kind = $2 and currency = $3 and internal
        order by bucket for no key update`,
      [institutionId, kind, currency],
    );
    const [main] = rows;
    if (!main) throw fault('account_not_found', `no internal account ${kind} in ${currency}`);
    if (count < rows.length || count > bucketsMax)
      throw fault(
        'buckets_refused',
        `${kind} in ${currency} has ${rows.length}, and may have ${rows.length} to ${bucketsMax}`,
      );
    const fresh = Array.from({ length: count - rows.length }, (_, index) => rows.length + index);
    if (fresh.length === 0) return 0;
    await options.recorded?.(tx);
    await postIn(tx, {
      institutionId,
      world,
      keyring,
      orders: fresh.map((bucket) => ({
        order: 'open_account',
        key: `internal:${kind}:${currency}:${bucket}`,
        effectiveOn: openedOn,
        accountId: world.ids.next(),
        class: main.class,
        kind,
        currency,
        internal: true,
        bucket,
      })),
    });
    return fresh.length;
  });
}

/**
 * Returns the balances of the institution's own accounts, with all buckets summed, on their normal
 * side.
 */
export async function internalBalances(
  q: Queries,
  institutionId: number,
): Promise<{ kind: string; currency: string; buckets: number; balance: bigint }[]> {
  return q.query(
    `select kind, currency, count(*)::int as buckets, sum(ledger_balance)::int8 as balance
      from accounts where institution_id = $1 and internal group by kind, currency order by kind, currency`,
    [institutionId],
  );
}

function fault(code: string, message: string): Fault {
  return new Fault({ code, message, retryable: false });
}
