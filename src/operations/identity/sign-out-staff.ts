import { z } from 'zod';
import { endAllOfStaff } from '../../staff-access/change-staff.ts';
import { recordInAuditLog } from '../audit-log.ts';
import { operation } from '../operation.ts';
import { isRefused } from '../refusals.ts';
import { personField, personOf } from './staff-fields.ts';

/**
 * Ends all sessions and tokens of a person at once, such as after a lost laptop. It takes one person alone, since it only closes: they can
 * sign in again.
 */
export const signOutStaff = operation({
  id: 'signOutStaff',
  summary: 'Ends all sessions and tokens of a person of the staff',
  access: 'staff',
  permission: 'close_staff_access',
  input: z.strictObject({ person: personField }),
  output: z.object({ name: z.string(), sessions: z.int(), tokens: z.int() }),
  refusals: ['staff_unknown'],
  run: async (request, { person }) =>
    request.db.transaction(async (tx) => {
      const found = await personOf(tx, request, person);
      if (isRefused(found)) return found;
      const key = { institutionId: request.institution.id, staffId: found.id };
      const ended = await endAllOfStaff(tx, key);
      await recordInAuditLog(tx, request, {
        what: 'staff_signed_out_everywhere',
        subject: found.id,
        detail: { name: found.name, ...ended },
      });
      return { name: found.name, ...ended };
    }),
});
