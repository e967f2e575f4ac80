import type { Database, Queries } from '../../database/database.ts';
import { sharedNow } from '../../database/shared-time.ts';
import type { Metrics } from '../../kernel/metrics.ts';
import type { World } from '../../kernel/world.ts';
import type { ChannelEvent, ChannelName } from '../channel.ts';

type Receipt = Extract<ChannelEvent, { event: 'receipt' }>;
type Echo = Extract<ChannelEvent, { event: 'sent_echo' }>;

/** The statuses that each receipt may follow. */
const below = {
  sent: ['wired', 'unknown'],
  delivered: ['wired', 'unknown', 'sent'],
  failed: ['wired', 'unknown', 'sent'],
} as const;

/**
 * Applies a carrier's receipt by rank, never backwards: a late `sent` does not undo `delivered`. A receipt that arrives before its
 * message's sending is recorded is kept until then.
 */
export async function applyReceipt(
  q: Queries,
  receipt: Receipt,
  now: Temporal.Instant,
): Promise<void> {
  const { institutionId, channel, carrierId, status } = receipt;
  const known = await q.query<{ id: string }>(
    `with known as (
        select id from outbound where institution_id = $1 and channel = $2 and carrier_id = $3
      ), applied as (
        update outbound set status = $4, error_code = coalesce($5, error_code),
            delivered_at = case when $4 = 'delivered' then $6::timestamptz else delivered_at end
          where institution_id = $1 and id in (select id from known) and status = any($7::text[])
      )
      select id from known`,
    [institutionId, channel, carrierId, status, receipt.code ?? null, now, below[status]],
  );
  if (known.length > 0) return;
  await q.query(
    `insert into early_receipts (institution_id, channel, carrier_id, status, error_code, heard_at)
      values ($1, $2, $3, $4, $5, $6) on conflict do nothing`,
    [institutionId, channel, carrierId, status, receipt.code ?? null, now],
  );
}

/** Applies receipts that arrived before the message's sending was recorded. */
export async function applyEarlyReceipts(
  q: Queries,
  institutionId: number,
  id: string,
): Promise<void> {
  const early = await q.query<{
    channel: ChannelName;
    carrierId: string;
    status: Receipt['status'];
    code: string | null;
    at: Temporal.Instant;
  }>(
    `delete from early_receipts e using outbound o
      where o.institution_id = $1 and o.id = $2 and e.institution_id = $1 and e.channel = o.channel
        and e.carrier_id = o.carrier_id
      returning e.channel, e.carrier_id as "carrierId", e.status, e.error_code as code, e.heard_at as at`,
    [institutionId, id],
  );
  for (const { at, code, channel, carrierId, status } of early) {
    const receipt = {
      institutionId,
      channel,
      carrierId,
      status,
      event: 'receipt' as const,
      externalId: `early:${carrierId}:${status}`,
      ...(code === null ? {} : { code }),
    };
    await applyReceipt(q, receipt, at);
  }
}

/** Applies receipts that were stored in the same moment as their sending was recorded: neither transaction saw the other. */
async function applyKeptReceipts(q: Queries): Promise<void> {
  const late = await q.query<{ institutionId: number; id: string }>(
    `select distinct o.institution_id as "institutionId", o.id
      from early_receipts e
      join outbound o on o.institution_id = e.institution_id and o.channel = e.channel and o.carrier_id = e.carrier_id
      limit 500`,
  );
  for (const { institutionId, id } of late) await applyEarlyReceipts(q, institutionId, id);
}

/**
 * Stores the platform's echo of a message from our account. We know our own by the carrier's id. An echo may come before its
 * sending is recorded, so nothing is decided yet: `settleEchoes` does it later.
 * @param shared see `sharedTime`: compared with the time of its message's claim
 */
export async function keepEcho(
  q: Queries,
  echo: Echo,
  shared: Temporal.Instant | null,
): Promise<void> {
  await q.query(
    `insert into echoes (institution_id, channel, carrier_id, heard_at) values ($1, $2, $3, ${sharedNow('$4')})
      on conflict do nothing`,
    [echo.institutionId, echo.channel, echo.carrierId, shared],
  );
}

/** A message from our account that we did not send. */
export interface ForeignMessage {
  readonly channel: ChannelName;
  readonly carrierId: string;
}

/** How long an echo may precede the record of its sending. Meanwhile unknown outcomes are looked up. */
const graceSeconds = 180;

/** More than the clocks of processes differ. */
const skewSeconds = 10;

/** How long to keep receipts of messages that are not ours. */
const earlyDays = 3;

/**
 * Decides the echoes whose time has come. A message from our account that we did not send raises one alarm. If a message claimed
 * before the echo is still being sent on that channel, the echo waits: it may be that message.
 * @param alarm reports to staff in the transaction that deletes the echo, so that none is lost
 * @returns how many were not ours
 */
export async function settleEchoes(
  {
    db,
    world,
    metrics,
  }: { readonly db: Database; readonly world: World; readonly metrics: Metrics },
  alarm: (tx: Queries, institutionId: number, of: ForeignMessage) => Promise<void>,
): Promise<number> {
  const now = world.clock.now();
  const before = now.subtract({ seconds: graceSeconds });
  await applyKeptReceipts(db);
  await db.query('delete from early_receipts where heard_at < $1', [
    now.subtract({ hours: 24 * earlyDays }),
  ]);
  const foreign = await db.transaction(async (tx) => {
    const rows = await tx.query<{
      institutionId: number;
      channel: ChannelName;
      carrierId: string;
      ours: boolean;
    }>(
      `delete from echoes e where e.heard_at < $1
          and not exists (select from outbound o where o.institution_id = e.institution_id and o.channel = e.channel
            and o.status in ('sending', 'unknown') and o.sending_at <= e.heard_at + interval '${skewSeconds} seconds')
        returning e.institution_id as "institutionId", e.channel, e.carrier_id as "carrierId",
          exists (select from outbound o where o.institution_id = e.institution_id and o.channel = e.channel
            and o.carrier_id = e.carrier_id) as ours`,
      [before],
    );
    const strange = rows.filter(({ ours }) => !ours);
    // A fixed order prevents deadlocks, since an alarm may lock rows of an institution.
    for (const { institutionId, channel, carrierId } of strange.toSorted(
      (a, b) => a.institutionId - b.institutionId,
    ))
      await alarm(tx, institutionId, { channel, carrierId });
    return strange;
  });
  for (const { channel } of foreign) metrics.count('alarms', { channel, event: 'foreign_message' });
  return foreign.length;
}
