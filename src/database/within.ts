import { Bug } from '../kernel/assert.ts';
import { madeHere, type Database, type Transaction } from './database.ts';
import { openScope } from './transaction-scope.ts';

/**
 * Lets code that needs a database run inside an open transaction, so that the caller commits or
 * rolls back everything. Each of its transactions is a savepoint. None can commit early, since
 * `last` is absent. They run one after another and must not be nested.
 */
export function within(tx: Transaction, engine: Database['engine']): Database {
  let before: Promise<unknown> = Promise.resolve();
  let count = 0;
  const query: Database['query'] = async (statement, parameters) => tx.query(statement, parameters);
  const part = async <Result>(work: (part: Transaction) => Promise<Result>): Promise<Result> => {
    count += 1;
    const name = `part_${count}`;
    await tx.query(`savepoint ${name}`);
    try {
      const { scope, finish } = openScope();
      const result = await work({ query, scope });
      await finish();
      await tx.query(`release savepoint ${name}`);
      return result;
    } catch (error) {
      await tx.query(`rollback to savepoint ${name}`);
      // A savepoint around this one may have the same name: the inner would hide it.
      await tx.query(`release savepoint ${name}`);
      throw error;
    }
  };
  return {
    [madeHere]: true,
    engine,
    query,
    transaction: async (work) => {
      const mine = before.then(async () => part(work));
      before = mine.catch(() => {});
      return mine;
    },
    script: async () => {
      throw new Bug('a script has its own transactions, so it cannot run inside one');
    },
    [Symbol.asyncDispose]: async () => {},
  };
}
