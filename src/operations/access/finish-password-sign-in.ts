import { z } from 'zod';
import { waysIn } from '../../access/accesses.ts';
import { forgiveAttempt } from '../../access/attempts.ts';
import { recordRefusedSignIn } from '../../access/events.ts';
import { findMember } from '../../access/member-row.ts';
import { lockStep, readStep, takeStep } from '../../access/steps.ts';
import { operation } from '../operation.ts';
import { isRefused, refuse } from '../refusals.ts';
import { deviceAttemptOf, refuseGuessing } from './attempt.ts';
import { enter, keepSession } from './enter.ts';
import { acceptSecondFactor } from './second-factor.ts';

/**
 * Checks the second factor. Counts it on the same account as the first, so that an attacker can't
 * guess either one freely.
 */
export const finishPasswordSignIn = operation({
  id: 'finishPasswordSignIn',
  method: 'POST',
  path: '/sign-in/second-factor',
  tag: 'Access',
  summary: 'Finishes signing in with the second factor and sets the session cookie',
  access: 'anyone',
  input: z.strictObject({
    code: z
      .string()
      .trim()
      .min(1)
      .max(40)
      .describe('Six digits of the authenticator app, or a recovery code.'),
  }),
  output: z.object({
    signedIn: z.literal(true),
    by: z.enum(['totp', 'recovery']),
    recoveryCodesLeft: z.int().nonnegative(),
  }),
  refusals: ['step_over', 'code_refused', 'sign_in_locked', 'sign_in_closed'],
  run: async (request, { code }) => {
    const { db, institution, cookies } = request;
    const institutionId = institution.id;
    const name = {
      institutionId,
      kind: 'second_factor',
      token: cookies.read('step') ?? '',
    } as const;
    const step = await readStep(db, request, name);
    const member =
      step?.memberId === undefined
        ? undefined
        : await findMember(db, { institutionId, memberId: step.memberId });
    if (!member) return refuse('step_over');
    const attempt = await deviceAttemptOf(request, {
      memberId: member.id,
      memberNumber: member.number,
    });
    const locked = await refuseGuessing(request, attempt);
    if (locked) return locked;
    const result = await db.transaction(async (tx) => {
      // A code works once: don't use it up for a step that another request has already taken.
      if (!(await lockStep(tx, request, name))) return refuse('step_over');
      const by = await acceptSecondFactor(tx, request, { memberId: member.id, code });
      if (!by) return refuse('code_refused', { field: 'code' });
      await takeStep(tx, request, name);
      await forgiveAttempt(tx, request, attempt);
      const way = by === 'recovery' ? 'password_recovery' : 'password';
      const opened = await enter(tx, request, { memberId: member.id, way });
      const { recoveryCodesLeft } = await waysIn(tx, { institutionId, memberId: member.id });
      return { opened, by, recoveryCodesLeft };
    });
    if (isRefused(result)) {
      await recordRefusedSignIn(db, request, {
        institutionId,
        memberNumber: member.number,
        device: request.device,
        step: 'second_factor',
      });
      return result;
    }
    keepSession(request, result.opened);
    request.queued();
    const { by, recoveryCodesLeft } = result;
    return { signedIn: true as const, by, recoveryCodesLeft };
  },
});
