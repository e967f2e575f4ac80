import type { Database } from '../database/database.ts';
import type { Logger } from '../kernel/logger.ts';
import type { World } from '../kernel/world.ts';
import { pushSoon } from '../push/deliver.ts';
import { hasDevices } from '../push/devices.ts';

/**
 * Gives what the app's channel calls before a message gets its place: it enqueues the push, which is sent only if nobody has read the
 * message some seconds later. A failure costs the push, never the message.
 */
export function pushOfMessages({
  db,
  world,
  logger,
}: {
  readonly db: Database;
  readonly world: World;
  readonly logger: Logger;
}) {
  return async (of: {
    readonly institutionId: number;
    readonly memberId: string;
  }): Promise<void> => {
    try {
      if (!(await hasDevices(db, of))) return;
      const { institutionId, memberId } = of;
      await db.transaction(async (tx) =>
        pushSoon(tx, world, { institutionId, memberIds: [memberId], about: 'message' }),
      );
    } catch (error) {
      logger.warn({ error }, 'A push about a message was not enqueued');
    }
  };
}
