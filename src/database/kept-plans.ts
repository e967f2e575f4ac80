import type { Pool, PoolClient } from 'pg';

/** From so many rows on, a plan made for a table is right for it when it has more. */
const rowsMin = 10_000;

/** How long we rely on what we last saw. */
const freshMilliseconds = 60_000;

/**
 * Asks whether the tables that grow with each message are large, as ANALYZE last counted them.
 * Before that, the planner knows nothing of them, and we don't either.
 */
export const areTablesLarge = `(select count(*) = 3 from pg_class
  where oid in (to_regclass('entries'), to_regclass('inbound'), to_regclass('outbound')) and reltuples >= ${rowsMin})`;

/** Decides for each connection whether PostgreSQL may keep a plan for all values of a statement. */
export interface KeptPlans {
  /** Returns what must come before the next transaction on this connection: empty, or a statement. */
  before(client: PoolClient): string;
  /** Its transaction was rolled back, and our setting with it. */
  undone(client: PoolClient): void;
}

/**
 * Lets PostgreSQL keep plans once tables have grown. Planning costs a lone message more than its
 * statements do. A plan that was kept from small tables would still read all of them when they are
 * large, so we allow it only later. From then on ANALYZE, which autovacuum runs as tables grow,
 * throws away kept plans of the tables that it counted.
 * @param areLarge as seen when the pool opened
 */
export function keepPlans(pool: Pool, areLarge: boolean): KeptPlans {
  const allowed = new WeakSet<PoolClient>();
  let isAllowed = areLarge;
  let seenAt = performance.now();
  const look = async (): Promise<void> => {
    const { rows } = await pool.query<{ large: boolean }>(`select ${areTablesLarge} as large`);
    // Tables that were emptied are rare, and a restart then makes new plans.
    isAllowed ||= rows[0]?.large ?? false;
  };
  return {
    before: (client) => {
      if (!isAllowed && performance.now() - seenAt > freshMilliseconds) {
        seenAt = performance.now();
        // The database may be away: the next transaction says so.
        look().catch(() => {});
      }
      if (!isAllowed || allowed.has(client)) return '';
      allowed.add(client);
      return 'set plan_cache_mode = auto; ';
    },
    undone: (client) => void allowed.delete(client),
  };
}
