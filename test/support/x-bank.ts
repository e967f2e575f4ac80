import { Hono } from 'hono';
import { createXClient } from '../../src/channels/x/client.ts';
import { ensureSubscriptions, ensureWebhook } from '../../src/channels/x/connect.ts';
import { createChatApi } from '../../src/channels/x/chat/api.ts';
import { openWasmEngine } from '../../src/channels/x/chat/engine/wasm-engine.ts';
import { createKeys } from '../../src/channels/x/chat/keys.ts';
import type { Database } from '../../src/database/database.ts';
import { manualClock, type ManualClock } from '../../src/kernel/clock.ts';
import type { Logger } from '../../src/kernel/logger.ts';
import { seededRandom } from '../../src/kernel/random.ts';
import { createWorld, type World } from '../../src/kernel/world.ts';
import { openService, type Service } from '../../src/service/service.ts';
import type { ServiceOptions } from '../../src/service/service-options.ts';
import { createXTokenStore } from '../../src/channels/x/token-store.ts';
import { createMetrics } from '../../src/observe/metrics.ts';
import { createXSimulator, type XSimulator } from '../../dev/simulators/x/simulator.ts';
import { morning } from './service.ts';
import { bankUserId, buildFixture, type Fixture } from './fixture.ts';

/**
 * The whole service on one database with the simulated X as its network: no ports, no real clock.
 */
export interface XBank extends AsyncDisposable {
  readonly service: Service;
  readonly simulator: XSimulator;
  readonly fixture: Fixture;
  readonly clock: ManualClock;
  readonly world: World;
  /** The options of the service, so that another process can open it on the same database. */
  readonly options: ServiceOptions;
  /** The requests to X, such as `GET /2/dm_events`. */
  readonly calls: string[];
  /** The bodies of those requests. */
  readonly asked: { readonly method: string; readonly path: string; readonly body: unknown }[];
  /** What goes wrong with the next chat calls of the service; those of phones are not concerned. */
  readonly chatFaults: ChatServiceFaults;
  /** The whole log. */
  readonly logged: string[];
  /** Sends a direct message as this member. Resolves when all replies have been sent. */
  say(person: number, text: string): Promise<void>;
  /** The bank's messages in this member's inbox, oldest first. */
  inbox(person: number): string[];
}

type ChatFaults = XSimulator['faults']['chat'];

export interface ChatServiceFaults {
  /** For the next messages to a user. */
  readonly sends: { readonly to: string; readonly fault: ChatFaults['sends'][number] }[];
  readonly keyChanges: ChatFaults['keyChanges'];
  readonly reads: ChatFaults['reads'];
}

/** Has the simulator fail this one call. */
function askForFault({ faults }: XSimulator, wanted: ChatServiceFaults, call: string): void {
  const to = /^POST \/2\/chat\/conversations\/(\d+)\/messages$/.exec(call)?.[1];
  const at = wanted.sends.findIndex((one) => one.to === to);
  if (at >= 0) faults.chat.sends.push(...wanted.sends.splice(at, 1).map(({ fault }) => fault));
  if (/^POST \/2\/chat\/.*\/keys$/.test(call))
    faults.chat.keyChanges.push(...wanted.keyChanges.splice(0, 1));
  if (/^GET \/2\/(?:chat|users\/\d+\/public_keys)/.test(call))
    faults.chat.reads.push(...wanted.reads.splice(0, 1));
}

export const consumerSecret = 'test consumer secret';
export const webhookUrl = 'https://bank.example/x/webhook';

// oxlint-disable-next-line max-lines-per-function -- a composition: each part once, in order
export async function openXBank(
  db: Database,
  options: {
    people?: number;
    settings?: object;
    limits?: 'self_serve' | 'none';
    chat?: boolean;
    chatEngine?: NonNullable<ServiceOptions['x']>['chatEngine'];
  } = {},
): Promise<XBank> {
  const clock = manualClock(morning);
  const world = createWorld({ clock, random: seededRandom('x bank') });
  const fixture = await buildFixture(db, world, {
    people: options.people ?? 3,
    settings: options.settings ?? {},
  });
  const outside = new Hono();
  const calls: string[] = [];
  const asked: { method: string; path: string; body: unknown }[] = [];
  const chatFaults: ChatServiceFaults = { sends: [], keyChanges: [], reads: [] };
  const network: typeof fetch = async (input, init) => {
    const request = new Request(input, init);
    const { hostname, pathname } = new URL(request.url);
    if (hostname === 'bank.example') return outside.fetch(request);
    calls.push(`${request.method} ${pathname}`);
    askForFault(simulator, chatFaults, `${request.method} ${pathname}`);
    const body: unknown = await request
      .clone()
      .json()
      .catch(() => undefined);
    if (body !== undefined) asked.push({ method: request.method, path: pathname, body });
    return simulator.app.fetch(request);
  };
  const simulator = createXSimulator({ world, fetch: network, consumerSecret, clientId: 'test' });
  simulator.createUser({ id: bankUserId, username: 'myvcu', name: 'Vantage Credit Union' });
  for (const [index, person] of fixture.members.entries()) {
    simulator.createUser({
      id: person.address,
      username: `person${index}`,
      name: `Person ${index}`,
    });
  }
  const logged: string[] = [];
  const bearer = simulator.giveToken().accessToken;
  const serviceOptions: ServiceOptions = {
    db,
    world,
    keyring: fixture.keyring,
    logger: listeningLogger(logged),
    metrics: createMetrics(),
    x: {
      clientId: 'test',
      base: 'https://api.x.example',
      authorizeUrl: 'https://api.x.example/i/oauth2/authorize',
      secrets: [consumerSecret],
      bearer,
      webhookUrl,
      fetch: network,
      limits: options.limits ?? 'none',
      chatEngine: options.chatEngine,
    },
  };
  const tokens = simulator.giveToken(bankUserId);
  const client = createXClient({ base: 'https://api.x.example', fetch: network });
  if (options.chat)
    await createKeys(
      {
        db,
        world,
        keyring: fixture.keyring,
        engine: await openWasmEngine(),
        api: createChatApi(client, {
          current: async () => tokens.accessToken,
          renew: async () => tokens.accessToken,
        }),
        institutionId: fixture.institution.id,
        userId: bankUserId,
      },
      'nothing',
    );
  const service = await openService(serviceOptions);
  outside.route('/', service.app);
  await createXTokenStore(db, { keyring: fixture.keyring, world }, fixture.institution.id).replace(
    async () => ({ ...tokens, expiresAt: clock.now().add({ hours: 2 }) }),
  );
  const webhook = await ensureWebhook(client, { bearer, url: webhookUrl });
  await ensureSubscriptions(client, {
    bearer,
    token: tokens.accessToken,
    userId: bankUserId,
    webhookId: webhook.id,
  });
  return {
    service,
    options: serviceOptions,
    calls,
    asked,
    chatFaults,
    simulator,
    fixture,
    clock,
    world,
    logged,
    say: async (person, text) => {
      await simulator.memberSends({
        from: fixture.members[person]?.address ?? '',
        to: bankUserId,
        text,
      });
      await service.dispatcher.drain();
    },
    inbox: (person) =>
      simulator
        .conversation(bankUserId, fixture.members[person]?.address ?? '')
        .filter((message) => message.senderId === bankUserId)
        .map(({ text }) => text),
    [Symbol.asyncDispose]: async () => service[Symbol.asyncDispose](),
  };
}

/** Keeps every line, so that a test can check that none contains a secret. */
function listeningLogger(lines: string[]): Logger {
  const keep = (fields: object, sentence: string) => {
    lines.push(
      JSON.stringify({ ...fields, sentence }, (_key, value: unknown) =>
        value instanceof Error ? `${value.name} ${value.message}` : value,
      ),
    );
  };
  return { debug: keep, info: keep, warn: keep, error: keep };
}
