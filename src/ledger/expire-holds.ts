import type { Database, Queries } from '../database/database.ts';
import type { Keyring } from '../kernel/keyring.ts';
import type { World } from '../kernel/world.ts';
import { post } from './post.ts';

/** Returns those of these institutions that have due holds. */
export async function institutionsWithDueHolds(
  q: Queries,
  institutionIds: readonly number[],
  now: Temporal.Instant,
): Promise<number[]> {
  const due = await q.query<{ id: number }>(
    `select i.id from unnest($1::int[]) as i (id)
      where exists (select from holds h where h.institution_id = i.id and h.state = 'open' and h.expires_at <= $2)`,
    [institutionIds, now],
  );
  return due.map(({ id }) => id);
}

/**
 * Expires open holds that are due, the oldest first. Run it about every minute: until then they
 * lower the available balance.
 * @param options.max the most holds in this batch
 * @returns how many expired
 */
export async function expireHolds(
  db: Database,
  options: {
    readonly institutionId: number;
    /** The current day in the institution's time zone. */
    readonly today: Temporal.PlainDate;
    readonly world: World;
    readonly keyring?: Keyring | undefined;
    readonly max?: number;
  },
): Promise<number> {
  const { institutionId, today, world, keyring } = options;
  const due = await db.query<{ id: string; accountId: string }>(
    `select id, account_id as "accountId" from holds
      where institution_id = $1 and state = 'open' and expires_at <= $2
      order by expires_at, id limit $3`,
    [institutionId, world.clock.now(), options.max ?? 1_000],
  );
  if (due.length === 0) return 0;
  const outcomes = await post(db, {
    institutionId,
    world,
    keyring,
    orders: due.map(({ id, accountId }) => ({
      order: 'expire_hold',
      key: `expire:${id}`,
      effectiveOn: today,
      holdId: id,
      accountId,
    })),
  });
  // A hold that was captured or released meanwhile is refused. Don't count it.
  return outcomes.filter((one) => one.outcome === 'posted' && !one.already).length;
}
