import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { createChatApi } from '../../src/channels/x/chat/api.ts';
import { openWasmEngine } from '../../src/channels/x/chat/engine/wasm-engine.ts';
import { createKeys } from '../../src/channels/x/chat/keys.ts';
import { createXClient } from '../../src/channels/x/client.ts';
import { ensureSubscriptions, ensureWebhook } from '../../src/channels/x/connect.ts';
import type { Database } from '../../src/database/database.ts';
import { migrate } from '../../src/database/migrate.ts';
import { openPostgres } from '../../src/database/open-postgres.ts';
import { createXTokenStore } from '../../src/channels/x/token-store.ts';
import { seededRandom } from '../../src/kernel/random.ts';
import { createWorld, type World } from '../../src/kernel/world.ts';
import { startCluster } from '../support/cluster.ts';
import { startPostgres } from '../support/postgres-server.ts';
import { bankUserId, buildFixture, type Fixture, testKeys } from '../support/fixture.ts';
import { askForAlerts } from './alerts.ts';
import {
  accountSid,
  authToken,
  clientId,
  consumerSecret,
  openCarriers,
  ourNumber,
  publicUrl,
  type Carriers,
} from './carriers.ts';
import { check } from './check.ts';
import { killAll, type Kills, type SiegedServer } from './kill.ts';
import { waits, type Outage, type Waits } from './latency.ts';
import { startLoad } from './load.ts';
import { createNetwork } from './network.ts';
import type { SiegeOptions } from './options.ts';
import { createPeople } from './people.ts';
import { startServiceProcess, untilHealthy, type ServiceProcess } from './process.ts';

/** The result of a siege. */
export interface SiegeResult extends Waits {
  readonly kills: Kills;
  readonly messages: number;
  /** Transfers that waited for a passkey and have their end. */
  readonly approvals: number;
  /** One sentence for each lost, doubled or misstated message. */
  readonly problems: readonly string[];
}

/** How long waiting messages may take to get an answer after the last kill. */
const drainMilliseconds = 180_000;

/**
 * Kills `tmm serve` and PostgreSQL again and again while members write. Then checks that nothing is
 * lost, doubled or misstated.
 * @param root the program's folder
 * @param tell reports progress, one sentence at a time
 */
export async function runSiege(
  options: SiegeOptions,
  root: string,
  tell: (sentence: string) => void,
): Promise<SiegeResult> {
  const world = createWorld();
  const random = seededRandom(`siege ${options.seed}`);
  const folder = mkdtempSync(join(tmpdir(), 'tmm-siege-'));
  await using cleanup = new AsyncDisposableStack();
  let isWell = false;
  // Last, when no process writes its log any more.
  cleanup.defer(() => {
    if (isWell) rmSync(folder, { recursive: true, force: true });
  });
  const server = await startServer(options);
  cleanup.defer(async () => server.stop());
  const processes: ServiceProcess[] = [];
  const network = createNetwork(() => processes.map(({ url }) => url), random);
  const carriers = await openCarriers(world, network.fetch);
  cleanup.use(carriers);
  const { fixture, people } = await withDatabase(server, async (db) => {
    await migrate(db);
    const built = await buildFixture(db, world, {
      people: options.people,
      settings: fixtureSettings,
    });
    await createXTokenStore(db, { keyring: built.keyring, world }, built.institution.id).replace(
      async () => ({
        ...carriers.x.giveToken(bankUserId),
        expiresAt: world.clock.now().add({ hours: 2 }),
      }),
    );
    await makeChatKeys(db, { fixture: built, carriers, world });
    await askForAlerts(db, built);
    const given = { fixture: built, carriers, world, network: network.fetch };
    return { fixture: built, people: await createPeople(db, given) };
  });
  const environment = environmentOf(server, carriers);
  for (const { name, thread } of siegedProcesses) {
    const started = await startServiceProcess({
      root,
      environment: { ...environment, TMM_CONVERSATION_THREAD: thread },
      log: join(folder, `${name}.log`),
    });
    processes.push(started);
    cleanup.defer(async () => started.stop());
  }
  await Promise.all(processes.map(untilHealthy));
  await subscribe(carriers);
  tell(`${people.length} members, two processes, PostgreSQL; logs in ${folder}`);

  const outages: Outage[] = [];
  const load = startLoad(people, { random, perSecond: options.messagesPerSecond });
  const kills = await killAll({ options, random, processes, server, outages, tell });
  const said = await load.stop();
  await network.settled();
  await Promise.all(processes.map(untilHealthy));
  tell(`${said} messages written; waiting for the last answers`);
  const result = await withDatabase(server, async (db) => {
    await Promise.all(people.map(async (person) => person.decide?.()));
    await drained(db);
    await Promise.all(people.map(async (person) => person.refresh?.()));
    return {
      approvals: await endedApprovals(db),
      ...(await waits(db, { people, carriers, outages })),
      problems: await check(db, { fixture, people, carriers }),
    };
  });
  isWell = result.problems.length === 0;
  return { kills, messages: said, ...result };
}

async function startServer({ isCluster }: SiegeOptions): Promise<SiegedServer> {
  return isCluster ? startCluster() : startPostgres(['fsync=on', 'synchronous_commit=on']);
}

/** One with the conversation in a thread of its own, one without. */
const siegedProcesses = [
  { name: 'a', thread: 'on' },
  { name: 'b', thread: 'off' },
] as const;

const fixtureSettings = {
  // Here, a repeated transfer is no slip.
  repeatWithinSeconds: 0,
  // Transfers of $2.00 wait, if the member has a passkey.
  stepUp: { above: { x: '150', app: '150' }, seconds: 3_600 },
  limits: { perTransfer: '100000', perDay: '100000000' },
  sms: { number: ourNumber, carrier: 'twilio' },
};

async function withDatabase<Result>(
  { url }: SiegedServer,
  work: (db: Database) => Promise<Result>,
): Promise<Result> {
  await using db = await openPostgres({ url, connectionsMax: 4 });
  return await work(db);
}

/** The environment of `tmm serve` with these carriers. */
export function environmentOf(
  server: Pick<SiegedServer, 'url'>,
  carriers: Carriers,
): Record<string, string> {
  return {
    PATH: process.env['PATH'] ?? '',
    DATABASE_URL: server.url,
    TMM_MASTER_KEYS: testKeys()
      .map(({ id, key }) => `${id}:${Buffer.from(key).toString('base64')}`)
      .join(','),
    TMM_PUBLIC_URL: publicUrl,
    TMM_LOG_LEVEL: 'warn',
    TMM_X_CONSUMER_SECRETS: consumerSecret,
    TMM_X_CLIENT_ID: clientId,
    TMM_X_BEARER_TOKEN: carriers.bearer,
    TMM_X_ACCESS: 'enterprise',
    TMM_X_API_URL: carriers.xUrl,
    TMM_TWILIO_ACCOUNT_SID: accountSid,
    TMM_TWILIO_AUTH_TOKENS: authToken,
    TMM_TWILIO_OPT_OUT: 'off',
    TMM_TWILIO_API_URL: carriers.twilioUrl,
    TMM_TWILIO_LOOKUPS_URL: carriers.twilioUrl,
  };
}

/** Gives the institution's account keys for X Chat, as `tmm x chat keys create` does. */
export async function makeChatKeys(
  db: Database,
  {
    fixture: { keyring, institution },
    carriers,
    world,
  }: { readonly fixture: Fixture; readonly carriers: Carriers; readonly world: World },
): Promise<void> {
  const token = async () => carriers.x.giveToken(bankUserId).accessToken;
  const api = createChatApi(createXClient({ base: carriers.xUrl, fetch }), {
    current: token,
    renew: token,
  });
  const engine = await openWasmEngine();
  const institutionId = institution.id;
  await createKeys(
    { db, keyring, world, engine, api, institutionId, userId: bankUserId },
    'nothing',
  );
}

/** Makes X deliver to the service, as `tmm x connect` does. */
export async function subscribe({ x, xUrl, bearer }: Carriers): Promise<void> {
  const client = createXClient({ base: xUrl, fetch });
  const webhook = await ensureWebhook(client, { bearer, url: `${publicUrl}/x/webhook` });
  await ensureSubscriptions(client, {
    bearer,
    token: x.giveToken(bankUserId).accessToken,
    userId: bankUserId,
    webhookId: webhook.id,
  });
}

async function endedApprovals(db: Database): Promise<number> {
  const [row] = await db.query<{ count: number }>(
    `select count(*)::int as count from approvals where state in ('posted', 'declined', 'refused')`,
  );
  return row?.count ?? 0;
}

/** Waits until nothing is left to send, or time is up. The check finds the rest. */
async function drained(db: Database): Promise<void> {
  const deadline = performance.now() + drainMilliseconds;
  for (;;) {
    const [row] = await db.query<{ waiting: number }>(
      `select (select count(*)::int from outbound where status in ('queued', 'sending', 'errored', 'unknown'))
          + (select count(*)::int from x_chat_events where buried_at is null)
          + (select count(*)::int from alert_events where taken_at is null) as waiting`,
    );
    if (row?.waiting === 0 || performance.now() > deadline) return;
    await pause(500);
  }
}
