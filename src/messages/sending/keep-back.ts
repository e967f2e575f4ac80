import type { Claimed } from './claimed.ts';
import type { Parts } from './parts.ts';
import { settle } from './settle.ts';

const notVouched = 'not_vouched';

/**
 * Gives up a message that no signature in the record vouches for: nobody with the key queued it, or it was altered since. People are told,
 * since somebody can write the database.
 */
export async function keepBack(
  { db, metrics, logger, staffMust }: Parts,
  { institutionId, message }: { readonly institutionId: number; readonly message: Claimed },
): Promise<void> {
  const { id, channel, purpose, sendingAt } = message;
  metrics.count('outbound_messages', { channel, purpose, outcome: notVouched });
  metrics.count('alarms', { channel, event: notVouched });
  logger.error(
    { id, purpose },
    'A message is not in the record as it is stored, and was kept back',
  );
  await settle(db, institutionId, {
    id,
    sendingAt,
    by: 'sender',
    status: 'failed',
    code: notVouched,
  });
  await staffMust(
    institutionId,
    'Somebody wrote messages into the database, or altered some. They were not sent. Run `tmm verify`',
    'alarm',
  );
}
