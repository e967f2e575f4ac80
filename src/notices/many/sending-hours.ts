import { quietUntil } from '../../alerts/quiet-hours.ts';
import type { QuietHours } from '../../alerts/rule.ts';

/** Nothing goes to many in the night of a member: from eight in the evening to eight in the morning. */
export const night: QuietHours = { from: 20 * 60, to: 8 * 60 };

/** A message that is queued shortly before the night would only miss it. */
const roomMinutes = 5;

export type WhenToSend =
  /** Now. It must not leave after `until`. */
  | { readonly until: Temporal.Instant }
  /** Later, and to be decided then. */
  | { readonly notBefore: Temporal.Instant };

/**
 * Says whether a notice to many may leave to a member now: not in the night, and not in the quiet
 * hours that the member set. Pure.
 * @param zone the member's, IANA
 */
export function whenToSend(
  at: Temporal.Instant,
  zone: string,
  own: QuietHours | undefined,
): WhenToSend {
  const quiet = own ? [night, own] : [night];
  const ends = quiet.flatMap((hours) => quietUntil(hours, at, zone) ?? []);
  if (ends.length > 0) return { notBefore: latest(ends) };
  const until = earliest(quiet.map((hours) => nextBegin(hours, at, zone)));
  const soon = at.add({ minutes: roomMinutes });
  return Temporal.Instant.compare(until, soon) <= 0 ? { notBefore: until } : { until };
}

/** When these hours begin next. */
function nextBegin({ from }: QuietHours, at: Temporal.Instant, zone: string): Temporal.Instant {
  const day = at.toZonedDateTimeISO(zone).toPlainDate();
  const begins = [0, 1].map((days) =>
    day
      .add({ days })
      .toPlainDateTime({ hour: Math.floor(from / 60), minute: from % 60 })
      .toZonedDateTime(zone, { disambiguation: 'earlier' })
      .toInstant(),
  );
  return earliest(begins.filter((one) => Temporal.Instant.compare(one, at) > 0));
}

const earliest = (some: readonly Temporal.Instant[]) =>
  some.reduce((one, other) => (Temporal.Instant.compare(other, one) < 0 ? other : one));
const latest = (some: readonly Temporal.Instant[]) =>
  some.reduce((one, other) => (Temporal.Instant.compare(other, one) > 0 ? other : one));
