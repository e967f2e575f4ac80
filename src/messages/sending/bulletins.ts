import { quietUntil } from '../../alerts/quiet-hours.ts';
import { column } from '../../database/column.ts';
import type { Queries } from '../../database/database.ts';

interface Row {
  readonly id: string;
  readonly isHalted: boolean;
  readonly from: number | null;
  readonly to: number | null;
  readonly zone: string;
}

/**
 * Finds which of these messages of notices to many must not leave: a person stopped the notice, or
 * the member's own quiet hours hold, which may be newer than the message. A notice that goes on
 * queues another message after the quiet hours.
 */
export async function bulletinsToKeep(
  q: Queries,
  institutionId: number,
  { outboundIds, now }: { readonly outboundIds: readonly string[]; readonly now: Temporal.Instant },
): Promise<ReadonlySet<string>> {
  if (outboundIds.length === 0) return new Set();
  const rows = await q.query<Row>(
    `select r.outbound_id as id, n.state <> 'sending' as "isHalted", k.from_minute as "from", k.to_minute as "to",
        coalesce(m.zone, i.zone) as zone
      from notice_recipients r
      join notices n on n.institution_id = $1 and n.id = r.notice_id
      join members m on m.institution_id = $1 and m.id = r.member_id
      join institutions i on i.id = $1
      left join alert_quiet k on k.institution_id = $1 and k.member_id = r.member_id
      where r.institution_id = $1 and r.outbound_id = any($2::uuid[])`,
    [institutionId, column('uuid', outboundIds)],
  );
  const known = new Map(rows.map((row) => [row.id, row]));
  return new Set(
    outboundIds.filter((id) => {
      const row = known.get(id);
      // A message that no recipient names belongs to no notice, or to none any more.
      if (!row || row.isHalted) return true;
      const { from, to, zone } = row;
      return from !== null && to !== null && quietUntil({ from, to }, now, zone) !== undefined;
    }),
  );
}

/** SQL that holds for a message `o` unless it belongs to a notice to many that a person stopped. */
export const isNoHaltedBulletin = `(o.purpose <> 'bulletin' or exists (select from notice_recipients r
  join notices n on n.institution_id = $1 and n.id = r.notice_id and n.state = 'sending'
  where r.institution_id = $1 and r.outbound_id = o.id))`;
