import type { Db as Executor } from 'pg-boss';
import type { Database, Queries } from '../database/database.ts';
import { statementsOf } from '../database/statements.ts';

/**
 * Lets pg-boss use our database, or one transaction on it. It converts values as pg-boss's own
 * drivers do.
 * @param q the database, if several statements must run as one transaction; a transaction runs only
 *   one statement at a time
 */
export function executorOf(q: Queries | Database): Executor {
  return {
    executeSql: async (text, values = []) => {
      const parameters = values.map((value) => (value instanceof Date ? value.toJSON() : value));
      const rows =
        values.length === 0 && 'transaction' in q
          ? await runAll(q, text)
          : await q.query(text, parameters);
      return { rows: rows.map(plainRow) };
    },
  };
}

/**
 * pg-boss puts these into its SQL. We strip them and open a real transaction, so that a pool never
 * gets back half of one.
 */
const framing = /^(?:begin|commit)$/i;

/**
 * Runs all statements of a text, in one transaction if there are several, and returns their rows.
 */
async function runAll(db: Database, text: string): Promise<Record<string, unknown>[]> {
  const statements = statementsOf(text).filter((statement) => !framing.test(statement));
  const [only] = statements;
  if (statements.length === 1 && only !== undefined) return db.query(only);
  return db.transaction(async (tx) => {
    const rows: Record<string, unknown>[] = [];
    for (const statement of statements) rows.push(...(await tx.query(statement)));
    return rows;
  });
}

function plainRow(row: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(row).map(([name, value]) => [name, plain(value)]));
}

function plain(value: unknown): unknown {
  if (value instanceof Temporal.Instant) return new Date(value.epochMilliseconds);
  return typeof value === 'bigint' ? Number(value) : value;
}
