import { z } from 'zod';
import { recordSecurityEvent } from '../../access/events.ts';
import { endSession } from '../../access/sessions.ts';
import { cancelEnrollments } from '../../enrollment/cancel-enrollments.ts';
import { operation } from '../operation.ts';

/** Ends the session of this browser. Succeeds too if there is none. */
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
  run: async (request) => {
    const { session } = request;
    if (session) {
      const key = { institutionId: request.institution.id, memberId: session.memberId };
      await request.db.transaction(async (tx) => {
        await endSession(tx, { ...key, id: session.id });
        // A one-time code must not outlive the session that asked for it.
        await cancelEnrollments(tx, key.institutionId, {
          memberId: key.memberId,
          sessionId: session.id,
          at: request.world.clock.now(),
        });
        await recordSecurityEvent(tx, request, {
          ...key,
          kind: 'signed_out',
          device: request.device,
        });
      });
    }
    request.cookies.clear('session');
    request.cookies.clear('step');
    return { signedOut: true as const };
  },
});
