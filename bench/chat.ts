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
import { threadTimes, usedBetween } from './support/thread-times.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

/**
 * Measures what `#bal` costs `tmm serve` in X Chat and by direct message, from the webhook to the answer that X took: CPU time of the
 * engine's thread, and of all others. Then how long direct messages wait for their 200, alone and while X Chat messages come too.
 * Linux only.
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
  const waits: ({ readonly chatRate: number } & Waits)[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const order = round % 2 === 0 ? [0, chatRate] : [chatRate, 0];
    for (const chats of order) {
      const measured = await waitsOf(place, { seconds, rate, chatRate: chats });
      say(`${chats} chat messages a second: p99 ${measured.p99Milliseconds} ms`);
      waits.push({ chatRate: chats, ...measured });
    }
  }
  const of = (way: 'dm' | 'chat', part: 'engine' | 'rest') =>
    median(cost.filter((one) => one.way === way).map((one) => one[part]));
  const p99 = (chats: number) =>
    median(waits.filter((one) => one.chatRate === chats).map((one) => one.p99Milliseconds));
  return {
    microsecondsPerMessage: {
      dm: { engine: of('dm', 'engine'), rest: of('dm', 'rest') },
      chat: { engine: of('chat', 'engine'), rest: of('chat', 'rest') },
    },
    directMessageP99Milliseconds: { alone: p99(0), withChat: p99(chatRate), chatRate },
    cost,
    waits,
  };
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
  say(text: string): Promise<unknown>;
  /** How many answers X has taken for them. */
  answered(): number;
}

interface Place extends AsyncDisposable {
  readonly service: ServiceProcess;
  readonly dm: readonly Talker[];
  readonly chat: readonly Talker[];
  /** Milliseconds until the service answered the direct messages' webhooks. */
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
  let service: ServiceProcess | undefined;
  const carriers = await openCarriers(world, async (input, init) => {
    const { pathname, search } = new URL(input instanceof Request ? input.url : input);
    const isDm = typeof init?.body === 'string' && init.body.includes('"dm.received"');
    const started = performance.now();
    const answer = await fetch(`${service?.url}${pathname}${search}`, init);
    if (isDm) times.push(performance.now() - started);
    return answer;
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
  const moved = opening.move();
  return { service, ...talkers, times, [Symbol.asyncDispose]: async () => moved.disposeAsync() };
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
): Promise<Pick<Place, 'dm' | 'chat'>> {
  const engine = await openWasmEngine();
  for (const [index, { address }] of members.entries())
    x.createUser({ id: address, username: `person${index}`, name: `Person ${index}` });
  const half = Math.floor(members.length / 2);
  const dm = members.slice(0, half).map(({ address }): Talker => ({
    say: async (text) => x.memberSends({ from: address, to: bankUserId, text }),
    answered: () =>
      x.conversation(bankUserId, address).filter(({ senderId }) => senderId === bankUserId).length,
  }));
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
        say: async (text) => person.say(text),
        answered: () =>
          x.chat
            .events(bankUserId, address)
            .filter(({ kind, senderId }) => kind === 'message' && senderId === bankUserId).length,
      };
    }),
  );
  // Conversation keys are made, and the code is compiled.
  for (const one of [...dm, ...chat]) await one.say('#bal');
  await answeredAll([...dm, ...chat], dm.length + chat.length);
  return { dm, chat };
}

/** Microseconds a message. */
interface Cost {
  readonly engine: number;
  readonly rest: number;
}

interface Waits {
  readonly dms: number;
  readonly chats: number;
  readonly p50Milliseconds: number;
  readonly p99Milliseconds: number;
}

async function costOf(
  { service, ...place }: Place,
  way: 'dm' | 'chat',
  messages: number,
): Promise<Cost> {
  const talkers = place[way];
  const before = answersOf(talkers);
  const start = threadTimes(service.pid());
  for (let said = 0; said < messages; said += talkers.length)
    await Promise.all(talkers.slice(0, messages - said).map(async (one) => one.say('#bal')));
  await answeredAll(talkers, before + messages);
  const { named, others } = usedBetween(start, threadTimes(service.pid()), engineThreadName);
  return { engine: Math.round(named / messages), rest: Math.round(others / messages) };
}

async function waitsOf(
  { dm, chat, times }: Place,
  { seconds, rate, chatRate }: { seconds: number; rate: number; chatRate: number },
): Promise<Waits> {
  const [dmBefore, chatBefore] = [answersOf(dm), answersOf(chat)];
  times.length = 0;
  const write = async (talkers: readonly Talker[], perSecond: number) => {
    if (perSecond === 0) return 0;
    const underWay: Promise<unknown>[] = [];
    const start = performance.now();
    let said = 0;
    while (performance.now() - start < seconds * 1_000) {
      const one = talkers[said % talkers.length];
      if (one) underWay.push(one.say('#bal'));
      said += 1;
      await pause(Math.max(0, start + (said * 1_000) / perSecond - performance.now()));
    }
    await Promise.all(underWay);
    return said;
  };
  const [dms, chats] = await Promise.all([write(dm, rate), write(chat, chatRate)]);
  const sorted = times.toSorted((a, b) => a - b);
  await answeredAll(dm, dmBefore + dms);
  await answeredAll(chat, chatBefore + chats);
  const quantile = (part: number) =>
    Math.round((sorted[Math.floor(sorted.length * part)] ?? 0) * 10) / 10;
  return { dms, chats, p50Milliseconds: quantile(0.5), p99Milliseconds: quantile(0.99) };
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
