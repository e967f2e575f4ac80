import type { Queries } from '../database/database.ts';
import type {
  StaffAlarmKind,
  StaffAlarmSendState,
  StaffAlarmWay,
} from '../kernel/vocabulary/staff-alarm.ts';

/** A message of an alarm that this process has to send. */
export interface AlarmSend {
  readonly kind: StaffAlarmKind;
  readonly reference: string;
  readonly step: number;
  readonly way: StaffAlarmWay;
  readonly target: string;
  readonly tries: number;
  readonly raisedAt: Temporal.Instant;
  readonly dueAt: Temporal.Instant;
}

/** How many one process takes at once. */
const atOnce = 20;

/** A process that has not said how it went by then has lost it. Longer than any try lasts. */
const leaseSeconds = 60;

/** After this time nobody needs to hear of it by mail any more: Today shows it as not delivered. */
const givenUpAfter = { hours: 24 } as const;

/**
 * Claims messages that are due. Two processes never claim the same.
 * @param q outside a transaction: the claim must stand before anything leaves
 */
export async function claimSends(
  q: Queries,
  institutionId: number,
  now: Temporal.Instant,
): Promise<AlarmSend[]> {
  return q.query<AlarmSend>(
    `update staff_alarm_sends s set next_at = $3, tries = s.tries + 1
      from (select kind, reference, step, way, target from staff_alarm_sends
          where institution_id = $1 and state = 'waiting' and next_at <= $2
          order by next_at, kind, reference, step, way, target limit ${atOnce} for update skip locked) d,
        staff_alarms a
      where s.institution_id = $1 and s.kind = d.kind and s.reference = d.reference and s.step = d.step
        and s.way = d.way and s.target = d.target
        and a.institution_id = $1 and a.kind = s.kind and a.reference = s.reference
      returning s.kind, s.reference, s.step, s.way, s.target, s.tries, a.raised_at as "raisedAt", s.due_at as "dueAt"`,
    [institutionId, now, now.add({ seconds: leaseSeconds })],
  );
}

/** The pause before the next try: 15 seconds, then twice as long each time, up to 15 minutes. */
function pauseAfter(tries: number): Temporal.Duration {
  return Temporal.Duration.from({ seconds: Math.min(15 * 2 ** Math.min(tries - 1, 10), 900) });
}

/** Notes how a try went. A failure is tried again, until a day after it was due. */
export async function settleSend(
  q: Queries,
  institutionId: number,
  {
    send,
    now,
    problem,
  }: {
    readonly send: AlarmSend;
    readonly now: Temporal.Instant;
    /** Absent: it was sent. */
    readonly problem?: string | undefined;
  },
): Promise<void> {
  const isOver = Temporal.Instant.compare(now, send.dueAt.add(givenUpAfter)) >= 0;
  const state: StaffAlarmSendState = problem === undefined ? 'sent' : isOver ? 'failed' : 'waiting';
  await q.query(
    `update staff_alarm_sends set state = $7, problem = $8, sent_at = $9, next_at = $10
      where institution_id = $1 and kind = $2 and reference = $3 and step = $4 and way = $5 and target = $6
        and state = 'waiting'`,
    [
      institutionId,
      send.kind,
      send.reference,
      send.step,
      send.way,
      send.target,
      state,
      problem ?? null,
      state === 'sent' ? now : null,
      state === 'waiting' ? now.add(pauseAfter(send.tries)) : null,
    ],
  );
}

/** Counts the messages of a day that did not leave at the first try, and have not left since. */
export async function countUndelivered(
  q: Queries,
  institutionId: number,
  now: Temporal.Instant,
): Promise<number> {
  const [row] = await q.query<{ count: number }>(
    `select count(*)::int as count from staff_alarm_sends
      where institution_id = $1 and state <> 'sent' and problem is not null and due_at > $2`,
    [institutionId, now.subtract({ hours: 48 })],
  );
  return row?.count ?? 0;
}

/** When nobody had decided an act before its legal date, and which deputies it went to. */
interface Escalation {
  readonly at: Temporal.Instant;
  readonly to: readonly string[];
}

/** Tells whether an act that takes two persons was escalated to the deputies. */
export async function escalationOf(
  q: Queries,
  institutionId: number,
  reference: string,
): Promise<Escalation | undefined> {
  const [row] = await q.query<Escalation>(
    `select a.raised_at as at, array(select s.target from staff_alarm_sends s
        where s.institution_id = $1 and s.kind = a.kind and s.reference = a.reference order by s.target) as to
      from staff_alarms a where a.institution_id = $1 and a.kind = 'approval_due' and a.reference = $2`,
    [institutionId, reference],
  );
  return row;
}
