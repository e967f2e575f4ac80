import type { Queries } from '../../database/database.ts';
import { findingsOf, type Finding } from '../../kernel/finding.ts';

const { ok, warning, problem } = findingsOf('messages');

/** As `/health`: from then on members notice. */
const waitingSecondsMax = 120;

/** Checks whether messages wait for long, and whether alarms are open. Reads only. */
export async function checkWaiting(q: Queries, now: Temporal.Instant): Promise<Finding[]> {
  const [waiting] = await q.query<{ count: number; oldest: Temporal.Instant | null }>(
    `select count(*)::int as count, min(queued_at) as oldest from outbound
      where status in ('queued', 'errored', 'sending', 'unknown')`,
  );
  const [alarms] = await q.query<{ count: number }>(
    `select count(*)::int as count from tasks where kind in ('alarm', 'channel') and state <> 'done'`,
  );
  const [undelivered] = await q.query<{ count: number }>(
    `select count(*)::int as count from staff_alarm_sends
      where state <> 'sent' and problem is not null and due_at > $1`,
    [now.subtract({ hours: 48 })],
  );
  const findings: Finding[] = [];
  if ((undelivered?.count ?? 0) > 0)
    findings.push(
      problem({
        what: `${undelivered?.count ?? 0} alarms did not reach staff.`,
        why: 'A stop payment or a notice of error may wait unseen.',
        act: 'Check TMM_SMTP_URL, TMM_SMTP_FROM and TMM_ALARM_SECRETS, and the setting `alarms`. See docs/guides/staff-alarms.md.',
      }),
    );
  const oldest = waiting?.oldest;
  const seconds = oldest ? now.since(oldest).total('seconds') : 0;
  if (seconds > waitingSecondsMax)
    findings.push(
      problem({
        what: `${waiting?.count ?? 0} messages wait, the oldest for ${Math.round(seconds / 60)} minutes.`,
        why: 'Members wait for their replies.',
        act: 'Is `tmm serve` running? Then see “A queue that is stuck” in docs/guides/runbooks.md.',
      }),
    );
  if ((alarms?.count ?? 0) > 0)
    findings.push(
      warning({
        what: `${alarms?.count ?? 0} tasks say that something needs you.`,
        why: 'Replies may wait until you act.',
        act: 'Read them: tmm task list',
      }),
    );
  return findings.length > 0 ? findings : [ok('No message waits.')];
}
