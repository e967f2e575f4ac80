import { z } from 'zod';
import { forgetDevices } from '../../../access/known-devices.ts';
import { endSessions } from '../../../access/sessions.ts';
import { cancelEnrolments } from '../../../enrolment/cancel-enrolments.ts';
import { operation } from '../../operation.ts';
import { noteChange } from './note-change.ts';

/** Ends all of the member's sessions but this one, forgets their other browsers, and tells them so on their channels. */
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
  run: async (act) => {
    const ended = await act.db.transaction(async (tx) => {
      const count = await endSessions(tx, {
        institutionId: act.institution.id,
        memberId: act.member.id,
        exceptId: act.session.id,
      });
      await forgetDevices(tx, act, {
        institutionId: act.institution.id,
        memberId: act.member.id,
        exceptToken: act.cookies.read('device'),
      });
      await cancelEnrolments(tx, act.institution.id, {
        memberId: act.member.id,
        exceptSessionId: act.session.id,
        at: act.world.clock.now(),
      });
      await noteChange(tx, act, { memberId: act.member.id, what: 'signed_out_everywhere' });
      return count;
    });
    act.queued();
    return { ended };
  },
});
