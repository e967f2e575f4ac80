import pg from 'pg';
import { assert } from '../kernel/assert.ts';
import { Fault } from '../kernel/fault.ts';
import { binaryArray } from './binary-array.ts';
import { Column } from './column.ts';
import {
  madeHere,
  type Database,
  type Queries,
  type Statement,
  type Transaction,
} from './database.ts';
import { encodeParameter } from './parameters.ts';
import { parsers } from './parsers.ts';
import { repeating } from './repeating.ts';
import { together } from './together.ts';

export interface PostgresOptions {
  /** `postgres://user:password@host:port/name` */
  readonly url: string;
  /** How many connections at most; 4 unless told. */
  readonly connectionsMax?: number;
  readonly connectTimeoutMilliseconds?: number;
  /**
   * How long a statement may take, waiting for locks included, for what must not hang: it fails as cancelled (57014). A transaction
   * of which nothing is heard for four times as long is undone by the server, so that it holds nobody up. Absent: no bound.
   */
  readonly statementSeconds?: number | undefined;
}

/** The oldest server that the tests run on. */
const oldestServer = 150_000;

// A plan cached while a table was small would go on reading all of it when it is large: plan each time for what is
// there (parsing is still saved). Short statements gain nothing by JIT, and a page of an index that is in memory costs
// hardly more than the next page of a table: a large batch must not read all accounts. See docs/decisions.
// Dates come as the parsers read them, whatever the server was told.
const standing = [
  'plan_cache_mode=force_custom_plan',
  'jit=off',
  'random_page_cost=1.1',
  'DateStyle=ISO',
  // The server notices within a minute that we are gone, and lets go of what we had locked.
  'tcp_keepalives_idle=30',
  'tcp_keepalives_interval=10',
  'tcp_keepalives_count=3',
] as const;

/** Settings of the connections that these options ask for. */
function settingsOf({ statementSeconds }: PostgresOptions): string[] {
  if (statementSeconds === undefined) return [...standing];
  return [
    ...standing,
    `statement_timeout=${statementSeconds}s`,
    `idle_in_transaction_session_timeout=${4 * statementSeconds}s`,
  ];
}

/**
 * Opens a pool on a PostgreSQL server and sees that it answers. Where the server acknowledges what is not on its disk yet
 * (`synchronous_commit=off`), our connections wait for the disk all the same; stricter settings stay.
 * @throws Fault `database_unreachable` (retryable), `database_too_old`
 */
export async function openPostgres(options: PostgresOptions): Promise<Database> {
  const settings = settingsOf(options);
  const pool = poolOf(options, settings);
  if ((await commitOf(pool)) !== 'off') return createDatabase(pool);
  await pool.end();
  const careful = poolOf(options, [...settings, 'synchronous_commit=on']);
  await commitOf(careful);
  return createDatabase(careful);
}

function poolOf(options: PostgresOptions, settings: readonly string[]): pg.Pool {
  const pool = new pg.Pool({
    connectionString: options.url,
    max: options.connectionsMax ?? 4,
    connectionTimeoutMillis: options.connectTimeoutMilliseconds ?? 10_000,
    application_name: 'tweet-my-money',
    // Between two machines a connection can be gone without either being told.
    keepAlive: true,
    keepAliveInitialDelayMillis: 30_000,
    // A new connection has every statement to learn: where a message comes now and then, it would be three times as long in being answered.
    idleTimeoutMillis: 600_000,
    // Statements asked for together go out together: see together.ts.
    pipeline: true,
    options: settings.map((setting) => `-c ${setting}`).join(' '),
    types: { getTypeParser: typeParser },
  });
  // An idle connection that breaks is replaced by the pool; without a listener Node would end the process.
  pool.on('error', () => {});
  // Nor may one that breaks in the middle of a transaction, which the pool does not listen to: whoever asked is told by the statement.
  pool.on('connect', (client) => client.on('error', () => {}));
  return pool;
}

/**
 * Sees that the server answers and is new enough; ends the pool where not.
 * @returns for what a commit waits, by the server's `synchronous_commit`
 */
async function commitOf(pool: pg.Pool): Promise<string | undefined> {
  try {
    const { rows } = await pool.query<{ version: string; commit: string }>(
      `select current_setting('server_version_num') as version, current_setting('synchronous_commit') as commit`,
    );
    if (Number(rows[0]?.version) < oldestServer) {
      throw new Fault({
        code: 'database_too_old',
        message: 'PostgreSQL 15 or newer is needed',
        retryable: false,
      });
    }
    return rows[0]?.commit;
  } catch (cause) {
    await pool.end();
    if (cause instanceof Fault) throw cause;
    throw new Fault({
      code: 'database_unreachable',
      message: `PostgreSQL did not answer: ${cause instanceof Error ? cause.message : String(cause)}`,
      retryable: true,
      cause,
    });
  }
}

function typeParser(typeId: number, format?: string): (value: string) => unknown {
  const own = format === 'binary' ? undefined : parsers[typeId];
  // oxlint-disable-next-line typescript/no-unsafe-return -- pg's own parsers are untyped
  return own ?? pg.types.getTypeParser(typeId, 'text');
}

/** Parameters as they go to the server. */
type Write = (parameters: readonly unknown[]) => unknown[];

const written: Write = (parameters) =>
  parameters.map((value) =>
    value instanceof Column ? binaryArray(value) : encodeParameter(value),
  );

function createDatabase(pool: pg.Pool): Database {
  const on = (connection: pg.Pool | pg.PoolClient, write = written): Queries => ({
    query: async <Row>(statement: Statement | string, parameters: readonly unknown[] = []) => {
      const values = write(parameters);
      const result = await reached(async () =>
        typeof statement === 'string'
          ? connection.query(statement, values)
          : connection.query({ name: statement.name, text: statement.text, values }),
      );
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the statement's text says what its rows are
      return result.rows as Row[];
    },
  });
  let ended: Promise<void> | undefined;
  return {
    [madeHere]: true,
    engine: 'postgresql',
    ...on(pool),
    transaction: (work) =>
      repeating(() =>
        inTransaction(pool, (client, { write, commit }) =>
          work(transactionOn(on(client, write), commit)),
        ),
      ),
    script: async (text) => {
      await pool.query(text);
    },
    [Symbol.asyncDispose]: async () => {
      // Disposing twice is harmless.
      ended ??= pool.end();
      await ended;
    },
  };
}

/** Its last statement takes the commit with it, and nothing comes after. */
function transactionOn(queries: Queries, commit: () => Promise<unknown>): Transaction {
  let isOver = false;
  const ask: Queries['query'] = async (statement, parameters) => {
    assert(!isOver, 'nothing is asked after the last statement of a transaction');
    return queries.query(statement, parameters);
  };
  return {
    query: ask,
    last: async <Row>(statement: Statement | string, parameters?: readonly unknown[]) => {
      const asked = ask<Row>(statement, parameters);
      isOver = true;
      const [rows] = await together([asked, commit()]);
      return rows;
    },
  };
}

/** What is read behind a lock must see what its last holder committed, also where the server's default is another. */
const begin = 'begin isolation level read committed';

const unheard = 'no statement of what is committed had failed unheard';

async function inTransaction<Result>(
  pool: pg.Pool,
  work: (
    client: pg.PoolClient,
    its: { readonly write: Write; readonly commit: () => Promise<unknown> },
  ) => Promise<Result>,
): Promise<Result> {
  const client = await reached(async () => pool.connect());
  let broken: Error | undefined;
  let committing: Promise<pg.QueryResult> | undefined;
  let isWhole = true;
  // A statement whose values can't be written is never sent: the server knows nothing of it, and would commit all but that one.
  const write: Write = (parameters) => {
    try {
      return written(parameters);
    } catch (error) {
      isWhole = false;
      throw error;
    }
  };
  // Asked for once: with the last statement, or at the end.
  const commit = async () => {
    assert(isWhole, unheard);
    committing ??= reached(async () => client.query('commit'));
    return committing;
  };
  try {
    await reached(async () => client.query(begin));
    const result = await work(client, { write, commit });
    const { command } = await commit();
    assert(command === 'COMMIT', unheard);
    return result;
  } catch (error) {
    try {
      await client.query('rollback');
    } catch (rollbackError) {
      broken = rollbackError instanceof Error ? rollbackError : new Error(String(rollbackError));
    }
    throw error;
  } finally {
    // A connection that cannot even roll back is not given to anyone else.
    client.release(broken);
  }
}

/**
 * What the server said, or that it could not be asked: the driver throws errors of its own, without the server's severity, where a
 * connection was refused, timed out or broke.
 * @throws Fault `database_unreachable`, retryable
 */
async function reached<Result>(ask: () => Promise<Result>): Promise<Result> {
  try {
    return await ask();
  } catch (cause) {
    if (cause instanceof Error && 'severity' in cause) throw cause;
    throw new Fault({
      code: 'database_unreachable',
      message: `PostgreSQL did not answer: ${cause instanceof Error ? cause.message : String(cause)}`,
      retryable: true,
      cause,
    });
  }
}
