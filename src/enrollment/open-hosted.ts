import { batchOf } from '../audit/batch.ts';
import type { HostedChannel } from '../channels/descriptors.ts';
import type { Queries } from '../database/database.ts';
import { present } from '../kernel/assert.ts';
import type { Keyring } from '../kernel/keyring.ts';
import type { Language } from '../kernel/vocabulary/language.ts';
import type { World } from '../kernel/world.ts';
import { render } from '../languages/wording.ts';
import { issueCodes } from '../members/codes.ts';
import { recordConsents } from '../members/consents.ts';
import type { Institution } from '../members/institution.ts';
import { findSenders } from '../members/senders.ts';
import { bindAddresses } from '../messages/bind-addresses.ts';
import { hashed } from '../messages/conversation-keys.ts';
import { lockConversations } from '../messages/conversations.ts';
import { enqueue } from '../messages/enqueue.ts';
import { announceChange } from '../notices/announce.ts';
import type { ShareLabel } from '../wording/reply.ts';
import { voiceOf } from '../wording/voice.ts';

/** The version of the terms that a member agrees to by opening it (`languages/*` has the text). */
export const hostedTermsVersion = '2026-11';

export interface HostedOpening {
  readonly channel: HostedChannel;
  readonly memberId: string;
  /** Where the member agreed, for the record of consents. */
  readonly how: string;
  /** The language of the welcome. */
  readonly language: Language;
  /** The language of the terms that were shown, for the record of consents. */
  readonly termsIn: Language;
  /** For the welcome's examples. */
  readonly share?: ShareLabel | undefined;
}

/**
 * Gives a member their one address on a channel whose conversations we keep, with its code, the consent and a welcome. It begins read-only.
 * A STOP said there earlier stays in force. Two requests at once open one address.
 * @returns whether it was opened now
 */
export async function openHosted(
  tx: Queries,
  context: { readonly keyring: Keyring; readonly world: World; readonly institution: Institution },
  opening: HostedOpening,
): Promise<{ readonly addressId: string; readonly isNew: boolean }> {
  const { keyring, world, institution } = context;
  const { channel, memberId } = opening;
  const institutionId = institution.id;
  // Only the member's own session writes from it, so the member's id is the address.
  const keys = hashed(institutionId, [{ channel, address: memberId }], keyring);
  const [conversation] = await lockConversations(tx, { institutionId, keys, keyring, world });
  const blindIndexes = present(keys[0], 'one for each').blindIndexes;
  const [sender] = await findSenders(tx, institutionId, [{ channel, blindIndexes }]);
  if (sender) return { addressId: sender.address.id, isNew: false };
  const [bound] = await bindAddresses(tx, { keyring, world }, institutionId, [
    { memberId, channel, address: memberId, mayMoveMoney: false },
  ]);
  const addressId = present(bound, 'one for each');
  const now = world.clock.now();
  await issueCodes(tx, { keyring, world }, institutionId, [addressId]);
  await recordConsents(tx, world, institutionId, [
    {
      kind: 'opt_in',
      version: `${hostedTermsVersion} ${opening.termsIn}`,
      channel,
      how: opening.how,
      at: now,
      memberId,
      addressId,
    },
  ]);
  await announceChange(tx, context, {
    memberId,
    what: 'address_added',
    exceptAddressId: addressId,
  });
  const { share, language } = opening;
  await enqueue(tx, batchOf(tx, { institutionId, world, keyring }), [
    {
      id: world.ids.next(),
      conversationId: present(conversation, 'one for each').id,
      channel,
      addressId,
      purpose: 'welcome',
      priority: 0,
      text: render(
        { reply: 'welcome', ...(share ? { share } : {}) },
        voiceOf(institution, { language }, channel, now),
      ),
      language,
      queuedAt: now,
      expiresAt: now.add({ hours: 24 }),
    },
  ]);
  return { addressId, isNew: true };
}
