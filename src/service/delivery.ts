import type { Database } from '../database/database.ts';
import { sharedTime } from '../database/shared-time.ts';
import type { Clock } from '../kernel/clock.ts';
import type { ChannelEvent } from '../messages/channel.ts';
import { applyReceipt, keepEcho } from '../messages/sending/receipts.ts';

/** Passes receipts and echoes of sent messages from the conversation to their channels. */
export function deliveryTo(
  db: Database,
  clock: Clock,
): (events: readonly ChannelEvent[]) => Promise<void> {
  return async (events) => {
    for (const event of events) {
      if (event.event === 'receipt') await applyReceipt(db, event, clock.now());
      if (event.event === 'sent_echo') await keepEcho(db, event, sharedTime(clock));
    }
  };
}
