import { z } from 'zod';
import { changeAlerts, lockAlerts } from '../../alerts/alert-store.ts';
import { recordInAuditLog } from '../audit-log.ts';
import { operation } from '../operation.ts';
import { refuse } from '../refusals.ts';
import { alertListSchema, readAlerts } from './alert-list.ts';

const timeField = z
  .preprocess(
    (value) => (value === '' ? null : value),
    z
      .string()
      .regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/)
      .nullable(),
  )
  .describe('Such as `21:00`, in the member’s zone; null: no quiet hours.');

/** Sets the hours without alerts, or ends them. Security notices and replies come all the same. */
export const setQuiet = operation({
  id: 'setQuiet',
  method: 'POST',
  path: '/alerts/quiet',
  tag: 'Messages',
  summary: 'Sets the hours without alerts, or ends them',
  access: 'member',
  input: z.strictObject({ from: timeField, to: timeField }),
  output: alertListSchema,
  refusals: ['quiet_incomplete'],
  run: async (request, { from, to }) => {
    const { db, institution, member, world } = request;
    if ((from === null) !== (to === null) || (from !== null && from === to))
      return refuse('quiet_incomplete', { field: to === null ? 'to' : 'from' });
    const quiet = from === null || to === null ? null : { from: minuteOf(from), to: minuteOf(to) };
    await db.transaction(async (tx) => {
      await lockAlerts(tx, institution.id, [member.id]);
      await changeAlerts(
        tx,
        { institutionId: institution.id, memberId: member.id, world, at: world.clock.now() },
        { change: 'quiet', quiet },
      );
      await recordInAuditLog(tx, request, {
        what: 'quiet_hours_set',
        subject: member.id,
        detail: { from, to },
      });
    });
    return readAlerts(db, request);
  },
});

function minuteOf(text: string): number {
  const { hour, minute } = Temporal.PlainTime.from(text);
  return hour * 60 + minute;
}
