import type { Database } from '../../src/database/database.ts';
import { engines as both, onEngines, type EngineSuite } from './engines.ts';
import { sampled } from './sampled.ts';

export { openTestDatabase } from './engines.ts';

/**
 * The engines of a suite that no engine's own ways concern: PostgreSQL in `npm test`, both in `npm run test:slow`. The embedded
 * engine took two thirds of the processor's time of such suites. It runs the same SQL, over one connection. A question to the pool
 * inside a transaction would wait there forever: `onGuardedEngines` looks for that. What stays on both engines in `npm test` are the
 * suites of the database, jobs, audit log and migrations, and a few of the ledger, members, messages and the app.
 */
export const engines = sampled<readonly Database['engine'][]>({
  all: both,
  sample: ['postgresql'],
});

/** Runs a suite on the sampled engines. `db()` is one database for the whole suite. */
export function onSampledEngines(name: string, suite: EngineSuite): void {
  onEngines(engines, name, suite);
}

/**
 * Runs a suite of messages or books on the sampled engines. Such a suite looks for a question to the pool inside a transaction, so
 * PostgreSQL refuses one here.
 */
export function onGuardedEngines(name: string, suite: EngineSuite): void {
  onEngines(engines, name, suite, true);
}
