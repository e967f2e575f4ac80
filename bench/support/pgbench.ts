import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { systemPgbench } from '../../test/support/postgres-server.ts';
import { say } from './say.ts';

const run = promisify(execFile);

export interface PgbenchResult {
  readonly clients: number;
  readonly transactionsPerSecond: number;
}

/**
 * Runs pgbench's TPC-B (prepared) on a database of this server, for each number of clients.
 * @returns `undefined` if pgbench is not installed
 */
export async function pgbench(
  url: string,
  options: { scale: number; clients: readonly number[]; seconds: number },
): Promise<PgbenchResult[] | undefined> {
  const program = systemPgbench();
  if (!program) {
    say('pgbench is not installed: no comparison (Debian: postgresql-contrib)');
    return undefined;
  }
  say(`pgbench: filling, scale ${options.scale}`);
  await run(program, ['-i', '-q', '-s', String(options.scale), url]);
  const results: PgbenchResult[] = [];
  for (const clients of options.clients) {
    const load = [
      '-M',
      'prepared',
      '-c',
      String(clients),
      '-j',
      '2',
      '-T',
      String(options.seconds),
    ];
    const { stdout } = await run(program, [...load, url]);
    const transactionsPerSecond = Math.round(Number(/tps = ([\d.]+)/.exec(stdout)?.[1]));
    say(`pgbench: ${clients} clients, ${transactionsPerSecond}/s`);
    results.push({ clients, transactionsPerSecond });
  }
  return results;
}
