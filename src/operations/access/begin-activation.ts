import { z } from 'zod';
import { forgiveAttempt } from '../../access/attempts.ts';
import { isInvitation } from '../../access/invitations.ts';
import { beginStep } from '../../access/steps.ts';
import { newTotpSecret } from '../../access/totp.ts';
import { findMemberByNumber } from '../../members/members.ts';
import { operation } from '../operation.ts';
import { refuse } from '../refusals.ts';
import { activationContent } from './activation.ts';
import { attemptOf, refuseGuessing } from './attempt.ts';

/**
 * Starts the activation of an invited member, from member number and one-time code.
 * Answers never reveal whether such a member exists or was invited.
 * Sets a cookie for half an hour, with which the member sets up their first way to sign in.
 */
export const beginActivation = operation({
  id: 'beginActivation',
  method: 'POST',
  path: '/activation',
  tag: 'Access',
  summary: 'Starts activating a member’s online access with the code from staff',
  access: 'anyone',
  input: z.strictObject({
    memberNumber: z.string().trim().min(1).max(40),
    code: z.string().trim().min(1).max(40),
  }),
  output: z.object({ until: z.iso.datetime({ offset: true }) }),
  refusals: ['activation_refused', 'sign_in_locked', 'sign_in_closed'],
  run: async (request, { memberNumber, code }) => {
    const { db, institution } = request;
    const institutionId = institution.id;
    // We count by network alone: a stranger's guesses must not keep the member from activating.
    const attempt = { ...attemptOf(request), isActivation: true };
    const locked = await refuseGuessing(request, attempt);
    if (locked) return locked;
    const member = await findMemberByNumber(db, institutionId, memberNumber);
    const right = await isInvitation(db, request, { institutionId, memberId: member?.id, code });
    if (!member || !right) return refuse('activation_refused');
    const { token, expiresAt } = await db.transaction(async (tx) => {
      await forgiveAttempt(tx, request, attempt);
      return beginStep(tx, request, {
        institutionId,
        kind: 'activation',
        memberId: member.id,
        content: activationContent({ totpSecret: newTotpSecret(request.world.random) }),
      });
    });
    request.cookies.set('step', token, expiresAt);
    return { until: expiresAt.toString() };
  },
});
