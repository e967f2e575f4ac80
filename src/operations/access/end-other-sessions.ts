import { z } from 'zod';
import { forgetDevices } from '../../access/known-devices.ts';
import { endSessions } from '../../access/sessions.ts';
import { cancelEnrollments } from '../../enrollment/cancel-enrollments.ts';
import { removeDevices } from '../../push/devices.ts';
import { operation } from '../operation.ts';
import { noteChange } from './note-change.ts';

/**
 * Ends all other sessions of the member and the pushes to other devices, forgets their other browsers, and notifies them on their
 * channels.
 */
export const endOtherSessions = operation({
  id: 'endOtherSessions',
  method: 'DELETE',
  path: '/sessions',
  tag: 'Access',
  summary: 'Signs the member out of all other browsers',
  access: 'fresh',
  input: z.strictObject({}),
  output: z.object({ ended: z.int().nonnegative() }),
  refusals: [],
  run: async (request) => {
    const ended = await request.db.transaction(async (tx) => {
      const count = await endSessions(tx, {
        institutionId: request.institution.id,
        memberId: request.member.id,
        exceptId: request.session.id,
      });
      await removeDevices(tx, {
        institutionId: request.institution.id,
        memberId: request.member.id,
        exceptSessionId: request.session.id,
      });
      await forgetDevices(tx, request, {
        institutionId: request.institution.id,
        memberId: request.member.id,
        exceptToken: request.cookies.read('device'),
      });
      await cancelEnrollments(tx, request.institution.id, {
        memberId: request.member.id,
        exceptSessionId: request.session.id,
        at: request.world.clock.now(),
      });
      await noteChange(tx, request, { memberId: request.member.id, what: 'signed_out_everywhere' });
      return count;
    });
    request.queued();
    return { ended };
  },
});
