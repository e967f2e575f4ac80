import { enrollableChannels, type EnrollableChannel } from '../../src/channels/descriptors.ts';
import { setTimeout } from 'node:timers/promises';
import { openPostgres } from '../../src/database/open-postgres.ts';
import { present } from '../../src/kernel/assert.ts';
import { silentLogger } from '../../src/kernel/logger.ts';
import { silentMetrics } from '../../src/kernel/metrics.ts';
import { createWorld } from '../../src/kernel/world.ts';
import { createConversation } from '../../src/conversation/conversation.ts';
import { ledgerCore } from '../../src/core/local/ledger-core.ts';
import { listInstitutions, loadInstitution } from '../../src/members/institution.ts';
import type { Channel, InboundMessage } from '../../src/messages/channel.ts';
import { createDispatcher } from '../../src/messages/sending/dispatcher.ts';
import { testKeyring } from './fixture.ts';

/**
 * A service process without webhooks. It takes batches of messages by IPC and answers each after
 * its commit. Tests of several processes on one database run two of these, and kill them at will.
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
const world = createWorld();

/** How long the carrier takes. */
const delay = Number(process.env['TMM_WORKER_DELAY'] ?? 0);

/**
 * A carrier that accepts everything. It writes its record to the shared database a moment later.
 */
const carrier = (name: EnrollableChannel): Channel => ({
  name,
  traits: {
    textMax: 1_600,
    encoding: 'gsm7',
    recyclable: false,
    endToEndEncrypted: false,
    costMicrodollarsPerUnit: 1,
  },
  send: async ({ id, address, text }) => {
    if (delay > 0) await setTimeout(delay);
    await db.query('insert into sent_log (id, address, text) values ($1, $2, $3)', [
      id,
      address,
      text,
    ]);
    return { outcome: 'accepted', carrierId: id };
  },
  lookup: async ({ id }) => {
    const found = await db.query('select 1 from sent_log where id = $1', [id]);
    return found.length > 0 ? { found: true, carrierId: id } : { found: false };
  },
});
const dispatcher =
  process.env['TMM_WORKER_SENDS'] === undefined
    ? undefined
    : createDispatcher({
        db,
        institutionIds: async () => (await listInstitutions(db)).map(({ id }) => id),
        channels: () => enrollableChannels.map(carrier),
        keyring: testKeyring(),
        world,
        logger: silentLogger,
        metrics: silentMetrics,
        staffMust: async () => {},
      });
dispatcher?.start();
const conversation = createConversation({
  db,
  core: ledgerCore,
  keyring: testKeyring(),
  world,
  logger: silentLogger,
  metrics: silentMetrics,
  institution: async (id) => present(await loadInstitution(db, id), 'the institution exists'),
  delivery: async () => {},
  queued: () => dispatcher?.wake(),
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
