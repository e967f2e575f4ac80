import { Hono } from 'hono';
import { createXClient } from '../channels/x/client.ts';
import { createTokenSource, type XApp } from '../channels/x/oauth.ts';
import { pollOnce } from '../channels/x/polling.ts';
import { createXWebhook } from '../channels/x/webhook.ts';
import { createXChannel, selfServeBudget } from '../channels/x/x-channel.ts';
import { createConversation, type Conversation } from '../conversation/conversation.ts';
import type { Database } from '../database/database.ts';
import { Fault } from '../kernel/fault.ts';
import type { Logger } from '../kernel/logger.ts';
import type { Seals } from '../kernel/seal.ts';
import type { World } from '../kernel/world.ts';
import { expireHolds } from '../ledger/expire-holds.ts';
import { listInstitutions, loadInstitution, type Institution } from '../members/institution.ts';
import { openTasks } from '../members/tasks.ts';
import type { Channel, Inbox } from '../messages/channel.ts';
import { createDispatcher, type Dispatcher } from '../messages/sending/dispatcher.ts';
import { applyReceipt, keepEcho, settleEchoes } from '../messages/sending/receipts.ts';
import { createHealth } from '../observe/http.ts';
import type { ObservedMetrics } from '../observe/metrics.ts';
import { ledgerCore } from '../shares/ledger-core.ts';
import { createSeenCursor, createXTokenStore } from './x-token-store.ts';

/** Everything joined: the one place that knows every room. */
export interface House extends AsyncDisposable {
  readonly db: Database;
  readonly conversation: Conversation;
  readonly dispatcher: Dispatcher;
  /** Webhooks and `/health`. */
  readonly app: Hono;
  /** Reads what X's webhooks may have lost. @returns how many messages were handed on */
  poll(): Promise<number>;
  /** Begins sending, and the work that time brings (holds that expire, echoes to be judged). */
  start(): void;
}

export interface HouseOptions {
  readonly db: Database;
  readonly world: World;
  readonly seals: Seals;
  readonly logger: Logger;
  readonly metrics: ObservedMetrics;
  readonly batchMax?: number;
  /** The X app; absent: X is not offered. */
  readonly x?: XApp & {
    readonly secrets: readonly string[];
    readonly fetch: typeof fetch;
    readonly limits: 'self_serve' | 'none';
  };
}

/** How long an institution's settings may be a moment old. */
const institutionSeconds = 5;

/** Opens the house on a migrated database. */
export async function openHouse(options: HouseOptions): Promise<House> {
  const { db, world, seals, logger, metrics } = options;
  const institutions = createInstitutionCache(db, world);
  await institutions.all();
  const channels = new Map<number, readonly Channel[]>();
  const channelsOf = (institutionId: number): readonly Channel[] => {
    const known = channels.get(institutionId);
    if (known) return known;
    const made = xChannelsOf(options, institutions.known(institutionId));
    channels.set(institutionId, made);
    return made;
  };
  const staffMust = async (institutionId: number, subject: string) => {
    const institution = await institutions.get(institutionId);
    metrics.count('alarms', { channel: 'x', event: 'staff_must' });
    await openTasks(db, world, institution, [{ kind: 'channel', subject, at: world.clock.now() }]);
  };
  const dispatcher = createDispatcher({
    db,
    institutionIds: async () => (await institutions.all()).map(({ id }) => id),
    channels: channelsOf,
    seals,
    world,
    logger,
    metrics,
    staffMust,
  });
  const conversation = createConversation(
    {
      db,
      core: ledgerCore,
      seals,
      world,
      logger,
      metrics,
      institution: async (id) => institutions.get(id),
      delivery: async (events) => {
        for (const event of events) {
          if (event.event === 'receipt') await applyReceipt(db, event, world.clock.now());
          if (event.event === 'sent_echo') await keepEcho(db, event, world.clock.now());
        }
      },
      queued: () => dispatcher.wake(),
    },
    options.batchMax === undefined ? {} : { batchMax: options.batchMax },
  );
  const app = new Hono();
  app.route(
    '/',
    createHealth({
      database: async () => db.query('select 1'),
      oldestQueuedSeconds: async () => oldestQueued(db, world),
    }),
  );
  if (options.x) {
    const bankOf = (userId: string) => institutions.byXUser(userId);
    app.route(
      '/x/webhook',
      createXWebhook({ secrets: options.x.secrets, bankOf, inbox: conversation, logger, metrics }),
    );
  }
  const poll = async () =>
    pollX(options, { institutions: await institutions.all(), inbox: conversation });
  const chores = createChores(options, { institutions, staffMust, poll });
  return {
    db,
    conversation,
    dispatcher,
    app,
    poll,
    start: () => {
      dispatcher.start();
      chores.start();
    },
    [Symbol.asyncDispose]: async () => {
      chores.stop();
      await conversation.idle();
      await dispatcher[Symbol.asyncDispose]();
    },
  };
}

interface InstitutionCache {
  get(id: number): Promise<Institution>;
  all(): Promise<readonly Institution[]>;
  /** Of those seen already. */
  known(id: number): Institution | undefined;
  byXUser(userId: string): number | undefined;
}

function createInstitutionCache(db: Database, world: World): InstitutionCache {
  const cached = new Map<number, { institution: Institution; until: number }>();
  let listed: { institutions: readonly Institution[]; until: number } | undefined;
  const keep = (institution: Institution) => {
    cached.set(institution.id, {
      institution,
      until: world.clock.now().epochMilliseconds + institutionSeconds * 1000,
    });
    return institution;
  };
  return {
    get: async (id) => {
      const known = cached.get(id);
      if (known && known.until > world.clock.now().epochMilliseconds) return known.institution;
      const found = await loadInstitution(db, id);
      if (!found)
        throw new Fault({
          code: 'institution_unknown',
          message: `There is no institution ${id}`,
          retryable: false,
        });
      // The same settings stay the same object, so that what is made of them is made once.
      const same =
        known &&
        JSON.stringify(known.institution, bigintText) === JSON.stringify(found, bigintText);
      return keep(same ? known.institution : found);
    },
    all: async () => {
      const now = world.clock.now().epochMilliseconds;
      if (!listed || listed.until <= now) {
        listed = {
          institutions: await listInstitutions(db),
          until: now + institutionSeconds * 1000,
        };
        for (const institution of listed.institutions)
          if (!cached.has(institution.id)) keep(institution);
      }
      return listed.institutions;
    },
    known: (id) => cached.get(id)?.institution,
    byXUser: (userId) => {
      const all = [...cached.values()].map(({ institution }) => institution);
      // An event about a member names no account of ours: with one bank there is no doubt.
      if (userId === '*') return all.length === 1 ? all[0]?.id : undefined;
      return all.find(({ settings }) => settings.x?.userId === userId)?.id;
    },
  };
}

function bigintText(_key: string, value: unknown): unknown {
  return typeof value === 'bigint' ? value.toString() : value;
}

/** What it takes to speak to X as this institution; `undefined` where it has no account there. */
function xAccountOf({ x, db, seals, world }: HouseOptions, institution: Institution | undefined) {
  const account = institution?.settings.x;
  if (!x || !institution || !account) return undefined;
  const network = { fetch: x.fetch, clock: world.clock };
  const store = createXTokenStore(db, { seals, world }, institution.id);
  return {
    client: createXClient({ base: x.base, fetch: x.fetch }),
    tokens: createTokenSource(x, store, network),
    bankUserId: account.userId,
    limits: x.limits,
  };
}

function xChannelsOf(
  options: HouseOptions,
  institution: Institution | undefined,
): readonly Channel[] {
  const account = xAccountOf(options, institution);
  if (!account) return [];
  const { client, tokens, bankUserId, limits } = account;
  const { clock } = options.world;
  const budget = limits === 'self_serve' ? { budget: selfServeBudget } : {};
  return [createXChannel({ client, tokens, clock, bankUserId, ...budget })];
}

/** Reads what X's webhooks may have lost, for every institution that has an account there. */
async function pollX(
  options: HouseOptions,
  { institutions, inbox }: { institutions: readonly Institution[]; inbox: Inbox },
): Promise<number> {
  let found = 0;
  for (const institution of institutions) {
    const account = xAccountOf(options, institution);
    if (!account) continue;
    const seen = createSeenCursor(options.db, options, institution.id);
    found += await pollOnce({ ...account, seen, inbox, institutionId: institution.id });
  }
  return found;
}

async function oldestQueued(db: Database, world: World): Promise<number> {
  const [row] = await db.query<{ at: Temporal.Instant | null }>(
    `select min(queued_at) as at from outbound where status in ('queued', 'errored')`,
  );
  return row?.at ? (world.clock.now().epochMilliseconds - row.at.epochMilliseconds) / 1000 : 0;
}

/** What time brings, every minute. */
function createChores(
  { db, world, seals, logger, metrics }: HouseOptions,
  {
    institutions,
    staffMust,
    poll,
  }: {
    institutions: InstitutionCache;
    staffMust: (institutionId: number, subject: string) => Promise<void>;
    poll: () => Promise<number>;
  },
): { start(): void; stop(): void } {
  let timer: NodeJS.Timeout | undefined;
  const run = async () => {
    // X may be away; the other chores do not wait for it.
    await poll().catch((error: unknown) => {
      metrics.count('faults', { where: 'polling' });
      logger.warn({ error }, 'X could not be polled and is tried again');
    });
    await settleEchoes({ db, world, metrics }, async (institutionId) =>
      staffMust(
        institutionId,
        'A message left our X account that this service did not send: by hand, or by an intruder',
      ),
    );
    for (const institution of await institutions.all()) {
      const today = world.clock.now().toZonedDateTimeISO(institution.zone).toPlainDate();
      await expireHolds(db, { institutionId: institution.id, today, world, seals });
    }
  };
  return {
    start: () => {
      timer ??= setInterval(() => {
        run().catch((error: unknown) =>
          logger.error({ error }, 'A chore failed and is tried again'),
        );
      }, 60_000);
    },
    stop: () => clearInterval(timer),
  };
}
