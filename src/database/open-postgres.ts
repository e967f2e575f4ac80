import { Socket } from 'node:net';
import pg from 'pg';
import { assert, present } from '../kernel/assert.ts';
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
import { areTablesLarge, keepPlans, type KeptPlans } from './kept-plans.ts';
import { listenOnPostgres } from './listen-postgres.ts';
import { parsers } from './parsers.ts';
import { readPostgresAddress, type PostgresAddress } from './postgres-address.ts';
import { refusesSettings, unreachable } from './postgres-fault.ts';
import {
  sessionSettings,
  startupOptions,
  transactionSettings,
  type SessionSettings,
} from './postgres-settings.ts';
import { repeating } from './repeating.ts';
import { together } from './together.ts';
import { openScope, type TransactionScope } from './transaction-scope.ts';

export interface PostgresOptions {
  /** `postgres://user:password@host:port/name` */
  readonly url: string;
  /** The most connections; 4 by default. */
  readonly connectionsMax?: number;
  readonly connectTimeoutMilliseconds?: number;
  /**
   * The time limit of a statement, including waits for locks. A slower one is cancelled (57014).
   * The server also rolls back a transaction that is idle for four times as long, so that it blocks
   * nobody. Absent: no limit.
   */
  readonly statementSeconds?: number | undefined;
}

/** The oldest server version that the tests run on. */
const oldestServer = 150_000;

/** How to connect. */
interface Access {
  readonly address: PostgresAddress;
  readonly settings: SessionSettings;
  /** A pooler is in between: each transaction may run in another session. */
  readonly isPooled: boolean;
}

/** What the server says of itself. */
interface Found {
  readonly commit: string;
  readonly planCacheMode: string;
  readonly areTablesLarge: boolean;
}

/**
 * Opens a pool on a PostgreSQL server and checks that it answers. If the server acknowledges
 * commits before they are on disk (`synchronous_commit=off`), our connections still wait for the
 * disk; stricter settings stay. Behind a pooler that accepts no settings on connection, each
 * transaction sets its own, and statements are not prepared.
 * @throws Fault `configuration` (an unreadable address), `database_unreachable` (retryable),
 *   `database_too_old`
 */
export async function openPostgres(options: PostgresOptions): Promise<Database> {
  const address = readPostgresAddress(options.url);
  if ('problem' in address) throw unusable(address.problem);
  const settings = sessionSettings(options.statementSeconds);
  const direct: Access = { address, settings, isPooled: false };
  const { pool, found, access } = await open(options, direct).catch(async (error: unknown) => {
    if (error instanceof Fault && refusesSettings(error.cause)) return openPooled(options, direct);
    throw error;
  });
  if (access.isPooled && address.options !== '')
    throw await pool
      .end()
      .then(() =>
        unusable(
          'asks for settings (options), which the pooler behind it does not take. Set them by ALTER ROLE or ALTER DATABASE',
        ),
      );
  if (found.commit !== 'off') return createDatabase(pool, access, found);
  await pool.end();
  const careful = { ...access, settings: { ...settings, synchronous_commit: 'on' } };
  return createDatabase((await open(options, careful)).pool, careful, found);
}

/**
 * Opens a pool behind a pooler that refused our settings. The driver still sends those from
 * `PGOPTIONS`, which the pooler refuses too.
 */
async function openPooled(options: PostgresOptions, direct: Access): ReturnType<typeof open> {
  return open(options, { ...direct, isPooled: true }).catch((error: unknown) => {
    if (error instanceof Fault && refusesSettings(error.cause))
      throw unusable(
        'is a pooler’s that takes no settings, and PGOPTIONS in the environment asks for some. Unset it, and set them by ALTER ROLE or ALTER DATABASE',
      );
    throw error;
  });
}

function unusable(problem: string): Fault {
  const message = `The address of the database ${problem}`;
  return new Fault({ code: 'configuration', message, retryable: false });
}

/**
 * Opens a pool and checks whether its commits wait for the disk. This also detects a pooler that
 * silently drops our settings.
 */
async function open(
  options: PostgresOptions,
  access: Access,
): Promise<{ pool: pg.Pool; access: Access; found: Found }> {
  const sockets = new Set<Socket>();
  const pool = poolOf(options, access, sockets);
  const found = await askServer(pool).catch((error: unknown) => {
    // The driver leaves a socket open if the server asks for a missing password. The process would
    // not end.
    for (const socket of sockets) socket.destroy();
    throw error;
  });
  if (access.isPooled || found.planCacheMode === access.settings['plan_cache_mode'])
    return { pool, access, found };
  await pool.end();
  return open(options, { ...access, isPooled: true });
}

function poolOf(
  options: PostgresOptions,
  { address, settings, isPooled }: Access,
  sockets: Set<Socket>,
): pg.Pool {
  const pool = new pg.Pool({
    ...address.client,
    max: options.connectionsMax ?? 4,
    connectionTimeoutMillis: options.connectTimeoutMilliseconds ?? 10_000,
    // Detects a dead connection between two machines.
    keepAlive: true,
    keepAliveInitialDelayMillis: 30_000,
    // A new connection must prepare every statement. With few messages, that would triple the
    // response time.
    idleTimeoutMillis: 600_000,
    // Sends statements that are asked together in one go: see together.ts.
    pipeline: !isPooled,
    ...(isPooled ? {} : { options: startupOptions(address.options, settings) }),
    types: { getTypeParser: typeParser },
    stream: () => {
      const socket = new Socket();
      sockets.add(socket);
      socket.once('close', () => sockets.delete(socket));
      return socket;
    },
  });
  // The pool replaces an idle connection that breaks. Without a listener Node would end the
  // process.
  pool.on('error', () => {});
  // The same for a connection that breaks during a transaction, which the pool does not listen to.
  // The caller gets the error from the statement.
  pool.on('connect', (client) => client.on('error', () => {}));
  return pool;
}

/** Checks that the server answers and is new enough; otherwise ends the pool. */
async function askServer(pool: pg.Pool): Promise<Found> {
  try {
    const { rows } = await pool.query<Found & { version: string }>(
      `select current_setting('server_version_num') as version, current_setting('synchronous_commit') as commit,
        current_setting('plan_cache_mode') as "planCacheMode", ${areTablesLarge} as "areTablesLarge"`,
    );
    const row = present(rows[0], 'this select gives a row');
    if (Number(row.version) >= oldestServer) return row;
    throw new Fault({
      code: 'database_too_old',
      message: 'PostgreSQL 15 or newer is required',
      retryable: false,
    });
  } catch (cause) {
    await pool.end();
    throw cause instanceof Fault ? cause : unreachable(cause);
  }
}

function typeParser(typeId: number, format?: string): (value: string) => unknown {
  const own = format === 'binary' ? undefined : parsers[typeId];
  // oxlint-disable-next-line typescript/no-unsafe-return -- pg's own parsers are untyped
  return own ?? pg.types.getTypeParser(typeId, 'text');
}

/** Encodes parameters for the server. */
type Write = (parameters: readonly unknown[]) => unknown[];

const written: Write = (parameters) =>
  parameters.map((value) =>
    value instanceof Column ? binaryArray(value) : encodeParameter(value),
  );

function createDatabase(
  pool: pg.Pool,
  { address, settings, isPooled }: Access,
  found: Found,
): Database {
  const on = (connection: pg.Pool | pg.PoolClient, write = written): Queries => ({
    query: async <Row>(statement: Statement | string, parameters: readonly unknown[] = []) => {
      const values = write(parameters);
      const result = await reached(async () =>
        typeof statement === 'string'
          ? connection.query(statement, values)
          : // Behind a pooler the next transaction may run in a session that never prepared it.
            connection.query({
              ...(isPooled ? {} : { name: statement.name }),
              text: statement.text,
              values,
            }),
      );
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the statement's text says what its rows are
      return result.rows as Row[];
    },
  });
  const begins = isPooled ? `${begin}; ${transactionSettings(settings)}` : begin;
  // Behind a pooler statements have no name, and no plan is kept.
  const plans = isPooled ? undefined : keepPlans(pool, found.areTablesLarge);
  const transaction: Database['transaction'] = async (work) =>
    repeating(() =>
      inTransaction({ pool, begins, plans }, async (client, { write, commit }) => {
        const { scope, finish } = openScope();
        const result = await work(transactionOn(on(client, write), { commit, scope }));
        await finish();
        return result;
      }),
    );
  const listeners = new Set<AsyncDisposable>();
  const listen: Database['listen'] = (channel, heard) => {
    const one = listenOnPostgres(address.client, channel, heard);
    listeners.add(one);
    return {
      [Symbol.asyncDispose]: async () => {
        listeners.delete(one);
        await one[Symbol.asyncDispose]();
      },
    };
  };
  const end = async () => {
    await Promise.all([...listeners].map(async (one) => one[Symbol.asyncDispose]()));
    await pool.end();
  };
  let ended: Promise<void> | undefined;
  return {
    [madeHere]: true,
    engine: 'postgresql',
    // A single statement needs the settings too: behind a pooler it is its own transaction.
    ...(isPooled
      ? {
          query: async <Row>(statement: Statement | string, parameters?: readonly unknown[]) =>
            transaction(async (tx) => tx.query<Row>(statement, parameters)),
        }
      : on(pool)),
    transaction,
    ...(isPooled ? {} : { listen }),
    script: async (text) => {
      await pool.query(text);
    },
    [Symbol.asyncDispose]: async () => {
      // Disposing twice is harmless.
      ended ??= end();
      await ended;
    },
  };
}

/** Its last statement takes the commit with it, and nothing comes after. */
function transactionOn(
  queries: Queries,
  { commit, scope }: { readonly commit: () => Promise<unknown>; readonly scope: TransactionScope },
): Transaction {
  let isOver = false;
  const ask: Queries['query'] = async (statement, parameters) => {
    assert(!isOver, 'no statement may follow the last one of a transaction');
    return queries.query(statement, parameters);
  };
  return {
    scope,
    query: ask,
    last: async <Row>(statement: Statement | string, parameters?: readonly unknown[]) => {
      const asked = ask<Row>(statement, parameters);
      isOver = true;
      const [rows] = await together([asked, commit()]);
      return rows;
    },
  };
}

/**
 * A read after a lock must see the data that its last holder committed, even if the server has
 * another default.
 */
const begin = 'begin isolation level read committed';

const unnoticed = 'no statement of a committed transaction had failed unnoticed';

async function inTransaction<Result>(
  given: {
    readonly pool: pg.Pool;
    readonly begins: string;
    readonly plans: KeptPlans | undefined;
  },
  work: (
    client: pg.PoolClient,
    its: { readonly write: Write; readonly commit: () => Promise<unknown> },
  ) => Promise<Result>,
): Promise<Result> {
  const { pool, begins, plans } = given;
  const client = await reached(async () => pool.connect());
  let broken: Error | undefined;
  let committing: Promise<pg.QueryResult> | undefined;
  let isWhole = true;
  // A statement whose values can't be encoded is never sent. The server does not know of it and
  // would commit the rest.
  const write: Write = (parameters) => {
    try {
      return written(parameters);
    } catch (error) {
      isWhole = false;
      throw error;
    }
  };
  // Sent once: with the last statement, or at the end.
  const commit = async () => {
    assert(isWhole, unnoticed);
    committing ??= reached(async () => client.query('commit'));
    return committing;
  };
  try {
    await reached(async () => client.query(`${plans?.before(client) ?? ''}${begins}`));
    const result = await work(client, { write, commit });
    const { command } = await commit();
    assert(command === 'COMMIT', unnoticed);
    return result;
  } catch (error) {
    plans?.undone(client);
    try {
      await client.query('rollback');
    } catch (rollbackError) {
      broken = rollbackError instanceof Error ? rollbackError : new Error(String(rollbackError));
    }
    throw error;
  } finally {
    // Don't reuse a connection that cannot even roll back.
    client.release(broken);
  }
}

/**
 * Converts connection errors: the driver throws its own errors, without the server's severity, for
 * a refused, timed-out or broken connection.
 * @throws Fault `database_unreachable`, retryable; or the server's own error
 */
async function reached<Result>(ask: () => Promise<Result>): Promise<Result> {
  try {
    return await ask();
  } catch (cause) {
    if (cause instanceof Error && 'severity' in cause) throw cause;
    throw unreachable(cause);
  }
}
