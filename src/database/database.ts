import type { TransactionScope } from './transaction-scope.ts';

/**
 * The database as the rooms see it: PGlite in the process or a PostgreSQL server, one interface.
 *
 * `db` (pool or transaction) is the explicit first argument of whatever touches data. Inside `transaction`, use the `tx`
 * that it gives and nothing else: PGlite has one connection, and asking the pool from inside its transaction waits for
 * ever.
 *
 * What comes back: `int8` and `sum(int8)::int8` as bigint, `int4` as number, `timestamptz` as Temporal.Instant, `date`
 * as Temporal.PlainDate, `bytea` as Uint8Array, `jsonb` parsed. What goes in may be any of these; arrays go in as one
 * parameter for `unnest($1::bigint[], …)`. Name columns so that rows are what the code wants: no mapping layer.
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

/** What a transaction's work is given. */
export interface Transaction extends Queries {
  readonly scope: TransactionScope;
  /**
   * Asks the last statement of the transaction; PostgreSQL gets the commit with it, so that what the statement locks is let go of
   * without another round trip. What the statement gives can undo nothing any more, and nothing may be asked after it. Where it
   * fails, all is rolled back. Absent in a part of another transaction (see within.ts): a part that commits would commit the whole.
   */
  readonly last?: Queries['query'];
}

/** A statement that is prepared once per connection: for the hot ones. The name is unique in the program. */
export interface Statement {
  readonly name: string;
  readonly text: string;
}

/** `null` stands for SQL's null, also inside arrays. An object that is none of the others goes in as JSON. */
export type Parameter = unknown;

/**
 * Marks what this room made. Elsewhere no object literal passes for a database, so none can hand a transaction's `last` to work that
 * takes the transaction for its own. Use `within` for that.
 */
export const madeHere: unique symbol = Symbol('database');

/** Called with what was published; without it where some may have been missed, as after a lost connection. */
export type Heard = (payload?: string) => void;

export interface Database extends Queries, AsyncDisposable {
  readonly [madeHere]: true;
  readonly engine: 'pglite' | 'postgresql';
  /**
   * Runs `work` in one READ COMMITTED transaction: committed when it returns, rolled back when it throws.
   * Deadlock and serialization failures (40P01, 40001) run it again, up to five times: `work` must be repeatable.
   */
  transaction<Result>(work: (tx: Transaction) => Promise<Result>): Promise<Result>;
  /** Several statements in one text without parameters: migrations. */
  script(text: string): Promise<void>;
  /** Hears notifications, see signals.ts. It begins by calling `heard` once it listens. Absent behind a pooler. */
  readonly listen?: ((channel: string, heard: Heard) => AsyncDisposable) | undefined;
}
