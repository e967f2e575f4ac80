import type { Database, Queries } from './database.ts';

/** Carries a result past the rollback. */
class Undone<Result> extends Error {
  readonly result: Result;
  constructor(result: Result) {
    super('undone on purpose');
    this.result = result;
  }
}

/**
 * Gives what `work` finds out, in a transaction that is always rolled back. The work can't commit early: it gets no `last`.
 */
export async function undone<Result>(
  db: Pick<Database, 'transaction'>,
  work: (tx: Queries) => Promise<Result>,
): Promise<Result> {
  try {
    return await db.transaction<never>(async (tx) => {
      throw new Undone(
        await work({ scope: tx.scope, query: async (...asked) => tx.query(...asked) }),
      );
    });
  } catch (error) {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- thrown above, with this transaction's own result
    if (error instanceof Undone) return error.result as Result;
    throw error;
  }
}
