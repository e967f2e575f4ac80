import { z } from 'zod';
import { forgiveAttempt } from '../../../access/attempts.ts';
import { recordRefusedSignIn } from '../../../access/events.ts';
import { isPassword } from '../../../access/passwords.ts';
import { operation } from '../../operation.ts';
import { isRefused, refuse } from '../../refusals.ts';
import { refuseGuessing, sessionAttemptOf } from './attempt.ts';
import { renew } from './renew.ts';
import { acceptSecondFactor } from './second-factor.ts';

/** The same with password and second factor, both at once: who sits at an open session must not learn which was wrong. */
export const verifyWithPassword = operation({
  id: 'verifyWithPassword',
  method: 'POST',
  path: '/verification/password',
  tag: 'Access',
  summary: 'Proves once more who one is, with password and second factor',
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
  run: async (act, { password, code }) => {
    const { db, member } = act;
    const institutionId = act.institution.id;
    const attempt = sessionAttemptOf(act);
    const locked = await refuseGuessing(act, attempt);
    if (locked) return locked;
    const right = await isPassword(db, act, { institutionId, memberId: member.id, password });
    const opened = await db.transaction(async (tx) => {
      const by = right && (await acceptSecondFactor(tx, act, { memberId: member.id, code }));
      if (!by) return refuse('sign_in_refused');
      await forgiveAttempt(tx, act, attempt);
      return renew(tx, act, by === 'recovery' ? 'password_recovery' : 'password');
    });
    if (isRefused(opened)) {
      await recordRefusedSignIn(db, act, {
        institutionId,
        memberNumber: member.number,
        device: act.device,
        step: 'verification',
      });
      return opened;
    }
    act.cookies.set('session', opened.token, opened.session.expiresAt);
    act.queued();
    return { verified: true as const };
  },
});
