import { column } from '../database/column.ts';
import type { Queries } from '../database/database.ts';
import { atOnce, inBatches, type Old } from '../database/in-batches.ts';
import type { WhyNotSent } from '../kernel/vocabulary/alert-outcome.ts';
import type { AlertEvent } from './alert-event.ts';

/** An event that waits to be sent. */
export interface WaitingAlert extends AlertEvent {
  readonly happenedAt: Temporal.Instant;
  /** Its rule is still there. */
  readonly isWanted: boolean;
}

/** Finds which of these institutions have an alert to send, in one statement. */
export async function institutionsWithDueAlerts(
  q: Queries,
  institutionIds: readonly number[],
  now: Temporal.Instant,
): Promise<number[]> {
  if (institutionIds.length === 0) return [];
  const due = await q.query<{ id: number }>(
    `select i.id from unnest($1::int[]) as i (id)
      where exists (select from alert_events e
        where e.institution_id = i.id and e.taken_at is null and e.due_at <= $2)`,
    [institutionIds, now],
  );
  return due.map(({ id }) => id);
}

/**
 * Takes what waits for the members whose first event is due, the longest waiting first, with all their later events. They are locked
 * until the transaction ends, so two processes never send one event twice.
 */
export async function takeDueAlerts(
  tx: Queries,
  institutionId: number,
  { now, membersMax }: { readonly now: Temporal.Instant; readonly membersMax: number },
): Promise<WaitingAlert[]> {
  return tx.query<WaitingAlert>(
    `select e.rule_id as "ruleId", e.cause, e.member_id as "memberId", e.kind, e.account_id as "accountId", e.facts,
        e.happened_at as "happenedAt",
        exists (select from alert_rules r where r.institution_id = $1 and r.id = e.rule_id) as "isWanted"
      from alert_events e
      where e.institution_id = $1 and e.taken_at is null and e.member_id in (
        select d.member_id from alert_events d
        where d.institution_id = $1 and d.taken_at is null and d.due_at <= $2
        group by d.member_id order by min(d.due_at), d.member_id limit $3)
      order by e.member_id, e.happened_at, e.rule_id, e.cause for update of e`,
    [institutionId, now, membersMax],
  );
}

/** Puts off all that waits for a member. */
export async function postponeAlerts(
  tx: Queries,
  institutionId: number,
  waits: readonly { readonly memberId: string; readonly until: Temporal.Instant }[],
): Promise<void> {
  if (waits.length === 0) return;
  await tx.query(
    `update alert_events e set due_at = w.until
      from unnest($2::uuid[], $3::timestamptz[]) as w (member_id, until)
      where e.institution_id = $1 and e.member_id = w.member_id and e.taken_at is null`,
    [
      institutionId,
      column(
        'uuid',
        waits.map(({ memberId }) => memberId),
      ),
      column(
        'timestamptz',
        waits.map(({ until }) => until),
      ),
    ],
  );
}

/** What became of an event; of one that was sent, with its message. */
export type SettledAlert = Pick<AlertEvent, 'ruleId' | 'cause'> &
  ({ readonly outcome: 'sent'; readonly outboundId: string } | { readonly outcome: WhyNotSent });

/** Records what became of events that were taken. */
export async function settleAlerts(
  tx: Queries,
  institutionId: number,
  settled: readonly SettledAlert[],
  at: Temporal.Instant,
): Promise<void> {
  if (settled.length === 0) return;
  await tx.query(
    `update alert_events e set taken_at = $2, outcome = n.outcome, outbound_id = n.outbound_id
      from unnest($3::uuid[], $4::text[], $5::text[], $6::uuid[]) as n (rule_id, cause, outcome, outbound_id)
      where e.institution_id = $1 and e.rule_id = n.rule_id and e.cause = n.cause`,
    [
      institutionId,
      at,
      settled.map(({ ruleId }) => ruleId),
      settled.map(({ cause }) => cause),
      settled.map(({ outcome }) => outcome),
      settled.map((one) => (one.outcome === 'sent' ? one.outboundId : null)),
    ],
  );
}

/**
 * Deletes events that were taken long ago. They were kept so that their cause doesn’t fire again; no cause comes back so late.
 * @returns how many
 */
export async function pruneAlertEvents(
  q: Queries,
  { institutionId, before }: Old,
): Promise<number> {
  return inBatches(async () => {
    const deleted = await q.query(
      `delete from alert_events where institution_id = $1 and (rule_id, cause) in (
          select rule_id, cause from alert_events where institution_id = $1 and taken_at < $2 limit ${atOnce})
        returning 1`,
      [institutionId, before],
    );
    return deleted.length;
  });
}
