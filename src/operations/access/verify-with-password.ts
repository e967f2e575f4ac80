import { z } from 'zod';
import { forgiveAttempt } from '../../access/attempts.ts';
import { recordRefusedSignIn } from '../../access/events.ts';
import { isPassword } from '../../access/passwords.ts';
import { operation } from '../operation.ts';
import { isRefused, refuse } from '../refusals.ts';
import { refuseGuessing, sessionAttemptOf } from './attempt.ts';
import { renew } from './renew.ts';
import { acceptSecondFactor } from './second-factor.ts';

/**
 * Verifies the member again by password and second factor, both at once.
 * Somebody at an open session must not learn which one was wrong.
 */
export const verifyWithPassword = operation({
  id: 'verifyWithPassword',
  method: 'POST',
  path: '/verification/password',
  tag: 'Access',
  summary: 'Proves the member’s identity again, with password and second factor',
  access: 'member',
  input: z.strictObject({
    password: z.string().min(1).max(1_000),
    code: z
      .string()
      .trim()
      .min(1)
      .max(40)
      .describe('Six digits of the authenticator app, or a recovery code.'),
  }),
  output: z.object({ verified: z.literal(true) }),
  refusals: ['sign_in_refused', 'sign_in_locked', 'sign_in_closed'],
  run: async (request, { password, code }) => {
    const { db, member } = request;
    const institutionId = request.institution.id;
    const attempt = sessionAttemptOf(request);
    const locked = await refuseGuessing(request, attempt);
    if (locked) return locked;
    const right = await isPassword(db, request, { institutionId, memberId: member.id, password });
    const opened = await db.transaction(async (tx) => {
      const by = right && (await acceptSecondFactor(tx, request, { memberId: member.id, code }));
      if (!by) return refuse('sign_in_refused');
      await forgiveAttempt(tx, request, attempt);
      return renew(tx, request, by === 'recovery' ? 'password_recovery' : 'password');
    });
    if (isRefused(opened)) {
      await recordRefusedSignIn(db, request, {
        institutionId,
        memberNumber: member.number,
        device: request.device,
        step: 'verification',
      });
      return opened;
    }
    request.cookies.set('session', opened.token, opened.session.expiresAt);
    request.queued();
    return { verified: true as const };
  },
});
