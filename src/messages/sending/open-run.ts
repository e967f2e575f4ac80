import { lookUpWaiting } from './before-run.ts';
import type { Parts } from './parts.ts';

/** Pause between two attempts to start. */
const beginAgainMilliseconds = 1_000;

/**
 * If no other process sends, has all queued messages looked up before they are sent: see `before-run.ts`. Nothing is sent until
 * this is done.
 */
export async function openRun(parts: Parts, isOver: () => boolean): Promise<void> {
  const { presence, metrics, logger } = parts;
  while (!isOver()) {
    try {
      // Read before the transaction: the embedded database answers nothing else during one.
      const places = await placesWithRecord(parts);
      await presence.begin(async (tx) => {
        const waiting = await lookUpWaiting(tx, places);
        if (waiting > 0) logger.info({ waiting }, 'Looking up queued messages before sending them');
      });
      return;
    } catch (error) {
      metrics.count('faults', { where: 'dispatcher' });
      logger.error({ error }, 'Could not mark queued messages for lookup');
      await new Promise((resolve) => {
        setTimeout(resolve, beginAgainMilliseconds);
      });
    }
  }
}

/**
 * The channels whose carriers can be asked. On the others queued messages are sent: reading a text twice does less harm than never
 * getting it.
 */
async function placesWithRecord({ institutionIds, channels }: Parts) {
  return (await institutionIds()).flatMap((institutionId) =>
    channels(institutionId).flatMap(({ name, traits }) =>
      traits.keepsNoRecord ? [] : [{ institutionId, channel: name }],
    ),
  );
}
