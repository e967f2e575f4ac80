import { createXDeliveries, createXWebhook } from '../../src/channels/x/webhook.ts';
import { openPostgres } from '../../src/database/open-postgres.ts';
import { listen } from '../../src/service/listen.ts';
import { openThreadedConversation } from '../../src/service/thread/threaded-conversation.ts';
import { present } from '../../src/kernel/assert.ts';
import { silentLogger } from '../../src/kernel/logger.ts';
import { createWorld } from '../../src/kernel/world.ts';
import { loadInstitution } from '../../src/members/institution.ts';
import { createMetrics } from '../../src/observe/metrics.ts';
import { bankUserId, testKeys } from '../../test/support/fixture.ts';

/**
 * Runs the service like `tmm serve`, up to the committed reply: the webhook, the conversation in
 * its thread, the books. It does not send: sending has its own budget (X allows 1,440 a day).
 */
const [, , url = '', secret = ''] = process.argv;
const db = await openPostgres({ url, connectionsMax: 3 });
const institution = present(await loadInstitution(db, 1), 'the benchmark made its institution');
const metrics = createMetrics();
const { clock } = createWorld();
const conversation = await openThreadedConversation(
  { url, connectionsMax: 3, masterKeys: testKeys(), logLevel: 'error' },
  { clock, metrics, queued: () => {} },
);
const x = {
  secrets: [secret],
  bankOf: (userId: string) => (userId === bankUserId ? institution.id : undefined),
  banks: () => [institution.id],
  inbox: conversation,
  logger: silentLogger,
  metrics,
  clock,
};
const deliveries = createXDeliveries(x);
const listening = await listen(
  createXWebhook(x, deliveries).fetch,
  { host: '127.0.0.1', port: 0 },
  new Map([['/x/webhook', deliveries]]),
);
process.send?.({ port: Number(new URL(listening.url).port) });
process.on('disconnect', () => process.exit(0));
