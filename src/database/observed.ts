import type { Metrics } from '../kernel/metrics.ts';
import { madeHere, type Database } from './database.ts';

/**
 * The same database, with each of its transactions timed, from wanting a connection to its commit or its undoing: that the pool
 * was empty, that a lock was waited for and that a disk is slow are all in it.
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
