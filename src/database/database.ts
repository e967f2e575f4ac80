import type { TransactionScope } from './transaction-scope.ts';

/**
 * The interface to the database: PGlite in the process, or a PostgreSQL server. `db` (pool or
 * transaction) is the explicit first argument of all functions that use data. Inside `transaction`,
 * use only its `tx`: PGlite has one connection, and a query to the pool from inside a transaction
 * waits forever.
 *
 * Results: `int8` and `sum(int8)::int8` as bigint, `int4` as number, `timestamptz` as
 * Temporal.Instant, `date` as Temporal.PlainDate, `bytea` as Uint8Array, `jsonb` parsed. Parameters
 * may be any of these. An array is one parameter for `unnest($1::bigint[], …)`. Name columns as the
 * code needs them: there is no mapping layer.
 */
export interface Queries {
  /** The transaction that runs them. Absent on a pool. */
  readonly scope?: TransactionScope;
  /** Runs one statement and gives its rows. */
  query<Row = Record<string, unknown>>(
    statement: Statement | string,
    parameters?: readonly Parameter[],
  ): Promise<Row[]>;
}

/** The handle of an open transaction. */
export interface Transaction extends Queries {
  readonly scope: TransactionScope;
  /**
   * Runs the last statement of the transaction. PostgreSQL gets the commit with it, so that locks
   * are released without another round trip. Its result can no longer cause a rollback, and no
   * statement may follow. If it fails, everything rolls back. Absent in a part of another
   * transaction (see within.ts): such a part would commit the whole.
   */
  readonly last?: Queries['query'];
}

/**
 * A statement that each connection prepares once, for hot paths. Its name is unique in the program.
 */
export interface Statement {
  readonly name: string;
  readonly text: string;
}

/** `null` is SQL's null, also inside arrays. Any object of another class is encoded as JSON. */
export type Parameter = unknown;

/**
 * Marks objects made in this room. No object literal elsewhere passes for a database, so none can
 * hand a transaction's `last` to code that expects its own transaction. Use `within` for that.
 */
export const madeHere: unique symbol = Symbol('database');

/**
 * Called with the published text; without it if some may have been missed, as after a lost
 * connection.
 */
export type Heard = (payload?: string) => void;

export interface Database extends Queries, AsyncDisposable {
  readonly [madeHere]: true;
  readonly engine: 'pglite' | 'postgresql';
  /**
   * Runs `work` in one READ COMMITTED transaction: it commits when `work` returns and rolls back
   * when it throws. It retries up to five times after deadlocks and serialization failures (40P01,
   * 40001), so `work` must be repeatable.
   */
  transaction<Result>(work: (tx: Transaction) => Promise<Result>): Promise<Result>;
  /** Runs several statements in one text without parameters, for migrations. */
  script(text: string): Promise<void>;
  /**
   * Listens for notifications, see signals.ts. It calls `heard` once as soon as it listens. Absent
   * behind a pooler.
   */
  readonly listen?: ((channel: string, heard: Heard) => AsyncDisposable) | undefined;
}
