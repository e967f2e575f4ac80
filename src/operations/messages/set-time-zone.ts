import { z } from 'zod';
import { changeMember } from '../../members/members.ts';
import { recordInAuditLog } from '../audit-log.ts';
import { operation } from '../operation.ts';
import { timeZoneField } from '../time-zone-field.ts';

/**
 * Sets the time zone in which replies tell times. Business days and deadlines stay in the
 * institution's.
 */
export const setTimeZone = operation({
  id: 'setTimeZone',
  method: 'PUT',
  path: '/time-zone',
  tag: 'Messages',
  summary: 'Sets the time zone in which replies tell times',
  access: 'member',
  input: z.strictObject({ zone: timeZoneField }),
  output: z.object({ zone: z.string().describe('The zone that replies now use.') }),
  refusals: [],
  run: async (request, { zone }) => {
    const { db, institution, member } = request;
    const chosen = zone === '' ? null : zone;
    await db.transaction(async (tx) => {
      await changeMember(tx, member, { zone: chosen });
      await recordInAuditLog(tx, request, {
        what: 'time_zone_set',
        subject: member.id,
        detail: { zone: chosen },
      });
    });
    return { zone: chosen ?? institution.zone };
  },
});
