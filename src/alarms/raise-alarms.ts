import type { Queries } from '../database/database.ts';
import type { StaffAlarmWay } from '../kernel/vocabulary/staff-alarm.ts';
import type { AlarmsSetting } from '../members/alarms-setting.ts';

/** Older work raises no alarm: who turns alarms on is not told of last month. */
const raisedWithin = { hours: 24 } as const;

interface Place {
  readonly institutionId: number;
  readonly now: Temporal.Instant;
}

/**
 * Raises an alarm for each task and act that staff must hear of, ends those that somebody took, and
 * makes a row for each message that is due. Each row exists once, whichever process makes it.
 */
export async function raiseAlarms(tx: Queries, place: Place, alarms: AlarmsSetting): Promise<void> {
  await endTaken(tx, place);
  await raiseForTasks(tx, place);
  await raiseForActs(tx, place, alarms);
  for (const [step, { minutes, mail, webhooks }] of alarms.levels.entries()) {
    await addSends(tx, place, { step, minutes, way: 'mail', targets: mail, ofDeputies: false });
    await addSends(tx, place, {
      step,
      minutes,
      way: 'webhook',
      targets: webhooks,
      ofDeputies: false,
    });
  }
  const deputies = alarms.deputies.length > 0 ? alarms.deputies : (alarms.levels[0]?.mail ?? []);
  const first = { step: 0, minutes: 0, way: 'mail', targets: deputies } as const;
  await addSends(tx, place, { ...first, ofDeputies: true });
}

/** Ends the alarms of what somebody took, decided or looked at. No later step follows. */
async function endTaken(tx: Queries, { institutionId, now }: Place): Promise<void> {
  await tx.query(
    `update staff_alarms a set ended_at = $2
      where a.institution_id = $1 and a.ended_at is null
        and not exists (select 1 from tasks t where t.institution_id = $1 and t.reference = a.reference
          and t.state = 'open' and t.taken_by is null)
        and not exists (select 1 from staff_approvals s where s.institution_id = $1 and s.reference = a.reference
          and ((s.state = 'alone' and s.seen_at is null) or (s.state = 'waiting' and s.expires_at > $2)))`,
    [institutionId, now],
  );
}

async function raiseForTasks(tx: Queries, { institutionId, now }: Place): Promise<void> {
  await tx.query(
    `insert into staff_alarms (institution_id, kind, reference, raised_at)
      select $1, case t.kind when 'agent' then 'stop' else t.kind end, t.reference, $2 from tasks t
        where t.institution_id = $1 and t.state = 'open' and t.taken_by is null and t.created_at > $3
          and (t.kind in ('alarm', 'channel', 'possible_error') or (t.urgent and t.kind in ('agent', 'core_order')))
        order by t.reference
      on conflict do nothing`,
    [institutionId, now, now.subtract(raisedWithin)],
  );
}

/** Acts done alone, and those that nobody decides before a date set by law. */
async function raiseForActs(
  tx: Queries,
  { institutionId, now }: Place,
  { deputyHours }: AlarmsSetting,
): Promise<void> {
  await tx.query(
    `insert into staff_alarms (institution_id, kind, reference, raised_at)
      select $1, case s.state when 'alone' then 'alone' else 'approval_due' end, s.reference, $2 from staff_approvals s
        where s.institution_id = $1 and s.asked_at > $3
          and ((s.state = 'alone' and s.seen_at is null)
            or (s.state = 'waiting' and s.expires_at > $2 and s.due_at is not null and s.due_at <= $4))
        order by s.reference
      on conflict do nothing`,
    [institutionId, now, now.subtract(raisedWithin), now.add({ hours: deputyHours })],
  );
}

/** Makes the rows of one step, for the alarms that stand so long. */
async function addSends(
  tx: Queries,
  { institutionId, now }: Place,
  given: {
    readonly step: number;
    readonly minutes: number;
    readonly way: StaffAlarmWay;
    readonly targets: readonly string[];
    /** Of approvals that are due, or of all others. */
    readonly ofDeputies: boolean;
  },
): Promise<void> {
  const { step, minutes, way, targets, ofDeputies } = given;
  if (targets.length === 0) return;
  await tx.query(
    `insert into staff_alarm_sends (institution_id, kind, reference, step, way, target, due_at, next_at)
      select $1, a.kind, a.reference, $3, $4, k.target, $2, $2
        from staff_alarms a cross join unnest($5::text[]) as k (target)
        where a.institution_id = $1 and a.ended_at is null and a.raised_at <= $6 and (a.kind = 'approval_due') = $7
        order by a.kind, a.reference, k.target
      on conflict do nothing`,
    [institutionId, now, step, way, [...targets], now.subtract({ minutes }), ofDeputies],
  );
}
