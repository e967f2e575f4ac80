import { migrate } from '../../database/migrate.ts';
import { openPGlite } from '../../database/open-pglite.ts';
import { openPostgres } from '../../database/open-postgres.ts';
import { assertDurable } from '../../house/assert-durable.ts';
import { assertPhones } from '../../house/assert-phones.ts';
import { assertProduction, keyRingOf, readConfig, settings } from '../../house/config.ts';
import { openHouse } from '../../house/house.ts';
import { listen } from '../../house/listen.ts';
import { optionsOf } from '../../house/options-of.ts';
import { assertPortalInstitution } from '../../house/portal-institution.ts';
import { systemRandom } from '../../kernel/random.ts';
import { createSeals } from '../../kernel/seal.ts';
import { createWorld } from '../../kernel/world.ts';
import { createMetricsPage } from '../../observe/http.ts';
import { createLogger } from '../../observe/log.ts';
import { createMetrics } from '../../observe/metrics.ts';
import type { Subcommand } from '../subcommand.ts';
import { noMoreThan } from '../words.ts';
import { untilStopped } from '../until-stopped.ts';

/** How long a statement may take: batches take milliseconds; lists, and what time brings, a little more. */
const statementSeconds = { thread: 30, others: 60 } as const;

/** Of all connections to PostgreSQL, the conversation's: two batches at a time, and events beside them. */
const threadConnections = 3;

export const serveSubcommand: Subcommand = {
  name: 'serve',
  help: `
tmm serve

Runs the service as the environment says; no simulator is part of it. It refuses to start where a secret is missing or is the
demonstration's. Settings:

${settings()
  .map(
    ({ name, help, standard }) =>
      `  ${name}${standard === undefined ? '' : ` (${standard})`}\n      ${help}`,
  )
  .join('\n')}`,
  run: async (words) => {
    // All it takes stands in the environment.
    noMoreThan(0, words);
    const config = readConfig();
    assertProduction(config);
    const world = createWorld();
    const logger = createLogger(config.TMM_LOG_LEVEL);
    const metrics = createMetrics();
    const { masterKeys, sealingKey } = keyRingOf(config);
    const seals = createSeals(masterKeys, systemRandom, sealingKey);
    await using db = config.DATABASE_URL
      ? await openPostgres({
          url: config.DATABASE_URL,
          connectionsMax: config.TMM_DATABASE_CONNECTIONS - threadConnections,
          statementSeconds: statementSeconds.others,
        })
      : await openPGlite({ folder: config.TMM_DATA ?? '' });
    await assertDurable(db);
    const ran = await migrate(db);
    if (ran.length > 0)
      logger.info({ migrations: ran }, 'The database was brought to this version');
    if (config.TMM_PORTAL === 'on')
      await assertPortalInstitution(db, config.TMM_PORTAL_INSTITUTION);
    await assertPhones(db);
    await using house = await openHouse({
      db,
      world,
      seals,
      logger,
      metrics,
      ...optionsOf(config),
      thread: config.DATABASE_URL
        ? {
            url: config.DATABASE_URL,
            connectionsMax: threadConnections,
            statementSeconds: statementSeconds.thread,
            masterKeys,
            sealingKey,
            logLevel: config.TMM_LOG_LEVEL,
          }
        : undefined,
    });
    await using _service = await listen(
      house.app.fetch,
      { host: config.TMM_HOST, port: config.TMM_PORT },
      house.rawDoors,
    );
    await using _inside = await listen(
      createMetricsPage(metrics, async () => house.measure()).fetch,
      {
        host: '127.0.0.1',
        port: config.TMM_METRICS_PORT,
      },
    );
    house.start();
    logger.info(
      {
        host: config.TMM_HOST,
        port: config.TMM_PORT,
        engine: db.engine,
        site: config.TMM_PORTAL === 'on' ? config.TMM_PUBLIC_URL : 'off',
        channels: await house.channels(),
      },
      'Serving',
    );
    await Promise.race([untilStopped(), house.failed]);
    logger.info({}, 'Stopping: what is under way is finished first');
    return 0;
  },
};
