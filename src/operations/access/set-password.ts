import { z } from 'zod';
import { waysIn } from '../../access/accesses.ts';
import { forgiveAttempt } from '../../access/attempts.ts';
import { forgetDevices } from '../../access/known-devices.ts';
import { hashPassword } from '../../access/password-hash.ts';
import { storePassword } from '../../access/passwords.ts';
import { endSessions } from '../../access/sessions.ts';
import { operation } from '../operation.ts';
import { attemptOf } from './attempt.ts';
import { checkPassword } from './check-password.ts';
import { noteChange } from './note-change.ts';

/**
 * Sets or changes the password. Ends all other sessions, forgets all other browsers, and notifies
 * the member. Reopens an account that too many wrong guesses had closed.
 */
export const setPassword = operation({
  id: 'setPassword',
  method: 'PUT',
  path: '/password',
  tag: 'Access',
  summary: 'Sets or changes the password, and signs out all other browsers',
  access: 'fresh',
  input: z.strictObject({ password: z.string().min(1).max(1_000) }),
  output: z.object({
    endedSessions: z.int().nonnegative(),
    needsTotp: z
      .boolean()
      .describe('The password doesn’t work until an authenticator app is set up.'),
  }),
  refusals: ['password_too_short', 'password_too_long', 'password_too_common'],
  run: async (request, { password }) => {
    const { member, session } = request;
    const refused = checkPassword(request, { member, password });
    if (refused) return refused;
    const hash = await hashPassword(password, request.world.random);
    const key = { institutionId: request.institution.id, memberId: member.id };
    const result = await request.db.transaction(async (tx) => {
      await storePassword(tx, request, key, hash);
      await forgiveAttempt(tx, request, attemptOf(request, member.number));
      const endedSessions = await endSessions(tx, { ...key, exceptId: session.id });
      await forgetDevices(tx, request, { ...key, exceptToken: request.cookies.read('device') });
      await noteChange(tx, request, { memberId: member.id, what: 'password_changed' });
      return { endedSessions, needsTotp: (await waysIn(tx, key)).totpSince === undefined };
    });
    request.queued();
    return result;
  },
});
