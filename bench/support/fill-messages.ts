import { recording } from '../../src/audit/changes/recording.ts';
import { createConversation } from '../../src/conversation/conversation.ts';
import { ledgerCore } from '../../src/core/local/ledger-core.ts';
import type { Database } from '../../src/database/database.ts';
import { silentLogger } from '../../src/kernel/logger.ts';
import type { Keyring } from '../../src/kernel/keyring.ts';
import type { World } from '../../src/kernel/world.ts';
import { createMetrics } from '../../src/observe/metrics.ts';
import type { Fixture } from '../../test/support/fixture.ts';
import { say } from './say.ts';

/** Messages that are under way together. */
const together = 500;

/** Lets members ask for their balance until there are so many rows: a question and its answer are two. */
export async function fillMessages(
  db: Database,
  given: { fixture: Fixture; keyring: Keyring; world: World; rows: number },
): Promise<void> {
  const { fixture, keyring, world } = given;
  const { institution, members } = fixture;
  const conversation = createConversation({
    db: recording(db, { world, keyringOf: () => keyring }),
    core: ledgerCore,
    keyring,
    world,
    logger: silentLogger,
    metrics: createMetrics(),
    institution: async () => institution,
    delivery: async () => {},
    queued: () => {},
  });
  const count = Math.ceil(given.rows / 2);
  for (let first = 0; first < count; first += together) {
    const asked = Array.from({ length: Math.min(together, count - first) }, async (_, index) =>
      conversation.take({
        institutionId: institution.id,
        channel: 'x',
        externalId: String(first + index),
        address: members[(first + index) % members.length]?.address ?? '',
        text: '#bal 7',
        sentAt: world.clock.now(),
        receivedAt: world.clock.now(),
      }),
    );
    await Promise.all(asked);
    if (first % 50_000 === 0) say(`${count - first} messages to take`);
  }
}
