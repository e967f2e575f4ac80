import type { Database } from '../database/database.ts';
import type { Clock } from '../kernel/clock.ts';
import type { Metrics } from '../kernel/metrics.ts';

/** The same database, each of its transactions timed: what waits for a connection or a lock shows there first. */
export function timedDatabase(
  db: Database,
  { metrics, clock }: { readonly metrics: Metrics; readonly clock: Clock },
): Database {
  return {
    ...db,
    transaction: async (work) => {
      const began = clock.now().epochMilliseconds;
      try {
        return await db.transaction(work);
      } finally {
        const seconds = (clock.now().epochMilliseconds - began) / 1000;
        metrics.time('database_transaction', { engine: db.engine }, seconds);
      }
    },
  };
}
