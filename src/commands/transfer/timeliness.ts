import type { Situation } from '../situation.ts';

/** Whether the message is too old, by the platform's time, to move money. */
export function isLate({ now, sentAt, waited, settings }: Situation): boolean {
  if (waited) return true;
  if (!sentAt) return false;
  return Temporal.Instant.compare(sentAt.add({ seconds: settings.lateAfterSeconds }), now) < 0;
}
