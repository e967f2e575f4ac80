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

/** How connections are to be had. */
interface Access {
  readonly address: PostgresAddress;
  readonly settings: SessionSettings;
  /** A pooler stands between: a connection is another session in each transaction. */
  readonly isPooled: boolean;
}

/**
 * Opens a pool on a PostgreSQL server and sees that it answers. Where the server acknowledges what is not on its disk yet
 * (`synchronous_commit=off`), our connections wait for the disk all the same; stricter settings stay. Behind a pooler that takes no
 * settings for a connection, each transaction makes its own, and statements are not kept prepared.
 * @throws Fault `configuration` (an address that can't be read), `database_unreachable` (retryable), `database_too_old`
 */
export async function openPostgres(options: PostgresOptions): Promise<Database> {
  const address = readPostgresAddress(options.url);
  if ('problem' in address) throw unusable(address.problem);
  const settings = sessionSettings(options.statementSeconds);
  const direct: Access = { address, settings, isPooled: false };
  const { pool, isCareless, access } = await open(options, direct).catch(async (error: unknown) => {
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
  if (!isCareless) return createDatabase(pool, access);
  await pool.end();
  const careful = { ...access, settings: { ...settings, synchronous_commit: 'on' } };
  return createDatabase((await open(options, careful)).pool, careful);
}

/** Behind a pooler that refused our settings. The driver still sends what `PGOPTIONS` asks for, which is refused too. */
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

/** A pool that answers, and whether its commits wait for no disk. A pooler that drops our settings in silence is found here. */
async function open(
  options: PostgresOptions,
  access: Access,
): Promise<{ pool: pg.Pool; access: Access; isCareless: boolean }> {
  const sockets = new Set<Socket>();
  const pool = poolOf(options, access, sockets);
  const found = await askServer(pool).catch((error: unknown) => {
    // The driver leaves one open whose server asks for a password that nobody gave: the process would not end.
    for (const socket of sockets) socket.destroy();
    throw error;
  });
  if (access.isPooled || found.planCacheMode === access.settings['plan_cache_mode'])
    return { pool, access, isCareless: found.commit === 'off' };
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
    // Between two machines a connection can be gone without either being told.
    keepAlive: true,
    keepAliveInitialDelayMillis: 30_000,
    // A new connection has every statement to learn: where a message comes now and then, it would be three times as long in being answered.
    idleTimeoutMillis: 600_000,
    // Statements asked for together go out together: see together.ts.
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
  // An idle connection that breaks is replaced by the pool; without a listener Node would end the process.
  pool.on('error', () => {});
  // Nor may one that breaks in the middle of a transaction, which the pool does not listen to: whoever asked is told by the statement.
  pool.on('connect', (client) => client.on('error', () => {}));
  return pool;
}

/** Sees that the server answers and is new enough; ends the pool where not. */
async function askServer(pool: pg.Pool): Promise<{ commit: string; planCacheMode: string }> {
  try {
    const { rows } = await pool.query<{ version: string; commit: string; planCacheMode: string }>(
      `select current_setting('server_version_num') as version, current_setting('synchronous_commit') as commit,
        current_setting('plan_cache_mode') as "planCacheMode"`,
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

/** Parameters as they go to the server. */
type Write = (parameters: readonly unknown[]) => unknown[];

const written: Write = (parameters) =>
  parameters.map((value) =>
    value instanceof Column ? binaryArray(value) : encodeParameter(value),
  );

function createDatabase(pool: pg.Pool, { address, settings, isPooled }: Access): Database {
  const on = (connection: pg.Pool | pg.PoolClient, write = written): Queries => ({
    query: async <Row>(statement: Statement | string, parameters: readonly unknown[] = []) => {
      const values = write(parameters);
      const result = await reached(async () =>
        typeof statement === 'string'
          ? connection.query(statement, values)
          : // The next transaction behind a pooler may be on a session that never prepared it.
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
  const transaction: Database['transaction'] = async (work) =>
    repeating(() =>
      inTransaction({ pool, begins }, async (client, { write, commit }) => {
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
    // A statement by itself has the settings too: behind a pooler it is a transaction of its own.
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
    assert(!isOver, 'nothing is asked after the last statement of a transaction');
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

/** What is read behind a lock must see what its last holder committed, also where the server's default is another. */
const begin = 'begin isolation level read committed';

const unheard = 'no statement of what is committed had failed unheard';

async function inTransaction<Result>(
  { pool, begins }: { readonly pool: pg.Pool; readonly begins: string },
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
    await reached(async () => client.query(begins));
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
    throw unreachable(cause);
  }
}
