import { fork, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { migrate } from '../src/database/migrate.ts';
import { openPostgres } from '../src/database/open-postgres.ts';
import { assert } from '../src/kernel/assert.ts';
import { createWorld } from '../src/kernel/world.ts';
import { startPostgres } from '../test/support/postgres-server.ts';
import { buildFixture } from '../test/support/fixture.ts';
import { databaseUrl } from './support/database-url.ts';
import { flushMicroseconds, withFlushDelay } from './support/flush.ts';
import { pgbench } from './support/pgbench.ts';
import { say } from './support/say.ts';
import { webhookLoad } from './support/webhook-load.ts';

const secret = 'the consumer secret of the benchmark';

/**
 * Measures the time from a signed webhook to the committed reply (200 is sent after the commit).
 * Load and service run in separate processes, on a PostgreSQL that syncs each commit. The reference
 * is pgbench's TPC-B on the same server in the same run.
 */
export async function run(args: string[]): Promise<object> {
  const { values } = parseArgs({ args, options, allowNegative: true });
  const flushDelay = Number(values['flush-delay']);
  const server = await startPostgres([
    'synchronous_commit=on',
    'fsync=on',
    'shared_buffers=512MB',
    'max_wal_size=4GB',
    ...withFlushDelay(flushDelay),
  ]);
  try {
    await using admin = await openPostgres({ url: server.url, connectionsMax: 1 });
    for (const name of ['bench_pgbench', 'bench_talk'])
      await admin.query(`create database ${name}`);
    const compared = values.pgbench
      ? await pgbench(databaseUrl(server.url, 'bench_pgbench'), {
          scale: 20,
          clients: [1, 8, 32],
          seconds: 10,
        })
      : undefined;
    const measured = await converse(databaseUrl(server.url, 'bench_talk'), {
      people: Number(values.people),
      flights: values.flights.split(',').map(Number),
      seconds: Number(values.seconds),
      text: values.text,
    });
    const best = compared && Math.max(...compared.map((one) => one.transactionsPerSecond));
    return {
      flushMicroseconds: flushMicroseconds(server.folder),
      flushDelayMicroseconds: flushDelay,
      ...measured,
      text: values.text,
      pgbench: compared,
      ...(best === undefined
        ? {}
        : {
            ratios: measured.results.map(({ inFlight, messagesPerSecond }) => ({
              inFlight,
              toPgbenchBest: Math.round((messagesPerSecond / best) * 100) / 100,
            })),
          }),
    };
  } finally {
    await server.stop();
  }
}

const options = {
  /** `--no-pgbench` skips the comparison, which `paired` does not need. */
  pgbench: { type: 'boolean', default: true },
  people: { type: 'string', default: '5000' },
  seconds: { type: 'string', default: '10' },
  flights: { type: 'string', default: '1,64,256' },
  text: { type: 'string', default: '#bal' },
  'flush-delay': { type: 'string', default: '0' },
} as const;

/** Measures a service on an empty database, for each number of messages in flight. */
async function converse(
  url: string,
  given: { people: number; flights: readonly number[]; seconds: number; text: string },
) {
  await using db = await openPostgres({ url, connectionsMax: 4 });
  await migrate(db);
  say(`a fixture of ${given.people}`);
  const { members } = await buildFixture(db, createWorld(), { people: given.people });
  await db.query('vacuum analyze');
  const service = await startService(url);
  const addresses = members.map(({ address }) => address);
  const results = [];
  for (const inFlight of given.flights)
    results.push(await measure(service, { ...given, addresses, inFlight }));
  const residentMegabytes = Math.round((await service.used()).residentBytes / 1e6);
  service.child.disconnect();
  const [row] = await db.query<{ inbound: number; outbound: number }>(
    'select (select count(*)::int from inbound) as inbound, (select count(*)::int from outbound) as outbound',
  );
  assert(row && row.inbound === row.outbound, 'each message has its reply');
  return { people: members.length, results, residentMegabytes };
}

async function measure(
  service: Service,
  given: { addresses: readonly string[]; inFlight: number; seconds: number; text: string },
) {
  const { addresses, inFlight, seconds, text } = given;
  const before = await service.used();
  const measured = await webhookLoad({
    port: service.port,
    secret,
    addresses,
    inFlight,
    seconds,
    text,
  });
  say(
    `${inFlight} in flight: ${measured.messagesPerSecond}/s, p50 ${measured.p50Milliseconds} ms, p99 ${measured.p99Milliseconds} ms`,
  );
  const after = await service.used();
  const sent = measured.messagesPerSecond * (seconds + 1);
  return {
    inFlight,
    ...measured,
    serviceMicrosecondsPerMessage: Math.round(
      (after.processorMicroseconds - before.processorMicroseconds) / sent,
    ),
  };
}

interface Service {
  readonly child: ChildProcess;
  readonly port: number;
  used(): Promise<{ residentBytes: number; processorMicroseconds: number }>;
}

async function startService(url: string): Promise<Service> {
  const file = fileURLToPath(new URL('./support/conversation-service.ts', import.meta.url));
  // The same Node options as bin/tmm.
  const child = fork(file, [url, secret], {
    execArgv: ['--max-semi-space-size=8', '--v8-pool-size=1'],
  });
  const answer = async () =>
    new Promise<Record<string, number>>((resolve) =>
      child.once('message', (message) => resolve(Object(message))),
    );
  const { port = 0 } = await answer();
  return {
    child,
    port,
    used: async () => {
      child.send('used');
      const { residentBytes = 0, processorMicroseconds = 0 } = await answer();
      return { residentBytes, processorMicroseconds };
    },
  };
}
