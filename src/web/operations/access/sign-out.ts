import { z } from 'zod';
import { recordSecurityEvent } from '../../../access/events.ts';
import { endSession } from '../../../access/sessions.ts';
import { cancelEnrolments } from '../../../enrolment/cancel-enrolments.ts';
import { operation } from '../../operation.ts';

/** Ends the session of this browser; where there is none, all is well too. */
export const signOut = operation({
  id: 'signOut',
  method: 'POST',
  path: '/sign-out',
  tag: 'Access',
  summary: 'Signs out of this browser',
  access: 'anyone',
  input: z.strictObject({}),
  output: z.object({ signedOut: z.literal(true) }),
  refusals: [],
  run: async (act) => {
    const { session } = act;
    if (session) {
      const key = { institutionId: act.institution.id, memberId: session.memberId };
      await act.db.transaction(async (tx) => {
        await endSession(tx, { ...key, id: session.id });
        // A word must not outlive the session that asked for it.
        await cancelEnrolments(tx, key.institutionId, {
          memberId: key.memberId,
          sessionId: session.id,
          at: act.world.clock.now(),
        });
        await recordSecurityEvent(tx, act, { ...key, kind: 'signed_out', device: act.device });
      });
    }
    act.cookies.clear('session');
    act.cookies.clear('step');
    return { signedOut: true as const };
  },
});
