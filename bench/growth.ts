import { parseArgs } from 'node:util';
import { migrate } from '../src/database/migrate.ts';
import { openPostgres } from '../src/database/open-postgres.ts';
import { createWorld } from '../src/kernel/world.ts';
import { startPostgres } from '../test/support/postgres-server.ts';
import { buildFixture } from '../test/support/fixture.ts';
import { startConversation } from './support/conversation-process.ts';
import { databaseUrl } from './support/database-url.ts';
import { fillHistories } from './support/fill-histories.ts';
import { median, rounded } from './support/median.ts';
import { measureMessages, type MessageFigures } from './support/message-figures.ts';
import { say } from './support/say.ts';

const secret = 'the consumer secret of the benchmark';
const texts = ['#bal', '#hist', '#trans'] as const;

/** Measures what a message costs PostgreSQL on books of two sizes, in turns on the same server. */
export async function run(args: string[]): Promise<object> {
  const { values } = parseArgs({ args, options });
  const sizes = values.entries.split(',').map(Number);
  const server = await startPostgres([
    'synchronous_commit=on',
    'shared_buffers=512MB',
    'max_wal_size=8GB',
    'maintenance_work_mem=512MB',
  ]);
  await using stack = new AsyncDisposableStack();
  stack.defer(async () => server.stop());
  const places: Place[] = [];
  for (const entries of sizes) {
    const url = databaseUrl(server.url, `bench_${entries}`);
    const addresses = await openBooks(server.url, { url, entries, people: Number(values.people) });
    const service = stack.use(await startConversation({ url, secret, hasThread: false }));
    places.push({ entries, service, secret, addresses, postgres: server.processId, rounds: [] });
  }
  const { inFlight, seconds } = {
    inFlight: Number(values.flight),
    seconds: Number(values.seconds),
  };
  for (let round = 0; round <= Number(values.rounds); round += 1) {
    say(round === 0 ? 'warming up' : `round ${round}`);
    for (const text of texts)
      for (const place of round % 2 === 0 ? places : places.toReversed()) {
        const figures = await measureMessages(place, { text, inFlight, seconds });
        if (round > 0) place.rounds.push({ text, figures });
      }
  }
  return {
    people: Number(values.people),
    inFlight,
    rounds: Number(values.rounds),
    results: texts.map((text) => sumUp(text, places)),
  };
}

const options = {
  /** The smaller books first. */
  entries: { type: 'string', default: '100000,10000000' },
  people: { type: 'string', default: '5000' },
  flight: { type: 'string', default: '64' },
  rounds: { type: 'string', default: '3' },
  seconds: { type: 'string', default: '5' },
} as const;

interface Place {
  readonly entries: number;
  readonly service: { readonly pid: number; readonly port: number };
  readonly secret: string;
  readonly addresses: readonly string[];
  readonly postgres: number;
  readonly rounds: { readonly text: string; readonly figures: MessageFigures }[];
}

/** Makes books with so many entries. @returns the members' addresses */
async function openBooks(
  server: string,
  given: { readonly url: string; readonly entries: number; readonly people: number },
): Promise<string[]> {
  await using admin = await openPostgres({ url: server, connectionsMax: 1 });
  await admin.query(`create database bench_${given.entries}`);
  await using db = await openPostgres({ url: given.url, connectionsMax: 4 });
  await migrate(db);
  const { institution, members } = await buildFixture(db, createWorld(), { people: given.people });
  say(`${given.entries} entries of ${given.people} members`);
  await fillHistories(db, {
    institutionId: institution.id,
    accountIds: members.flatMap((one) => [one.checkingAccountId, one.savingsAccountId]),
    entries: given.entries,
    last: Temporal.Now.plainDateISO(),
  });
  return members.map(({ address }) => address);
}

/** PostgreSQL's time of one text in each size, and how much the largest costs beside the smallest. */
function sumUp(text: string, places: readonly Place[]) {
  const costs = places.map(({ rounds }) =>
    rounds
      .filter((one) => one.text === text)
      .map(({ figures }) => figures.postgresMicrosecondsPerMessage),
  );
  const [small = [], large = []] = [costs[0], costs.at(-1)];
  return {
    text,
    postgresMicroseconds: places.map(({ entries }, index) => ({
      entries,
      microseconds: median(costs[index] ?? []),
    })),
    growth: rounded(median(large.map((one, index) => one / (small[index] ?? 1))), 2),
  };
}
