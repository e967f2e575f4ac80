import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { createXTokenStore } from '../src/channels/x/token-store.ts';
import { migrate } from '../src/database/migrate.ts';
import { openPostgres } from '../src/database/open-postgres.ts';
import { assert, present } from '../src/kernel/assert.ts';
import { createWorld, type World } from '../src/kernel/world.ts';
import { consumerSecret, openCarriers, type Carriers } from '../test/siege/carriers.ts';
import { environmentOf, subscribe } from '../test/siege/run.ts';
import { bankUserId, buildFixture } from '../test/support/fixture.ts';
import { startPostgres } from '../test/support/postgres-server.ts';
import { flushMicroseconds } from './support/flush.ts';
import { median, rounded } from './support/median.ts';
import { measureMessages } from './support/message-figures.ts';
import { peakMegabytes, watchProcessors } from './support/processor-times.ts';
import { say } from './support/say.ts';
import { startServe, type ServeProcess } from './support/serve-process.ts';

/**
 * Measures the time from a message's webhook to its answer in the member's inbox at the simulator
 * of X, which has no limit on sending here. `tmm serve` runs as in production: it records, answers
 * and sends, and its site and jobs are on. Then members write all at once, which shows how much
 * memory it needs at worst.
 */
export async function run(args: string[]): Promise<object> {
  const { values } = parseArgs({ args, options });
  const world = createWorld();
  await using stack = new AsyncDisposableStack();
  const server = await startPostgres(['synchronous_commit=on', 'fsync=on', 'shared_buffers=512MB']);
  stack.defer(async () => server.stop());
  let port = 0;
  const carriers = stack.use(
    await openCarriers(world, async (input, init) => {
      const { pathname, search } = new URL(input instanceof Request ? input.url : input);
      return fetch(`http://127.0.0.1:${port}${pathname}${search}`, init);
    }),
  );
  const addresses = await openInstitution(server.url, {
    people: Number(values.people),
    world,
    carriers,
  });
  say('growing the tables');
  await grow({ server, carriers, addresses, seconds: Number(values.grow) });
  const serve = stack.use(await startServe(environmentOf(server, carriers)));
  ({ port } = serve);
  await subscribe(carriers);
  const perSecond = Number(values.rate);
  const seconds = Number(values.seconds);
  const place = { serve, postgres: server.processId, carriers, addresses };
  say('warming up');
  await deliver(place, { perSecond, seconds: 5 });
  const rounds: Figures[] = [];
  for (let round = 1; round <= Number(values.rounds); round += 1)
    rounds.push(await deliver(place, { perSecond, seconds }));
  const atRate = peakMegabytes(serve.pid);
  say('all at once');
  const rush = await measureMessages(
    { service: serve, postgres: server.processId, secret: consumerSecret, addresses },
    { text: '#hist', inFlight: 256, seconds: Number(values.rush) },
  );
  const of = (name: keyof Figures, digits = 1) =>
    rounded(median(rounds.map((one) => one[name])), digits);
  return {
    flushMicroseconds: flushMicroseconds(server.folder),
    people: addresses.length,
    rounds: rounds.length,
    perSecond,
    p50Milliseconds: of('p50Milliseconds'),
    p99Milliseconds: of('p99Milliseconds'),
    serviceMicrosecondsPerMessage: of('serviceMicroseconds', 0),
    postgresMicrosecondsPerMessage: of('postgresMicroseconds', 0),
    peakMegabytes: { atRate, atWorst: peakMegabytes(serve.pid) },
    rushMessagesPerSecond: rush.messagesPerSecond,
  };
}

const options = {
  people: { type: 'string', default: '2000' },
  rate: { type: 'string', default: '50' },
  rounds: { type: 'string', default: '3' },
  seconds: { type: 'string', default: '10' },
  /** Seconds of messages before the service starts again; see `conversation`. */
  grow: { type: 'string', default: '8' },
  /** Seconds in which 256 members write at once. */
  rush: { type: 'string', default: '20' },
} as const;

interface Figures {
  readonly p50Milliseconds: number;
  readonly p99Milliseconds: number;
  readonly serviceMicroseconds: number;
  readonly postgresMicroseconds: number;
}

interface Place {
  readonly serve: ServeProcess;
  /** The process of the server. */
  readonly postgres: number;
  readonly carriers: Carriers;
  readonly addresses: readonly string[];
}

/** Makes the institution, its members and its token of X. @returns the members' addresses */
async function openInstitution(
  url: string,
  given: { readonly people: number; readonly world: World; readonly carriers: Carriers },
): Promise<string[]> {
  const { people, world, carriers } = given;
  await using db = await openPostgres({ url, connectionsMax: 4 });
  await migrate(db);
  say(`a fixture of ${people}`);
  const { institution, keyring, members } = await buildFixture(db, world, { people });
  await createXTokenStore(db, { keyring, world }, institution.id).replace(async () => ({
    ...carriers.x.giveToken(bankUserId),
    expiresAt: world.clock.now().add({ hours: 2 }),
  }));
  for (const { address } of members)
    carriers.x.createUser({ id: address, username: `person${address}`, name: 'Member' });
  await db.query('vacuum analyze');
  return members.map(({ address }) => address);
}

/** Lets members write, and has PostgreSQL count the rows: plans are kept for larger tables. */
async function grow(given: {
  readonly server: { readonly url: string; readonly processId: number };
  readonly carriers: Carriers;
  readonly addresses: readonly string[];
  readonly seconds: number;
}): Promise<void> {
  const { server, carriers, addresses, seconds } = given;
  await using serve = await startServe(environmentOf(server, carriers));
  await measureMessages(
    { service: serve, postgres: server.processId, secret: consumerSecret, addresses },
    { text: '#trans', inFlight: 64, seconds },
  );
  await using db = await openPostgres({ url: server.url, connectionsMax: 1 });
  // Their answers are not this bench's.
  await db.query(`update outbound set status = 'expired' where status = 'queued'`);
  await db.query('vacuum analyze');
}

/** The longest wait for answers that are still on their way. */
const drainMilliseconds = 30_000;

/** Lets members write at a fixed rate, and waits for their answers. */
async function deliver(
  { serve, postgres, carriers, addresses }: Place,
  { perSecond, seconds }: { readonly perSecond: number; readonly seconds: number },
): Promise<Figures> {
  const asked = new Map<string, number>();
  const times: number[] = [];
  const stop = carriers.x.subscribe(bankUserId, (event) => {
    if (event.kind !== 'message' || event.message.senderId !== bankUserId) return;
    const since = asked.get(event.message.recipientId);
    asked.delete(event.message.recipientId);
    if (since !== undefined) times.push(performance.now() - since);
  });
  const used = watchProcessors({ service: serve.pid, postgres });
  const started = performance.now();
  const count = perSecond * seconds;
  for (let sent = 0; sent < count; sent += 1) {
    const due = started + (sent * 1_000) / perSecond;
    await pause(Math.max(0, due - performance.now()));
    const from = present(addresses[sent % addresses.length], 'there are members');
    asked.set(from, performance.now());
    void carriers.x.memberSends({ from, to: bankUserId, text: '#bal' });
  }
  const deadline = performance.now() + drainMilliseconds;
  while (asked.size > 0 && performance.now() < deadline) await pause(50);
  const { microseconds } = used();
  stop();
  assert(times.length === count, `${count - times.length} of ${count} messages have no answer`);
  times.sort((a, b) => a - b);
  const quantile = (part: number) => rounded(times[Math.floor(times.length * part)] ?? 0, 1);
  const figures = {
    p50Milliseconds: quantile(0.5),
    p99Milliseconds: quantile(0.99),
    serviceMicroseconds: microseconds.service / count,
    postgresMicroseconds: microseconds.postgres / count,
  };
  say(
    `${perSecond} a second: p50 ${figures.p50Milliseconds} ms, p99 ${figures.p99Milliseconds} ms`,
  );
  return figures;
}
