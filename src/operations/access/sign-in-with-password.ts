import { z } from 'zod';
import { waysIn } from '../../access/accesses.ts';
import { recordRefusedSignIn } from '../../access/events.ts';
import { isPassword } from '../../access/passwords.ts';
import { beginStep } from '../../access/steps.ts';
import { findMemberByNumber } from '../../members/members.ts';
import { operation } from '../operation.ts';
import { isRefused, refuse } from '../refusals.ts';
import { countFirstFactor } from './attempt.ts';

/**
 * Checks the first of two factors. Gives one answer, in the same time, to an unknown number, a
 * wrong password and a password without a second factor. The right password sets a cookie for five
 * minutes, which is worthless without the code.
 */
export const signInWithPassword = operation({
  id: 'signInWithPassword',
  method: 'POST',
  path: '/sign-in/password',
  tag: 'Access',
  summary: 'Starts signing in with member number and password; the second factor comes next',
  access: 'anyone',
  input: z.strictObject({
    memberNumber: z.string().trim().min(1).max(40),
    password: z.string().min(1).max(1_000),
  }),
  output: z.object({
    next: z.literal('second_factor'),
    until: z.iso
      .datetime({ offset: true })
      .describe('When the sign-in expires and has to start over.'),
  }),
  refusals: ['sign_in_refused', 'sign_in_locked', 'sign_in_closed'],
  run: async (request, { memberNumber, password }) => {
    const { db, institution } = request;
    const institutionId = institution.id;
    const member = await findMemberByNumber(db, institutionId, memberNumber);
    const counted = await countFirstFactor(request, { memberId: member?.id, memberNumber });
    if (isRefused(counted)) return counted;
    const right = await isPassword(db, request, { institutionId, memberId: member?.id, password });
    const ways =
      right && member ? await waysIn(db, { institutionId, memberId: member.id }) : undefined;
    if (!member || !ways?.totpSince) {
      await recordRefusedSignIn(db, request, {
        institutionId,
        memberNumber,
        device: request.device,
        step: 'password',
      });
      return refuse('sign_in_refused');
    }
    await counted.refund();
    const { token, expiresAt } = await db.transaction(async (tx) =>
      beginStep(tx, request, { institutionId, kind: 'second_factor', memberId: member.id }),
    );
    request.cookies.set('step', token, expiresAt);
    return { next: 'second_factor' as const, until: expiresAt.toString() };
  },
});
