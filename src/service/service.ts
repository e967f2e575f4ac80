import type { TaskKind } from '../kernel/vocabulary/staff-work.ts';
import type { StaffAlarmKind } from '../kernel/vocabulary/staff-alarm.ts';
import { Hono } from 'hono';
import { installChannels } from '../channels/installed.ts';
import { createConversation, type Conversation } from '../conversation/conversation.ts';
import type { Core } from '../core/core.ts';
import { ledgerCore } from '../core/local/ledger-core.ts';
import { recording } from '../audit/changes/recording.ts';
import type { Database, Queries } from '../database/database.ts';
import { observed } from '../database/observed.ts';
import { subscribe } from '../database/signals.ts';
import type { Institution } from '../members/institution.ts';
import { openTasks } from '../staff/tasks.ts';
import type { Channel } from '../messages/channel.ts';
import type { ChannelName } from '../kernel/vocabulary/channel.ts';
import type { InstalledChannel } from '../channels/install.ts';
import type { Budgets, Encryption, Ports } from '../operations/ports.ts';
import type { RawWebhook } from '../messages/raw-webhook.ts';
import { completeConversations } from '../messages/complete-conversations.ts';
import { createHostedNews } from '../messages/hosted/news.ts';
import { recordOlderMessages } from '../messages/record-older.ts';
import { createDispatcher, type Dispatcher } from '../messages/sending/dispatcher.ts';
import { createHealth } from '../observe/http.ts';
import { postPush } from '../push/post-push.ts';
import { pushOfMessages } from './push-of-messages.ts';
import { createConsole } from '../web/console/console.ts';
import { createSignedInBy } from '../web/console/sign-in/signed-in-by.ts';
import { createPortal } from '../web/site/site.ts';
import { createConsoles } from './consoles.ts';
import { createSingleSignOn, createSiteSignOn } from './single-sign-on.ts';
import { measureQueue, measureSize, oldestQueued } from './measure.ts';
import { hostOfRequest } from '../kernel/public-url.ts';
import { deliveryTo } from './delivery.ts';
import { withCommonHeaders } from './common-headers.ts';
import { createBooks } from './books.ts';
import { conversationByCore } from './conversation-by-core.ts';
import { createInstitutionCache } from './institution-cache.ts';
import { createMayServe } from './may-serve.ts';
import { createServiceJobs } from './jobs.ts';
import type { ServiceOptions } from './service-options.ts';
import { createFinder } from './find-existing.ts';
import { createSecurityWatch } from './security-watch.ts';
import { openThreadedConversation } from './thread/threaded-conversation.ts';
import { optsOut } from './opts-out.ts';
import { prove } from './prove.ts';
import { createSites } from './sites.ts';

/** Joins all parts: the one place that knows every room. */
export interface Service extends AsyncDisposable {
  readonly db: Database;
  readonly conversation: Conversation;
  /** Never resolves. Rejects when an essential part has ended unexpectedly. */
  readonly failed: Promise<never>;
  readonly dispatcher: Dispatcher;
  /** Webhooks, `/health` and the member site. */
  readonly app: Hono;
  /** By path, webhooks that can bypass the web app. The app has them too. */
  readonly rawWebhooks: ReadonlyMap<string, RawWebhook>;
  /** By institution's short name: the channels that are both configured and installed. */
  channels(): Promise<Readonly<Record<string, readonly ChannelName[]>>>;
  /** Reads messages that webhooks may have lost. @returns how many messages it passed on */
  poll(): Promise<number>;
  /** Updates the gauges, such as how many messages wait to be sent. */
  measure(): Promise<void>;
  /** Starts sending and taking jobs (expiring holds, judging echoes). */
  start(): void;
  /** Does the due jobs now, in this process. */
  runJobs(): Promise<void>;
}

/** Opens the service on a migrated database. @throws Fault if a channel that is set up can't work */
// oxlint-disable-next-line max-lines-per-function -- the composition root: each part once, in the order in which they need each other
export async function openService(given: ServiceOptions): Promise<Service> {
  const { world, keyring, logger, metrics } = given;
  const watched = (one: Database) =>
    observed(recording(one, { world, keyringOf: () => keyring }), metrics);
  const db = watched(given.db);
  const messagesDb = given.messagesDb ? watched(given.messagesDb) : db;
  const options = { ...given, db };
  const mayServe = createMayServe({ db, world, keyring, logger });
  const institutions = createInstitutionCache(db, world, mayServe);
  const listening = subscribe(db, 'institutions', () => institutions.forget());
  const news = createHostedNews({ db, logger });
  // Members open the app at the site's address.
  const offered = options.portal
    ? { ...options, app: { news, placing: pushOfMessages({ db, world, logger }) } }
    : options;
  const installed = installChannels(offered, {
    ...options,
    institutions,
    placesAt: (publicUrl) => createSites({ institutions, publicUrl }),
    optsOut,
  });
  // Before the first write: what is served must work.
  for (const one of installed) await one.assertWorks?.();
  // Before anything is sent: STOP may stand in a second conversation of an address, and what waits must be in the record.
  for (const { id } of await institutions.all()) {
    // First, since what the others write begins the chain of an institution that has none.
    await recordOlderMessages(db, { institutionId: id, keyring, world });
    await completeConversations(db, { institutionId: id, keyring, world });
  }
  const channelsOf = cachedByInstitution((institution): readonly Channel[] =>
    installed.flatMap((one) => one.channelOf(institution) ?? []),
  );
  const staffMust = async (
    institutionId: number,
    {
      channel,
      subject,
      kind = 'channel',
    }: {
      readonly channel: string;
      readonly subject: string;
      readonly kind?: Extract<TaskKind & StaffAlarmKind, 'channel' | 'alarm'>;
    },
    tx: Queries = db,
  ) => {
    // As last read: inside a transaction we must not ask the pool. On the embedded database, that
    // would wait forever.
    const institution =
      institutions.known(institutionId) ?? (await institutions.get(institutionId));
    metrics.count('alarms', { channel, event: 'staff_must' });
    await openTasks(tx, world, institution, [{ kind, subject, at: world.clock.now() }]);
  };
  const dispatcher = createDispatcher({
    db,
    institutionIds: async () => (await institutions.all()).map(({ id }) => id),
    channels: (id) => {
      const institution = institutions.known(id);
      return institution ? channelsOf(institution) : [];
    },
    keyring,
    world,
    logger,
    metrics,
    staffMust: async (institutionId, subject, kind) =>
      staffMust(institutionId, { channel: 'sending', subject, ...(kind ? { kind } : {}) }),
  });
  const { batchMax } = options;
  let isStarted = false;
  // Before the start, messages wait for it: it first looks up those that an earlier process may have sent.
  const queued = () => {
    if (isStarted) dispatcher.wake();
  };
  const books = createBooks({
    ...options,
    adapters: options.adapters ?? {},
    institution: async (id) => institutions.get(id),
    queued,
  });
  const ordered = () => books.sender?.wake();
  const threaded = options.thread
    ? await openThreadedConversation(
        { ...options.thread, batchMax },
        { clock: world.clock, metrics, queued },
      )
    : undefined;
  threaded?.failed.catch((error: unknown) =>
    logger.error(
      { error },
      'The conversation’s thread ended: the service can’t take messages any more',
    ),
  );
  const beside = (core: Core) =>
    createConversation(
      {
        db: messagesDb,
        core,
        keyring,
        world,
        logger,
        metrics,
        institution: async (id) => institutions.get(id),
        delivery: deliveryTo(messagesDb, world.clock),
        queued,
        ordered,
      },
      batchMax === undefined ? {} : { batchMax },
    );
  const conversation = conversationByCore({
    books,
    institutions,
    ours: threaded ?? beside(ledgerCore),
    of: beside,
  });
  const app = new Hono();
  app.onError((error, context) => {
    // Report it only in our own log: a broken request may hold secrets.
    logger.error({ error, path: context.req.routePath }, 'A request failed');
    metrics.count('faults', { where: 'web' });
    return context.json({ error: 'failed' }, 500);
  });
  app.use(withCommonHeaders);
  app.route(
    '/',
    createHealth({
      database: async () => dispatcher.show(),
      paused: () => dispatcher.paused(),
      conversation: async () =>
        threaded ? threaded.answers() : given.messagesDb?.query('select 1'),
      oldestQueuedSeconds: async () => oldestQueued(db, world),
    }),
  );
  const watch = createSecurityWatch({
    ...options,
    proxies: options.portal?.proxies ?? 0,
  });
  const rawWebhooks = new Map<string, RawWebhook>();
  const receiving = installed.map((one) => one.receive(conversation));
  for (const webhook of receiving.flatMap(({ webhooks }) => webhooks)) {
    if (webhook.raw) rawWebhooks.set(webhook.path, watch.raw(webhook.name, webhook.raw));
    app.use(`${webhook.path}/*`, watch.webhook(webhook.name));
    app.route(webhook.path, webhook.app);
  }
  const { portal } = options;
  const portsOf = cachedByInstitution((institution) => ({
    channels: channelsOf(institution).map(({ name }) => name),
    traits: Object.fromEntries(channelsOf(institution).map(({ name, traits }) => [name, traits])),
    budgets: budgetsOf(channelsOf(institution)),
    encryption: encryptionOf(installed, institution),
    ...directoriesOf(installed, institution),
  }));
  if (options.console) {
    const consoles = createConsoles({ institutions, ...options.console });
    const staffConsole = createConsole({
      db,
      coreOf: (institution) => books.coreOf(institution),
      keyring,
      world,
      logger,
      metrics,
      security: watch.log,
      portsOf,
      proveIn: prove,
      queued,
      ordered,
      ...options.console,
      consoleAt: async (host) => consoles.at(host),
      signedInBy: createSignedInBy({ db, world }),
      singleSignOn: createSingleSignOn(world, options.console.oidcSecrets),
    });
    app.use(async (context, next) =>
      (await consoles.at(hostOfRequest(context.req.raw)))
        ? staffConsole.fetch(context.req.raw, context.env)
        : next(),
    );
  }
  if (portal) {
    const sites = createSites({ institutions, ...portal });
    const site = createPortal({
      db,
      coreOf: (institution) => books.coreOf(institution),
      keyring,
      world,
      logger,
      metrics,
      security: watch.log,
      siteAt: async (host) => {
        const place = await sites.at(host);
        return place?.institution && { institution: place.institution, publicUrl: place.publicUrl };
      },
      portsOf,
      publicUrl: portal.publicUrl,
      messaging: { take: async (message) => conversation.take(message), news },
      queued,
      ordered,
      proxies: portal.proxies,
      demonstration: portal.demonstration ?? false,
      signOn: createSiteSignOn(world, portal.oidcSecrets),
    });
    app.mount('/', site.fetch, { replaceRequest: false });
  }
  const poll = async () => {
    let found = 0;
    for (const one of receiving) found += (await one.poll?.()) ?? 0;
    return found;
  };
  const jobs = createServiceJobs({
    ...options,
    institutions,
    staffMust,
    coreOf: (institution) => books.coreOf(institution),
    channelJobs: receiving.flatMap((one) => one.jobs),
    channelsOf: (institution) => channelsOf(institution).map(({ name }) => name),
    queued,
    alarms: {
      fetch,
      ...options.alarms,
      consoleUrlOf: ({ settings }) => settings.consoleUrl ?? options.console?.consoleUrl,
    },
    push: {
      post: options.push ?? postPush,
      publicUrlOf: ({ settings }) => settings.publicUrl ?? portal?.publicUrl ?? 'https://localhost',
    },
  });
  const finder = createFinder({ db, world, logger, institutions });
  return {
    db,
    conversation,
    failed: threaded?.failed ?? new Promise<never>(() => {}),
    dispatcher,
    app,
    rawWebhooks,
    channels: async () =>
      Object.fromEntries(
        (await institutions.all()).map((one) => [
          one.slug,
          channelsOf(one).map(({ name }) => name),
        ]),
      ),
    poll,
    measure: async () => {
      await measureQueue(db, metrics);
      await measureSize(db, metrics);
    },
    start: () => {
      isStarted = true;
      dispatcher.start();
      books.sender?.start();
      jobs.start();
      watch.start();
      finder.start();
    },
    runJobs: async () => jobs.run(),
    [Symbol.asyncDispose]: async () => {
      watch.stop();
      await finder.stop();
      await listening[Symbol.asyncDispose]();
      await jobs.stop();
      await conversation.idle();
      await threaded?.[Symbol.asyncDispose]();
      await books.sender?.[Symbol.asyncDispose]();
      await dispatcher[Symbol.asyncDispose]();
      await news[Symbol.asyncDispose]();
    },
  };
}

/** Derived once from each institution's settings, and again when they change. */
function cachedByInstitution<Made>(
  make: (institution: Institution) => Made,
): (institution: Institution) => Made {
  const made = new Map<number, { institution: Institution; made: Made }>();
  return (institution) => {
    const known = made.get(institution.id);
    if (known?.institution === institution) return known.made;
    const fresh = make(institution);
    made.set(institution.id, { institution, made: fresh });
    return fresh;
  };
}

/** The sending limits of these channels, by their names. */
function budgetsOf(channels: readonly Channel[]): Budgets {
  return Object.fromEntries(
    channels.flatMap(({ name, traits }) => (traits.budget ? [[name, traits.budget]] : [])),
  );
}

/** What reads the state of the encrypted channels, by their names. */
function encryptionOf(
  installed: readonly InstalledChannel[],
  institution: Institution,
): Encryption {
  return Object.fromEntries(
    installed.flatMap((one) =>
      one.encryptionOf ? [[one.name, async () => one.encryptionOf?.(institution)]] : [],
    ),
  );
}

/** The platforms' directories by channel name, and the carriers' facts about numbers. */
function directoriesOf(
  installed: readonly InstalledChannel[],
  institution: Institution,
): Omit<Ports, 'channels'> {
  const accounts = installed.flatMap((one) => {
    const directory = one.accountsOf?.(institution);
    return directory ? [[one.name, directory] as const] : [];
  });
  const phones = installed.find((one) => one.phones)?.phones;
  return { ...Object.fromEntries(accounts), ...(phones ? { phones } : {}) };
}
