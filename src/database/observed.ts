import type { Metrics } from '../kernel/metrics.ts';
import { madeHere, type Database } from './database.ts';

/**
 * Wraps a database to time each transaction, from the request for a connection to the commit or
 * rollback. So the time includes an empty pool, waits for locks and a slow disk.
 */
export function observed(db: Database, metrics: Pick<Metrics, 'time'>): Database {
  return {
    [madeHere]: true,
    engine: db.engine,
    query: async (statement, parameters) => db.query(statement, parameters),
    ...(db.listen ? { listen: db.listen } : {}),
    script: async (text) => db.script(text),
    transaction: async (work) => {
      const started = performance.now();
      const ended = (outcome: 'committed' | 'undone') =>
        metrics.time(
          'database_transaction',
          { engine: db.engine, outcome },
          (performance.now() - started) / 1_000,
        );
      try {
        const result = await db.transaction(work);
        ended('committed');
        return result;
      } catch (error) {
        ended('undone');
        throw error;
      }
    },
    [Symbol.asyncDispose]: async () => db[Symbol.asyncDispose](),
  };
}
