import { together } from '../../database/together.ts';
import type { Claimed } from './claimed.ts';
import { otherKeyPauseSeconds } from './other-key.ts';
import type { Parts } from './parts.ts';
import { putBack } from './put-back.ts';

const unknownKey = 'unknown_key';

/**
 * Puts back messages whose batch was signed with a key that this process lacks: a process that has the key can send them. That is no
 * forgery, so nobody is alarmed; until `TMM_MASTER_KEYS` is right everywhere, they wait or expire.
 */
export async function leaveToOthers(
  parts: Parts,
  {
    institutionId,
    messages,
  }: { readonly institutionId: number; readonly messages: readonly Claimed[] },
): Promise<void> {
  const [first] = messages;
  if (!first) return;
  parts.logger.warn(
    { institutionId, channel: first.channel, count: messages.length, id: first.id },
    'Messages were signed with a key that TMM_MASTER_KEYS lacks here; they stay queued',
  );
  await together(
    messages.map(async (message) => {
      const { channel, purpose } = message;
      parts.metrics.count('outbound_messages', { channel, purpose, outcome: unknownKey });
      await putBack(parts, { institutionId, message, afterSeconds: otherKeyPauseSeconds });
    }),
  );
}
