import { column } from '../database/column.ts';
import type { Queries } from '../database/database.ts';
import { rowSet } from '../database/row-set.ts';
import type { AlertEvent } from './alert-event.ts';
import type { Detected } from './detect.ts';

/** So long an event waits for others, so that several make one message. */
const gatheredFor = { seconds: 60 };

/** An import writes many batches. All that it raises makes one message. */
const importGatheredFor = { minutes: 10 };

const eventRows = rowSet<AlertEvent>({
  from: 4,
  columns: [
    ['rule_id', 'uuid', (row) => row.ruleId],
    ['cause', 'text', (row) => row.cause],
    ['member_id', 'uuid', (row) => row.memberId],
    ['kind', 'text', (row) => row.kind],
    ['account_id', 'uuid', (row) => row.accountId],
    ['facts', 'jsonb', (row) => JSON.stringify(row.facts)],
  ],
});

const insert = {
  name: 'alerts-record',
  text: `insert into alert_events (institution_id, rule_id, cause, member_id, kind, account_id, facts, happened_at, due_at)
    select $1, n.rule_id, n.cause, n.member_id, n.kind, n.account_id, n.facts, $2, $3 from ${eventRows.text}
    on conflict (institution_id, rule_id, cause) do nothing`,
};

/**
 * Writes what fired, in the transaction that posts its causes: one statement for all events, and one
 * more where rules for low balances fired or recovered.
 */
export async function recordAlerts(
  tx: Queries,
  institutionId: number,
  { events, fired, recovered }: Detected,
  { now, isHistory }: { readonly now: Temporal.Instant; readonly isHistory: boolean },
): Promise<void> {
  const dueAt = now.add(isHistory ? importGatheredFor : gatheredFor);
  await writeAlertEvents(tx, institutionId, events, { now, dueAt });
  if (fired.length > 0)
    await tx.query(
      // A rule that was changed or ended meanwhile begins without a firing.
      `insert into alert_firings (institution_id, rule_id, fired_at)
        select $1, r.id, $4 from unnest($2::uuid[], $3::timestamptz[]) as n (id, set_at)
        join alert_rules r on r.institution_id = $1 and r.id = n.id and r.set_at = n.set_at
        on conflict (institution_id, rule_id) do update set fired_at = excluded.fired_at`,
      [
        institutionId,
        column(
          'uuid',
          fired.map(({ ruleId }) => ruleId),
        ),
        column(
          'timestamptz',
          fired.map(({ setAt }) => setAt),
        ),
        now,
      ],
    );
  if (recovered.length > 0)
    await tx.query(
      'delete from alert_firings where institution_id = $1 and rule_id = any($2::uuid[])',
      [institutionId, column('uuid', recovered)],
    );
}

/** Writes events, each once for its rule and cause. */
export async function writeAlertEvents(
  tx: Queries,
  institutionId: number,
  events: readonly AlertEvent[],
  { now, dueAt }: { readonly now: Temporal.Instant; readonly dueAt: Temporal.Instant },
): Promise<void> {
  if (events.length === 0) return;
  await tx.query(insert, [institutionId, now, dueAt, ...eventRows.parameters(events)]);
}
