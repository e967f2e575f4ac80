import { openPostgres } from '../../src/database/open-postgres.ts';
import { silentLogger } from '../../src/kernel/logger.ts';
import { createWorld } from '../../src/kernel/world.ts';
import { createMetrics } from '../../src/observe/metrics.ts';
import { listen } from '../../src/service/listen.ts';
import { openService } from '../../src/service/service.ts';
import { testKeyring, testKeys } from '../../test/support/fixture.ts';

/**
 * Runs the service like `tmm serve`, up to the committed reply: the webhook, the conversation, the
 * books. It does not start sending and jobs: sending has its own budget (X allows 1,440 a day).
 */
const { url, secret, hasThread }: { url: string; secret: string; hasThread: boolean } = JSON.parse(
  process.argv[2] ?? '{}',
);
const db = await openPostgres({ url, connectionsMax: 5 });
const unanswered: typeof fetch = async () => Response.json({ data: [], meta: { result_count: 0 } });
const service = await openService({
  db,
  world: createWorld(),
  keyring: testKeyring(),
  logger: silentLogger,
  metrics: createMetrics(),
  ...(hasThread
    ? { thread: { url, connectionsMax: 3, masterKeys: testKeys(), logLevel: 'error' } }
    : { messagesDb: await openPostgres({ url, connectionsMax: 3 }) }),
  x: {
    clientId: 'bench',
    base: 'https://api.x.example',
    authorizeUrl: 'https://api.x.example/i/oauth2/authorize',
    secrets: [secret],
    fetch: unanswered,
    limits: 'none',
  },
});
const listening = await listen(
  service.app.fetch,
  { host: '127.0.0.1', port: 0 },
  service.rawWebhooks,
);
process.send?.({ port: Number(new URL(listening.url).port) });
process.on('disconnect', () => process.exit(0));
