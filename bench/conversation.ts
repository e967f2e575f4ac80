import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { migrate } from '../src/database/migrate.ts';
import { openPostgres } from '../src/database/open-postgres.ts';
import { assert } from '../src/kernel/assert.ts';
import { createWorld } from '../src/kernel/world.ts';
import { startPostgres } from '../test/support/postgres-server.ts';
import { buildFixture } from '../test/support/fixture.ts';
import { startConversation } from './support/conversation-process.ts';
import { databaseUrl } from './support/database-url.ts';
import { flushMicroseconds, withFlushDelay } from './support/flush.ts';
import { loads, measureMessages, sumUp, type MessageRound } from './support/message-figures.ts';
import { openPgbench } from './support/pgbench.ts';
import { peakMegabytes } from './support/processor-times.ts';
import { say } from './support/say.ts';
import { measureYardstick, yardstickFigures, type Yardstick } from './support/yardstick.ts';

const secret = 'the consumer secret of the benchmark';

/**
 * Measures the time and the CPU time from a signed webhook to the committed reply (200 is sent
 * after the commit). Load and service run in separate processes, on a PostgreSQL that syncs each
 * commit. The reference is pgbench's TPC-B on the same server, in turns with ours.
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
    const { processId } = server;
    const pgbench = values.pgbench
      ? await openPgbench(databaseUrl(server.url, 'bench_pgbench'), { scale: 20, processId })
      : undefined;
    const url = databaseUrl(server.url, 'bench_talk');
    const addresses = await openInstitution(url, Number(values.people));
    const given = {
      url,
      secret,
      hasThread: values.thread === 'auto' ? availableParallelism() > 2 : values.thread === 'on',
    };
    const texts = values.texts.split(',');
    const measuring = { postgres: processId, secret, addresses };
    say('growing the tables');
    await grow(given, { ...measuring, texts, seconds: Number(values.grow) });
    using service = await startConversation(given);
    const place = { ...measuring, service };
    const asked = loads({
      texts,
      flights: values.flights.split(',').map(Number),
      perSecond: Number(values.rate),
    });
    say('warming up');
    for (const text of texts)
      await measureMessages(place, { text, inFlight: 64, seconds: Number(values.warm) });
    const rounds: MessageRound[] = [];
    const yardsticks: Yardstick[] = [];
    for (let round = 1; round <= Number(values.rounds); round += 1) {
      say(`round ${round}`);
      const yardstick = pgbench && (await measureYardstick(pgbench, Number(values.seconds)));
      if (yardstick) yardsticks.push(yardstick);
      for (const load of asked) {
        const figures = await measureMessages(place, { ...load, seconds: Number(values.seconds) });
        rounds.push({ load, figures, yardstick });
      }
    }
    await assertAnswered(url);
    return {
      flushMicroseconds: flushMicroseconds(server.folder),
      flushDelayMicroseconds: flushDelay,
      thread: values.thread,
      people: addresses.length,
      rounds: Number(values.rounds),
      peakMegabytes: peakMegabytes(service.pid),
      ...(yardsticks.length > 0 ? { pgbench: yardstickFigures(yardsticks) } : {}),
      results: asked.map((load) => sumUp(rounds.filter((one) => one.load === load))),
    };
  } finally {
    await server.stop();
  }
}

const options = {
  /** `--no-pgbench` skips the comparison, which `paired` does not need. */
  pgbench: { type: 'boolean', default: true },
  people: { type: 'string', default: '5000' },
  rounds: { type: 'string', default: '3' },
  seconds: { type: 'string', default: '8' },
  /** Seconds of messages by each text before the service starts again. */
  grow: { type: 'string', default: '8' },
  /** Seconds for each text before the first round, in which the program is compiled. */
  warm: { type: 'string', default: '5' },
  flights: { type: 'string', default: '1,256' },
  /** `#trans` alone is a transfer of another amount each time. */
  texts: { type: 'string', default: '#bal,#trans' },
  /** Messages a second at a fixed rate; 0 leaves this out. */
  rate: { type: 'string', default: '500' },
  /** As `TMM_CONVERSATION_THREAD`. */
  thread: { type: 'string', default: 'auto' },
  'flush-delay': { type: 'string', default: '0' },
} as const;

/** Makes the institution and its members. @returns their addresses */
async function openInstitution(url: string, people: number): Promise<string[]> {
  await using db = await openPostgres({ url, connectionsMax: 4 });
  await migrate(db);
  say(`a fixture of ${people}`);
  const { members } = await buildFixture(db, createWorld(), { people });
  await db.query('vacuum analyze');
  return members.map(({ address }) => address);
}

/**
 * Lets members write, and has PostgreSQL count the rows. A credit union's tables are not empty, and
 * only for larger ones the service lets PostgreSQL keep its plans.
 */
async function grow(
  given: Parameters<typeof startConversation>[0],
  {
    texts,
    ...place
  }: Omit<Parameters<typeof measureMessages>[0], 'service'> & {
    readonly texts: readonly string[];
    readonly seconds: number;
  },
): Promise<void> {
  using service = await startConversation(given);
  for (const text of texts)
    await measureMessages({ ...place, service }, { text, inFlight: 64, seconds: place.seconds });
  await using db = await openPostgres({ url: given.url, connectionsMax: 1 });
  await db.query('vacuum analyze');
}

async function assertAnswered(url: string): Promise<void> {
  await using db = await openPostgres({ url, connectionsMax: 1 });
  const [row] = await db.query<{ inbound: number; outbound: number }>(
    'select (select count(*)::int from inbound) as inbound, (select count(*)::int from outbound) as outbound',
  );
  assert(row && row.inbound === row.outbound, 'each message has its reply');
}
