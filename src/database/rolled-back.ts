import type { Database, Queries } from './database.ts';

/** Carries a result through the rollback. */
class RolledBack<Result> extends Error {
  readonly result: Result;
  constructor(result: Result) {
    super('rolled back on purpose');
    this.result = result;
  }
}

/**
 * Returns the result of `work` in a transaction that always rolls back. The work can't commit
 * early: it gets no `last`.
 */
export async function rolledBack<Result>(
  db: Pick<Database, 'transaction'>,
  work: (tx: Queries) => Promise<Result>,
): Promise<Result> {
  try {
    return await db.transaction<never>(async (tx) => {
      throw new RolledBack(
        await work({ scope: tx.scope, query: async (...asked) => tx.query(...asked) }),
      );
    });
  } catch (error) {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- thrown above with this transaction's result
    if (error instanceof RolledBack) return error.result as Result;
    throw error;
  }
}
