import type { Db as Executor } from 'pg-boss';
import type { Database, Queries } from '../database/database.ts';
import { statementsOf } from '../database/statements.ts';

/**
 * Lets pg-boss ask our database, or one transaction of it. Values come and go as its own drivers give them.
 * @param q where several statements shall run as one, a database: inside a transaction there is but one at a time
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

/** Begun and committed by pg-boss in the text itself, which no pool may be left with half of. */
const framing = /^(?:begin|commit)$/i;

/** The rows of all statements of a text, which run as one transaction where there are several. */
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
