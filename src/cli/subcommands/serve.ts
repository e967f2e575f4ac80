import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import type { Database } from '../../database/database.ts';
import { openPGlite } from '../../database/open-pglite.ts';
import { openPostgres } from '../../database/open-postgres.ts';
import { logFindings } from '../../service/checks/log-findings.ts';
import { assertReady } from '../../service/assert-ready.ts';
import {
  assertProduction,
  configurationFault,
  keyRingOf,
  readConfig,
  settings,
  type Config,
} from '../../service/config.ts';
import { openService, type Service } from '../../service/service.ts';
import type { ServiceOptions } from '../../service/service-options.ts';
import { listen } from '../../service/listen.ts';
import { optionsOf } from '../../service/options-of.ts';
import { systemRandom } from '../../kernel/random.ts';
import { createKeyring } from '../../kernel/keyring.ts';
import { createWorld } from '../../kernel/world.ts';
import type { RawWebhook } from '../../messages/raw-webhook.ts';
import { createMetricsPage } from '../../observe/http.ts';
import { createLogger } from '../../observe/log.ts';
import { createMetrics } from '../../observe/metrics.ts';
import type { Subcommand } from '../subcommand.ts';
import { noMoreThan } from '../words.ts';
import { untilStopped } from '../until-stopped.ts';

/** The statement timeout: batches take milliseconds, lists and due work a little longer. */
const statementSeconds = { conversation: 30, others: 60 } as const;

/**
 * The conversation's share of all PostgreSQL connections: two batches at a time, and events in
 * parallel.
 */
const conversationConnections = 3;

export const serveSubcommand: Subcommand = {
  name: 'serve',
  help: `
tmm serve

Runs the service with settings from the environment, without simulators. It refuses to start if a secret is missing or is the
demonstration's, and if the database has another schema: \`tmm migrate\` brings it to this version's. Once it serves, it logs what
\`tmm doctor\` finds. Settings:

${settings()
  .map(
    ({ name, help, standard }) =>
      `  ${name}${standard === undefined ? '' : ` (${standard})`}\n      ${help}`,
  )
  .join('\n')}`,
  run: async (words) => {
    // Its whole configuration is in the environment.
    noMoreThan(0, words);
    const config = readConfig();
    assertProduction(config);
    const logger = createLogger(config.TMM_LOG_LEVEL);
    const metrics = createMetrics();
    await using db = await openDatabase(config);
    // Every check that can refuse the start runs before the first write.
    await assertReady(db, config);
    // Disposed after the ports, so that it finishes the requests they accepted.
    await using opened = new AsyncDisposableStack();
    let service: Service | undefined;
    const rawWebhooks = new Map<string, RawWebhook>();
    await using _service = await listen(
      async (request, env) => service?.app.fetch(request, env) ?? starting(),
      { host: config.TMM_HOST, port: config.TMM_PORT },
      rawWebhooks,
    );
    await using _inside = await listen(
      createMetricsPage(metrics, async () => service?.measure()).fetch,
      { host: config.TMM_METRICS_HOST, port: config.TMM_METRICS_PORT },
    );
    const messagesDb = await openConversationDatabase(config);
    if (messagesDb) opened.use(messagesDb);
    const serving = opened.use(await open(config, { db, messagesDb, logger, metrics }));
    for (const [path, webhook] of serving.rawWebhooks) rawWebhooks.set(path, webhook);
    service = serving;
    service.start();
    logger.info(
      {
        host: config.TMM_HOST,
        port: config.TMM_PORT,
        engine: db.engine,
        site: config.TMM_PORTAL === 'on' ? config.TMM_PUBLIC_URL : 'off',
        channels: await service.channels(),
      },
      'Serving',
    );
    using _checks = logFindings(config, { db, logger });
    await Promise.race([untilStopped(), service.failed]);
    logger.info({}, 'Stopping: finishing work in progress first');
    return 0;
  },
};

async function openDatabase(config: Config): Promise<Database> {
  if (config.DATABASE_URL)
    return openPostgres({
      url: config.DATABASE_URL,
      connectionsMax: config.TMM_DATABASE_CONNECTIONS - conversationConnections,
      statementSeconds: statementSeconds.others,
    });
  const folder = config.TMM_DATA ?? '';
  // The engine would make a database there, and nobody could add an institution while we hold it.
  if (!existsSync(`${folder}/pg`))
    throw configurationFault([
      `TMM_DATA: there is no database in ${folder}. Create an empty one with \`tmm migrate --data ${folder}\``,
    ]);
  return openPGlite({ folder });
}

/**
 * Opens the conversation's own connections, if it has no thread that opens them. So pages that
 * take all the others delay no message.
 */
async function openConversationDatabase(config: Config): Promise<Database | undefined> {
  if (!config.DATABASE_URL || hasThread(config)) return undefined;
  return openPostgres({
    url: config.DATABASE_URL,
    connectionsMax: conversationConnections,
    statementSeconds: statementSeconds.conversation,
  });
}

/**
 * On two processors, PostgreSQL needs the second one as much as we do. Then a thread gains nothing,
 * and copying messages between two heaps costs a third of the CPU time.
 */
function hasThread({ DATABASE_URL, TMM_CONVERSATION_THREAD: choice }: Config): boolean {
  if (DATABASE_URL === undefined) return false;
  return choice === 'auto' ? availableParallelism() > 2 : choice === 'on';
}

async function open(
  config: Config,
  shared: Pick<ServiceOptions, 'db' | 'messagesDb' | 'logger' | 'metrics'>,
): Promise<Service> {
  const { masterKeys, activeKey } = keyRingOf(config);
  return openService({
    ...shared,
    world: createWorld(),
    keyring: createKeyring(masterKeys, systemRandom, activeKey),
    ...optionsOf(config),
    thread: hasThread(config)
      ? {
          url: config.DATABASE_URL ?? '',
          connectionsMax: conversationConnections,
          statementSeconds: statementSeconds.conversation,
          masterKeys,
          activeKey,
          logLevel: config.TMM_LOG_LEVEL,
        }
      : undefined,
  });
}

/** The answer while the service starts. Carriers deliver again later. */
function starting(): Response {
  return Response.json(
    { status: 'starting' },
    { status: 503, headers: { 'retry-after': '5', 'x-content-type-options': 'nosniff' } },
  );
}
