import { z } from 'zod';
import { cancelEnrolments } from '../../enrollment/cancel-enrollments.ts';
import { operation } from '../operation.ts';
import { refuse } from '../refusals.ts';

/** Drops an enrolment under way: its word counts no longer. */
export const cancelEnrolment = operation({
  id: 'cancelEnrolment',
  method: 'POST',
  path: '/enrolments/{id}/cancel',
  tag: 'Messages',
  summary: 'Cancels an enrollment in progress',
  access: 'member',
  input: z.strictObject({ id: z.uuid() }),
  output: z.object({ cancelled: z.literal(true) }),
  refusals: [],
  run: async ({ db, institution, member, session, world }, { id }) => {
    const ended = await cancelEnrolments(db, institution.id, {
      memberId: member.id,
      sessionId: session.id,
      id,
      at: world.clock.now(),
    });
    return ended === 0 ? refuse('not_found') : { cancelled: true as const };
  },
});
