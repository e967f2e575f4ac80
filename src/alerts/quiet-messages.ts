import { column } from '../database/column.ts';
import type { Queries } from '../database/database.ts';
import { quietUntil } from './quiet-hours.ts';
import type { QuietHours } from './rule.ts';

interface Row extends QuietHours {
  readonly outboundId: string;
  readonly zone: string;
}

/**
 * Finds which of these messages are alerts of a member whose quiet hours hold, and lets their events wait until those end: another
 * message tells them then, with the figures of that time. Quiet hours may have begun, or been set, after the message was queued.
 * @returns the messages that must not leave
 */
export async function putOffInQuietHours(
  tx: Queries,
  institutionId: number,
  { outboundIds, now }: { readonly outboundIds: readonly string[]; readonly now: Temporal.Instant },
): Promise<ReadonlySet<string>> {
  if (outboundIds.length === 0) return new Set();
  const rows = await tx.query<Row>(
    `select distinct e.outbound_id as "outboundId", q.from_minute as "from", q.to_minute as "to", coalesce(m.zone, i.zone) as zone
      from alert_events e
      join alert_quiet q on q.institution_id = $1 and q.member_id = e.member_id
      join members m on m.institution_id = $1 and m.id = e.member_id
      join institutions i on i.id = $1
      where e.institution_id = $1 and e.outbound_id = any($2::uuid[])`,
    [institutionId, column('uuid', outboundIds)],
  );
  const quiet = rows.flatMap(({ outboundId, zone, ...hours }) => {
    const until = quietUntil(hours, now, zone);
    return until ? [{ outboundId, until }] : [];
  });
  if (quiet.length === 0) return new Set();
  await tx.query(
    `update alert_events e set taken_at = null, outcome = null, outbound_id = null, due_at = n.until
      from unnest($2::uuid[], $3::timestamptz[]) as n (id, until)
      where e.institution_id = $1 and e.outbound_id = n.id`,
    [
      institutionId,
      column(
        'uuid',
        quiet.map(({ outboundId }) => outboundId),
      ),
      column(
        'timestamptz',
        quiet.map(({ until }) => until),
      ),
    ],
  );
  return new Set(quiet.map(({ outboundId }) => outboundId));
}
