import { z } from 'zod';
import { recordSecurityEvent } from '../../access/events.ts';
import { endSession as end } from '../../access/sessions.ts';
import { cancelEnrollments } from '../../enrollment/cancel-enrollments.ts';
import { operation } from '../operation.ts';
import { refuse } from '../refusals.ts';

/** Ends one of the member's sessions at once. */
export const endSession = operation({
  id: 'endSession',
  method: 'DELETE',
  path: '/sessions/{id}',
  tag: 'Access',
  summary: 'Signs the member out of one browser',
  access: 'fresh',
  input: z.strictObject({ id: z.uuid() }),
  output: z.object({ ended: z.literal(true) }),
  refusals: [],
  run: async (request, { id }) => {
    const key = { institutionId: request.institution.id, memberId: request.member.id };
    const ended = await request.db.transaction(async (tx) => {
      const done = await end(tx, { ...key, id });
      if (done) {
        const at = request.world.clock.now();
        await cancelEnrollments(tx, key.institutionId, {
          memberId: key.memberId,
          sessionId: id,
          at,
        });
        await recordSecurityEvent(tx, request, {
          ...key,
          kind: 'session_ended',
          device: request.device,
        });
      }
      return done;
    });
    if (!ended) return refuse('not_found');
    if (id === request.session.id) request.cookies.clear('session');
    return { ended: true as const };
  },
});
