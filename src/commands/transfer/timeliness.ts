import type { Situation } from '../situation.ts';

/** Whether the message came so late, by the platform's clock, that it must not move money any more. */
export function isLate({ now, sentAt, settings }: Situation): boolean {
  if (!sentAt) return false;
  return Temporal.Instant.compare(sentAt.add({ seconds: settings.lateAfterSeconds }), now) < 0;
}
