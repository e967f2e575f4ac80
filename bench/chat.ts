import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { engineThreadName } from '../src/channels/x/chat/engine/threaded-engine.ts';
import { openWasmEngine } from '../src/channels/x/chat/engine/wasm-engine.ts';
import { createXTokenStore } from '../src/channels/x/token-store.ts';
import { migrate } from '../src/database/migrate.ts';
import { openPostgres } from '../src/database/open-postgres.ts';
import { createWorld, type World } from '../src/kernel/world.ts';
import { openCarriers, type Carriers } from '../test/siege/carriers.ts';
import { chatPerson } from '../test/siege/chat-person.ts';
import { startServiceProcess, untilHealthy, type ServiceProcess } from '../test/siege/process.ts';
import { environmentOf, makeChatKeys, subscribe } from '../test/siege/run.ts';
import { bankUserId, buildFixture, type Fixture } from '../test/support/fixture.ts';
import { startPostgres, type PostgresServer } from '../test/support/postgres-server.ts';
import { say } from './support/say.ts';
import { burn } from './support/burn.ts';
import { childrenOf, threadTimes, usedBetween } from './support/thread-times.ts';
import { openTimedFetch } from './support/timed-fetch.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

/**
 * Measures what `#bal` costs `tmm serve` in X Chat and by direct message, from the webhook to the answer that X took: CPU time of the
 * engine's thread, and of all others. Then how long direct messages wait for their 200: alone, while X Chat messages come too, while
 * the same people write as many direct messages instead, and while other processes use as much of the machine. The phones encrypt before
 * the time is taken. Linux only.
 */
export async function run(args: string[]): Promise<object> {
  const { values } = parseArgs({ args, options });
  const numbers = Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, Number(value)]),
  );
  const { messages = 0, people = 0, rounds = 0, seconds = 0, rate = 0, chatRate = 0 } = numbers;
  await using place = await open(people);
  const cost: ({ readonly way: 'dm' | 'chat' } & Cost)[] = [];
  for (let round = 0; round < rounds; round += 1) {
    // In turn, so that a machine that slows down favors neither.
    const order = round % 2 === 0 ? (['dm', 'chat'] as const) : (['chat', 'dm'] as const);
    for (const way of order) {
      const used = await costOf(place, way, messages);
      say(`${way}: ${used.engine} µs in the engine, ${used.rest} µs elsewhere`);
      cost.push({ way, ...used });
    }
  }
  const waits: ({ readonly beside: Beside } & Waits)[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const measure = async (beside: Beside, over: Partial<Load>) => {
      const measured = await waitsOf(place, { ...noLoad, seconds, rate, ...over });
      say(`direct messages beside ${beside}: p99 ${measured.p99Milliseconds} ms`);
      waits.push({ beside, ...measured });
      return measured;
    };
    const alone = await measure('nothing', {});
    const chats = await measure('chat', { chatRate });
    await measure('direct messages', { moreRate: chatRate });
    const burnt = coresOf(chats.cores) - coresOf(alone.cores);
    await measure('other processes', { burnt: Math.max(0.1, burnt) });
  }
  const of = (way: 'dm' | 'chat', part: 'engine' | 'rest') =>
    median(cost.filter((one) => one.way === way).map((one) => one[part]));
  const p99 = (beside: Beside) =>
    median(waits.filter((one) => one.beside === beside).map((one) => one.p99Milliseconds));
  return {
    microsecondsPerMessage: {
      dm: { engine: of('dm', 'engine'), rest: of('dm', 'rest') },
      chat: { engine: of('chat', 'engine'), rest: of('chat', 'rest') },
    },
    directMessageP99Milliseconds: {
      alone: p99('nothing'),
      withChat: p99('chat'),
      withDirectMessages: p99('direct messages'),
      withOtherProcesses: p99('other processes'),
      chatRate,
    },
    cost,
    waits,
  };
}

type Beside = 'nothing' | 'chat' | 'direct messages' | 'other processes';

function coresOf(cores: Cores): number {
  return Object.values(cores).reduce((sum: number, one: number) => sum + one, 0);
}

const options = {
  messages: { type: 'string', default: '200' },
  people: { type: 'string', default: '40' },
  rounds: { type: 'string', default: '3' },
  seconds: { type: 'string', default: '10' },
  /** Direct messages a second while their waits are measured. */
  rate: { type: 'string', default: '20' },
  chatRate: { type: 'string', default: '50' },
} as const;

interface Talker {
  /** Makes a message. @returns a function that sends it */
  prepare(text: string): Promise<() => Promise<unknown>>;
  /** How many answers X has taken for them. */
  answered(): number;
}

interface Place extends AsyncDisposable {
  readonly service: ServiceProcess;
  readonly server: PostgresServer;
  readonly dm: readonly Talker[];
  readonly chat: readonly Talker[];
  /** The same people as in chat, by direct message. */
  readonly more: readonly Talker[];
  /** Milliseconds until the service answered the webhooks of the direct messages, without those of `more`. */
  readonly times: number[];
}

async function open(people: number): Promise<Place> {
  const world = createWorld();
  await using opening = new AsyncDisposableStack();
  const folder = mkdtempSync(join(tmpdir(), 'tmm-bench-chat-'));
  opening.defer(async () => rmSync(folder, { recursive: true, force: true }));
  const server = await startPostgres(['synchronous_commit=on', 'fsync=on']);
  opening.defer(async () => server.stop());
  const times: number[] = [];
  const measured: string[] = [];
  let service: ServiceProcess | undefined;
  const timed = openTimedFetch();
  opening.use(timed);
  const carriers = await openCarriers(world, async (input, init) => {
    const { pathname, search } = new URL(input instanceof Request ? input.url : input);
    const url = `${service?.url}${pathname}${search}`;
    const body = init?.body;
    if (typeof body !== 'string' || !body.includes('"dm.received"')) return fetch(url, init);
    const headers = [...new Headers(init?.headers).entries()];
    const { status, milliseconds } = await timed.post(url, { headers, body });
    if (measured.some((address) => body.includes(address))) times.push(milliseconds);
    return new Response('', { status });
  });
  opening.use(carriers);
  const fixture = await prepare(server, { world, carriers, people });
  service = await startServiceProcess({
    root,
    environment: environmentOf(server, carriers),
    log: join(folder, 'serve.log'),
  });
  const started = service;
  opening.defer(async () => started.stop());
  await untilHealthy(service);
  await subscribe(carriers);
  const talkers = await talkersOf(carriers, fixture);
  measured.push(...fixture.members.slice(0, talkers.dm.length).map(({ address }) => address));
  const moved = opening.move();
  return {
    service,
    server,
    ...talkers,
    times,
    [Symbol.asyncDispose]: async () => moved.disposeAsync(),
  };
}

async function prepare(
  server: PostgresServer,
  given: { readonly world: World; readonly carriers: Carriers; readonly people: number },
): Promise<Fixture> {
  const { world, carriers, people } = given;
  await using db = await openPostgres({ url: server.url, connectionsMax: 4 });
  await migrate(db);
  const settings = { repeatWithinSeconds: 0 };
  const fixture = await buildFixture(db, world, { people, settings });
  const { keyring, institution } = fixture;
  await createXTokenStore(db, { keyring, world }, institution.id).replace(async () => ({
    ...carriers.x.giveToken(bankUserId),
    expiresAt: world.clock.now().add({ hours: 2 }),
  }));
  await makeChatKeys(db, { fixture, carriers, world });
  await db.query('vacuum analyze');
  return fixture;
}

/** The first half writes direct messages, the second in X Chat. */
async function talkersOf(
  { x }: Carriers,
  { members }: Fixture,
): Promise<Pick<Place, 'dm' | 'chat' | 'more'>> {
  const engine = await openWasmEngine();
  for (const [index, { address }] of members.entries())
    x.createUser({ id: address, username: `person${index}`, name: `Person ${index}` });
  const half = Math.floor(members.length / 2);
  const byMessage = ({ address }: { readonly address: string }): Talker => ({
    prepare: async (text) => async () => x.memberSends({ from: address, to: bankUserId, text }),
    answered: () =>
      x.conversation(bankUserId, address).filter(({ senderId }) => senderId === bankUserId).length,
  });
  const dm = members.slice(0, half).map(byMessage);
  const more = members.slice(half).map(byMessage);
  const chat = await Promise.all(
    members.slice(half).map(async ({ id, address }): Promise<Talker> => {
      // Nothing is decrypted here: the service's CPU time is measured, on the same machine.
      const person = await chatPerson(x, {
        memberId: id,
        address,
        engine,
        readsAtOnce: false,
        keyChangeEvery: Infinity,
      });
      return {
        prepare: async (text) => person.prepare(text),
        answered: () =>
          x.chat
            .events(bankUserId, address)
            .filter(({ kind, senderId }) => kind === 'message' && senderId === bankUserId).length,
      };
    }),
  );
  // Conversation keys are made, and the code is compiled.
  for (const one of [...dm, ...chat]) await (await one.prepare('#bal'))();
  await answeredAll([...dm, ...chat], dm.length + chat.length);
  return { dm, chat, more };
}

/** Microseconds a message. */
interface Cost {
  readonly engine: number;
  readonly rest: number;
}

/** How many cores each used. */
interface Cores {
  readonly engine: number;
  /** The service without its engine. */
  readonly service: number;
  readonly postgres: number;
  /** This process: the simulated carriers, the phones and the measuring. */
  readonly simulators: number;
}

interface Waits {
  readonly dms: number;
  /** Messages beside them. */
  readonly others: number;
  readonly p50Milliseconds: number;
  readonly p99Milliseconds: number;
  readonly cores: Cores;
}

async function costOf(place: Place, way: 'dm' | 'chat', messages: number): Promise<Cost> {
  const talkers = place[way];
  const before = answersOf(talkers);
  const ready = await prepared(talkers, messages);
  const start = threadTimes([place.service.pid()]);
  for (let said = 0; said < messages; said += talkers.length)
    await Promise.all(ready.slice(said, said + talkers.length).map(async (send) => send()));
  await answeredAll(talkers, before + messages);
  const end = threadTimes([place.service.pid()]);
  const { named, others } = usedBetween(start, end, engineThreadName);
  return { engine: Math.round(named / messages), rest: Math.round(others / messages) };
}

/** Messages of all talkers in turn. */
async function prepared(
  talkers: readonly Talker[],
  count: number,
): Promise<(() => Promise<unknown>)[]> {
  const ready: (() => Promise<unknown>)[] = [];
  for (let made = 0; made < count; made += 1) {
    const one = talkers[made % talkers.length];
    if (one) ready.push(await one.prepare('#bal'));
  }
  return ready;
}

interface Load {
  readonly seconds: number;
  readonly rate: number;
  readonly chatRate: number;
  readonly moreRate: number;
  /** Cores that other processes use. */
  readonly burnt: number;
}

const noLoad: Load = { seconds: 0, rate: 0, chatRate: 0, moreRate: 0, burnt: 0 };

async function waitsOf(place: Place, load: Load): Promise<Waits> {
  const { dm, chat, more, times } = place;
  const { seconds, rate, chatRate, moreRate, burnt } = load;
  const all = [...dm, ...chat, ...more];
  const answeredBefore = answersOf(all);
  const dms = await prepared(dm, rate * seconds);
  const others = [
    ...(await prepared(chat, chatRate * seconds)),
    ...(await prepared(more, moreRate * seconds)),
  ];
  const write = async (ready: readonly (() => Promise<unknown>)[]) => {
    const start = performance.now();
    const underWay: Promise<unknown>[] = [];
    for (const [index, send] of ready.entries()) {
      const at = start + (index * seconds * 1_000) / ready.length;
      await pause(Math.max(0, at - performance.now()));
      underWay.push(send());
    }
    await Promise.all(underWay);
  };
  times.length = 0;
  using burning = burnt > 0 ? burn(burnt) : undefined;
  const before = timesOf(place);
  await Promise.all([write(dms), write(others)]);
  const cores = coresBetween(before, timesOf(place));
  burning?.[Symbol.dispose]();
  const sorted = times.toSorted((a, b) => a - b);
  await answeredAll(all, answeredBefore + dms.length + others.length);
  const quantile = (part: number) =>
    Math.round((sorted[Math.floor(sorted.length * part)] ?? 0) * 10) / 10;
  return {
    dms: dms.length,
    others: others.length,
    p50Milliseconds: quantile(0.5),
    p99Milliseconds: quantile(0.99),
    cores,
  };
}

function timesOf({ service, server }: Pick<Place, 'service' | 'server'>) {
  return {
    at: performance.now(),
    service: threadTimes([service.pid()]),
    postgres: threadTimes([server.processId, ...childrenOf(server.processId)]),
    own: threadTimes([process.pid]),
  };
}

function coresBetween(
  before: ReturnType<typeof timesOf>,
  after: ReturnType<typeof timesOf>,
): Cores {
  const elapsed = (after.at - before.at) * 1_000;
  const cores = (microseconds: number) => Math.round((microseconds / elapsed) * 100) / 100;
  const service = usedBetween(before.service, after.service, engineThreadName);
  return {
    engine: cores(service.named),
    service: cores(service.others),
    postgres: cores(usedBetween(before.postgres, after.postgres).others),
    simulators: cores(usedBetween(before.own, after.own).others),
  };
}

const answersOf = (talkers: readonly Talker[]) =>
  talkers.reduce((sum, one) => sum + one.answered(), 0);

async function answeredAll(talkers: readonly Talker[], wanted: number): Promise<void> {
  const deadline = performance.now() + 120_000;
  while (answersOf(talkers) < wanted) {
    if (performance.now() > deadline)
      throw new Error(`${answersOf(talkers)} of ${wanted} answers came within two minutes`);
    await pause(50);
  }
}

function median(figures: readonly number[]): number {
  const sorted = figures.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
