/**
 * One transaction, whatever is wrapped around its queries: by it, code finds what it keeps for the transaction. A savepoint of `within`
 * has a scope of its own.
 */
export interface TransactionScope {
  /**
   * Does some work after the transaction's own, before the commit, in the order in which it was given. Nothing is done where the
   * transaction is rolled back.
   */
  beforeCommit(work: () => Promise<void>): void;
}

/** A scope, and what does the work that it was given. */
export function openScope(): {
  readonly scope: TransactionScope;
  readonly finish: () => Promise<void>;
} {
  const waiting: (() => Promise<void>)[] = [];
  return {
    scope: {
      beforeCommit: (work) => {
        waiting.push(work);
      },
    },
    finish: async () => {
      // What is done may give more.
      for (let work = waiting.shift(); work; work = waiting.shift()) await work();
    },
  };
}
