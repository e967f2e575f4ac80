import { lookUpWaiting } from './before-run.ts';
import type { Parts } from './parts.ts';

/** Between two tries to begin. */
const beginAgainMilliseconds = 1_000;

/** Where no other process sends, all that waits is looked up before it is sent: see `before-run.ts`. Nothing is sent until this is done. */
export async function openRun(parts: Parts, isOver: () => boolean): Promise<void> {
  const { presence, metrics, logger } = parts;
  while (!isOver()) {
    try {
      // Found before the transaction: the embedded database answers nothing else during one.
      const places = await placesWithRecord(parts);
      await presence.begin(async (tx) => {
        const waiting = await lookUpWaiting(tx, places);
        if (waiting > 0) logger.info({ waiting }, 'What waited is looked up first');
      });
      return;
    } catch (error) {
      metrics.count('faults', { where: 'dispatcher' });
      logger.error({ error }, 'What waited could not be marked to be looked up');
      await new Promise((resolve) => {
        setTimeout(resolve, beginAgainMilliseconds);
      });
    }
  }
}

/** The channels whose carriers can be asked. On the others what waits is sent: a text read twice does less harm than one that never comes. */
async function placesWithRecord({ institutionIds, channels }: Parts) {
  return (await institutionIds()).flatMap((institutionId) =>
    channels(institutionId).flatMap(({ name, traits }) =>
      traits.keepsNoRecord ? [] : [{ institutionId, channel: name }],
    ),
  );
}
