import { openPostgres } from '../../src/database/open-postgres.ts';
import { present } from '../../src/kernel/assert.ts';
import { silentLogger } from '../../src/kernel/logger.ts';
import { silentMetrics } from '../../src/kernel/metrics.ts';
import { createWorld } from '../../src/kernel/world.ts';
import { createConversation } from '../../src/conversation/conversation.ts';
import { ledgerCore } from '../../src/shares/ledger-core.ts';
import { loadInstitution } from '../../src/members/institution.ts';
import type { InboundMessage } from '../../src/messages/channel.ts';
import { testSeals } from './town.ts';

/**
 * A service process without doors: takes batches of messages by IPC and answers each when it is committed. The tests of
 * several processes on one database run two of these and kill them as they please.
 */
export interface WorkerRequest {
  readonly id: number;
  readonly messages: readonly PlainMessage[];
}

export type PlainMessage = Omit<InboundMessage, 'sentAt'> & { readonly sentAt?: string };

export interface WorkerAnswer {
  readonly id: number;
  readonly error?: string;
}

const url = present(process.env['TMM_WORKER_DATABASE'], 'the parent names the database');
const db = await openPostgres({ url, connectionsMax: 4 });
const conversation = createConversation({
  db,
  core: ledgerCore,
  seals: testSeals(),
  world: createWorld(),
  logger: silentLogger,
  metrics: silentMetrics,
  institution: async (id) => present(await loadInstitution(db, id), 'the institution exists'),
  delivery: async () => {},
  queued: () => {},
});

process.on('message', (request: WorkerRequest) => {
  const messages = request.messages.map(({ sentAt, ...message }) => ({
    ...message,
    ...(sentAt === undefined ? {} : { sentAt: Temporal.Instant.from(sentAt) }),
  }));
  conversation.receive(messages).then(
    () => process.send?.({ id: request.id }),
    (error: unknown) => process.send?.({ id: request.id, error: String(error) }),
  );
});
process.on('disconnect', () => process.exit(0));
process.send?.({ id: 0 });
