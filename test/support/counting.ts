import {
  madeHere,
  type Database,
  type Queries,
  type Transaction,
} from '../../src/database/database.ts';

/** The same database, counting what is asked of it. */
export interface CountingDatabase extends Database {
  /** Statements since the last look, and transactions. */
  counted(): { readonly statements: number; readonly transactions: number };
}

export function counting(db: Database): CountingDatabase {
  let statements = 0;
  let transactions = 0;
  const count =
    (query: Queries['query']): Queries['query'] =>
    async (statement, parameters) => {
      statements += 1;
      return query(statement, parameters);
    };
  return {
    [madeHere]: true,
    engine: db.engine,
    query: count(async (statement, parameters) => db.query(statement, parameters)),
    script: async (text) => db.script(text),
    transaction: async (work) => {
      transactions += 1;
      return db.transaction(async (tx) => {
        const { last } = tx;
        const counted: Transaction = {
          scope: tx.scope,
          query: count(async (statement, parameters) => tx.query(statement, parameters)),
          ...(last
            ? { last: count(async (statement, parameters) => last(statement, parameters)) }
            : {}),
        };
        return work(counted);
      });
    },
    [Symbol.asyncDispose]: async () => {},
    counted: () => {
      const done = { statements, transactions };
      statements = 0;
      transactions = 0;
      return done;
    },
  };
}
