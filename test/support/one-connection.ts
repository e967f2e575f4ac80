import { AsyncLocalStorage } from 'node:async_hooks';
import type { Database } from '../../src/database/database.ts';

/** A transaction that code runs in, and whether it is still open. */
interface Open {
  isOpen: boolean;
}

/**
 * Makes a pool refuse questions inside a transaction. The embedded engine has one connection, so such a question waits there forever.
 * A suite on PostgreSQL alone finds it this way. Disposing of the database throws if code caught a refusal and went on.
 */
export function asOneConnection<Pool extends Database>(db: Pool): Pool {
  const found: string[] = [];
  const current = new AsyncLocalStorage<Open>();
  const check = (what: string) => {
    if (current.getStore()?.isOpen !== true) return;
    found.push(what);
    throw new Error(`inside a transaction, the pool was asked: ${what}`);
  };
  return {
    ...db,
    query: async (statement, parameters) => {
      check(typeof statement === 'string' ? statement : statement.text);
      return db.query(statement, parameters);
    },
    transaction: async (work) => {
      check('another transaction');
      return db.transaction(async (tx) => {
        const open: Open = { isOpen: true };
        try {
          return await current.run(open, async () => work(tx));
        } finally {
          open.isOpen = false;
        }
      });
    },
    [Symbol.asyncDispose]: async () => {
      await db[Symbol.asyncDispose]();
      if (found.length > 0)
        throw new Error(`inside transactions, the pool was asked: ${found.join('; ')}`);
    },
  };
}
