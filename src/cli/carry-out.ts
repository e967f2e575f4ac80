import type { ChannelName } from '../kernel/vocabulary/channel.ts';
import { createConversation } from '../conversation/conversation.ts';
import type { Database } from '../database/database.ts';
import { within } from '../database/within.ts';
import { silentLogger } from '../kernel/logger.ts';
import { silentMetrics } from '../kernel/metrics.ts';
import type { Keyring } from '../kernel/keyring.ts';
import type { World } from '../kernel/world.ts';
import type { Institution } from '../members/institution.ts';
import { keepFromSending } from '../messages/keep-from-sending.ts';
import { ledgerCore } from '../core/local/ledger-core.ts';

/**
 * Carries out a text as if this address had sent it now. Shows the reply here and stops it from
 * being sent. All of that commits at once.
 */
export async function carryOut(
  db: Database,
  { keyring, world }: { readonly keyring: Keyring; readonly world: World },
  asked: {
    readonly institution: Institution;
    readonly channel: ChannelName;
    readonly address: string;
    readonly text: string;
  },
): Promise<{ readonly reply: string } | { readonly noReply: string }> {
  const { institution, channel, address, text } = asked;
  const now = world.clock.now();
  return db.transaction(async (tx) => {
    const conversation = createConversation({
      db: within(tx, db.engine),
      core: ledgerCore,
      keyring,
      world,
      logger: silentLogger,
      metrics: silentMetrics,
      institution: async () => institution,
      delivery: async () => {},
      queued: () => {},
    });
    const outcome = await conversation.take({
      institutionId: institution.id,
      channel,
      externalId: `say:${world.ids.next()}`,
      address,
      text,
      sentAt: now,
      receivedAt: now,
    });
    if (outcome.outboundId !== undefined)
      await keepFromSending(tx, institution.id, {
        outboundId: outcome.outboundId,
        reason: 'said',
      });
    return outcome.text === undefined ? { noReply: outcome.outcome } : { reply: outcome.text };
  });
}
