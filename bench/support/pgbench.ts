import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { systemPgbench } from '../../test/support/postgres-server.ts';
import { rounded } from './median.ts';
import { reapedMicroseconds, watchProcessors } from './processor-times.ts';
import { say } from './say.ts';

const run = promisify(execFile);

/** A run of pgbench. CPU times are of one transaction. */
export interface PgbenchResult {
  readonly clients: number;
  readonly transactionsPerSecond: number;
  readonly milliseconds: number;
  readonly postgresMicroseconds: number;
  readonly pgbenchMicroseconds: number;
  /** The share of the machine's processors that did nothing. */
  readonly idleShare: number;
  /** The share that neither pgbench nor its server used. */
  readonly othersShare: number;
}

/** Runs prepared transactions for so long, with so many clients. */
export type Pgbench = (given: { clients: number; seconds: number }) => Promise<PgbenchResult>;

/**
 * Fills a database of a server for pgbench's TPC-B.
 * @param server.processId the server's own process
 * @returns `undefined` if pgbench is not installed
 */
export async function openPgbench(
  url: string,
  { scale, processId }: { readonly scale: number; readonly processId: number },
): Promise<Pgbench | undefined> {
  const program = systemPgbench();
  if (!program) {
    say('pgbench is not installed: no comparison (Debian: postgresql-contrib)');
    return undefined;
  }
  say(`pgbench: filling, scale ${scale}`);
  await run(program, ['-i', '-q', '-s', String(scale), url]);
  return preparePgbench(program, { url, processId, name: 'pgbench' });
}

/**
 * Prepares runs of pgbench on a filled database.
 * @param given.script a file with a transaction in pgbench's language; TPC-B without it
 */
export function preparePgbench(
  program: string,
  given: {
    readonly url: string;
    readonly processId: number;
    readonly name: string;
    readonly script?: string;
  },
): Pgbench {
  const { url, processId, name, script } = given;
  return async ({ clients, seconds }) => {
    const used = watchProcessors({ postgres: processId });
    const before = reapedMicroseconds();
    const words = ['-M', 'prepared', '-c', clients, '-j', Math.min(2, clients), '-T', seconds];
    const which = script === undefined ? [] : ['-n', '-f', script];
    const { stdout } = await run(program, [...words.map(String), ...which, url]);
    const { microseconds, idleShare, wholeMicroseconds } = used();
    const own = reapedMicroseconds() - before;
    const others = 1 - idleShare - (microseconds.postgres + own) / wholeMicroseconds;
    const count = Number(/actually processed: (\d+)/.exec(stdout)?.[1]);
    const result = {
      clients,
      transactionsPerSecond: Math.round(Number(/tps = ([\d.]+)/.exec(stdout)?.[1])),
      milliseconds: Number(/latency average = ([\d.]+)/.exec(stdout)?.[1]),
      postgresMicroseconds: Math.round(microseconds.postgres / count),
      pgbenchMicroseconds: Math.round(own / count),
      idleShare: rounded(idleShare, 2),
      othersShare: rounded(Math.max(0, others), 2),
    };
    say(
      `${name}: ${clients} clients, ${result.transactionsPerSecond}/s, CPU ${result.postgresMicroseconds + result.pgbenchMicroseconds} µs`,
    );
    return result;
  };
}
