import { z } from 'zod';
import { cancelEnrollments } from '../../enrollment/cancel-enrollments.ts';
import { operation } from '../operation.ts';
import { refuse } from '../refusals.ts';

/** Cancels an enrollment under way. Its code stops working. */
export const cancelEnrollment = operation({
  id: 'cancelEnrollment',
  method: 'POST',
  path: '/enrollments/{id}/cancel',
  tag: 'Messages',
  summary: 'Cancels an enrollment in progress',
  access: 'member',
  input: z.strictObject({ id: z.uuid() }),
  output: z.object({ cancelled: z.literal(true) }),
  refusals: [],
  run: async ({ db, institution, member, session, world }, { id }) => {
    const ended = await cancelEnrollments(db, institution.id, {
      memberId: member.id,
      sessionId: session.id,
      id,
      at: world.clock.now(),
    });
    return ended === 0 ? refuse('not_found') : { cancelled: true as const };
  },
});
