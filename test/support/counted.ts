import type { Database } from '../../src/database/database.ts';

/** A database that counts the statements it is asked, the begin and the commit of a transaction too. */
export function counted(db: Database): { readonly db: Database; statements(): number } {
  let statements = 0;
  return {
    statements: () => statements,
    db: {
      ...db,
      query: async (statement, parameters) => {
        statements += 1;
        return db.query(statement, parameters);
      },
      script: async (text) => {
        statements += 1;
        return db.script(text);
      },
      transaction: async (work) =>
        db.transaction(async (tx) => {
          statements += 2;
          const query: typeof tx.query = async (statement, parameters) => {
            statements += 1;
            return tx.query(statement, parameters);
          };
          // Without `last`: the commit is a statement of its own here, and counted above.
          return work({ scope: tx.scope, query });
        }),
      [Symbol.asyncDispose]: async () => db[Symbol.asyncDispose](),
    },
  };
}
