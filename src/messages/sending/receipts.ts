import type { Database, Queries } from '../../database/database.ts';
import type { Metrics } from '../../kernel/metrics.ts';
import type { World } from '../../kernel/world.ts';
import type { ChannelEvent } from '../channel.ts';

type Receipt = Extract<ChannelEvent, { event: 'receipt' }>;
type Echo = Extract<ChannelEvent, { event: 'sent_echo' }>;

/** Applies a carrier's receipt by rank, never backwards: a late `sent` does not undo `delivered`. */
export async function applyReceipt(
  q: Queries,
  receipt: Receipt,
  now: Temporal.Instant,
): Promise<void> {
  const below = {
    sent: ['wired', 'unknown'],
    delivered: ['wired', 'unknown', 'sent'],
    failed: ['wired', 'unknown', 'sent'],
  } as const;
  await q.query(
    `update outbound set status = $4, error_code = coalesce($5, error_code),
        delivered_at = case when $4 = 'delivered' then $6::timestamptz else delivered_at end
      where institution_id = $1 and channel = $2 and carrier_id = $3 and status = any($7::text[])`,
    [
      receipt.institutionId,
      receipt.channel,
      receipt.carrierId,
      receipt.status,
      receipt.code ?? null,
      now,
      below[receipt.status],
    ],
  );
}

/**
 * The platform's echo of a message from our account. Ours are known by the carrier's id; one may come before its sending has
 * been recorded, so nothing is judged here: echoes are kept and settled a little later.
 */
export async function keepEcho(q: Queries, echo: Echo, now: Temporal.Instant): Promise<void> {
  await q.query(
    `insert into echoes (institution_id, channel, carrier_id, heard_at) values ($1, $2, $3, $4) on conflict do nothing`,
    [echo.institutionId, echo.channel, echo.carrierId, now],
  );
}

/** So long an echo may be ahead of the record of its sending; unknown outcomes are looked up meanwhile. */
const graceSeconds = 180;

/**
 * Judges the echoes whose time has come: a message on our account that we did not send raises an alarm, once.
 * @returns how many were not ours
 */
export async function settleEchoes(
  {
    db,
    world,
    metrics,
  }: { readonly db: Database; readonly world: World; readonly metrics: Metrics },
  alarm: (institutionId: number, carrierId: string) => Promise<void>,
): Promise<number> {
  const before = world.clock.now().subtract({ seconds: graceSeconds });
  const strange = await db.query<{ institutionId: number; channel: string; carrierId: string }>(
    `delete from echoes e where e.heard_at < $1
      returning e.institution_id as "institutionId", e.channel, e.carrier_id as "carrierId",
        exists (select from outbound o where o.institution_id = e.institution_id and o.channel = e.channel
          and o.carrier_id = e.carrier_id) as ours`,
    [before],
  );
  const foreign = strange.filter((row) => !('ours' in row && row.ours === true));
  for (const { institutionId, channel, carrierId } of foreign) {
    metrics.count('alarms', { channel, event: 'foreign_message' });
    await alarm(institutionId, carrierId);
  }
  return foreign.length;
}
