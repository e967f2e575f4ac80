import type { PhoneChannel } from '../channels/descriptors.ts';
import type { Queries } from '../database/database.ts';
import type { Keyring } from '../kernel/keyring.ts';
import type { World } from '../kernel/world.ts';
import type { Language } from '../kernel/vocabulary/language.ts';
import { voiceOf } from '../wording/voice.ts';
import { render as worded } from '../languages/wording.ts';
import type { Institution } from '../members/institution.ts';
import { batchOf } from '../audit/batch.ts';
import { enqueue } from '../messages/enqueue.ts';
import { insetPlace } from '../messages/outbound.ts';
import type { Begun } from './begin.ts';

/**
 * Queues the word to the phone that is to be proven. The stored text has asterisks in the word's place; the word goes beside it,
 * sealed, and is put in where the message leaves. No code follows it, unless the number is somebody's proven address: then theirs
 * does, as it ends everything sent there.
 */
export async function sendWord(
  tx: Queries,
  context: { readonly keyring: Keyring; readonly world: World; readonly institution: Institution },
  {
    begun,
    channel,
    language,
  }: { readonly begun: Begun; readonly channel: PhoneChannel; readonly language: Language },
): Promise<void> {
  const { keyring, world, institution } = context;
  const now = world.clock.now();
  const id = world.ids.next();
  await enqueue(tx, batchOf(tx, { institutionId: institution.id, world, keyring }), [
    {
      id,
      conversationId: begun.conversationId,
      channel,
      addressId: begun.sender?.address.id,
      purpose: 'enrolment_word',
      priority: 0,
      text: worded({ reply: 'enrolment_word' }, voiceOf(institution, { language }, channel, now)),
      inset: keyring.encrypt('token', insetPlace(institution.id, id), begun.word),
      language,
      queuedAt: now,
      expiresAt: begun.expiresAt,
    },
  ]);
}
