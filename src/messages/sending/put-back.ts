import type { Claimed } from './claimed.ts';
import type { DispatcherOptions } from './parts.ts';
import { settle } from './settle.ts';

/** Identifies the sending that a settlement is about. */
export function sendingOf({ id, sendingAt }: Claimed) {
  return { id, sendingAt, by: 'sender' as const };
}

/**
 * Undoes the claim. The next claim sees what changed and decides.
 * @param options.afterSeconds when the message can be claimed again; absent: now
 */
export async function putBack(
  { db, world }: DispatcherOptions,
  {
    institutionId,
    message,
    afterSeconds = 0,
  }: {
    readonly institutionId: number;
    readonly message: Claimed;
    readonly afterSeconds?: number;
  },
): Promise<void> {
  await settle(db, institutionId, {
    ...sendingOf(message),
    status: 'queued',
    notBefore: world.clock.now().add({ seconds: afterSeconds }),
  });
}
