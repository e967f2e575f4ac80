import { z } from 'zod';
import { forgiveAttempt } from '../../../access/attempts.ts';
import { finishPasskeyAuthentication } from '../../../access/passkey-authentication.ts';
import { operation } from '../../operation.ts';
import { isRefused, refuse } from '../../refusals.ts';
import { attemptOf, refuseGuessing } from './attempt.ts';
import { enter, keepSession } from './enter.ts';
import { authenticationOf, authenticationResponse } from './passkey-schemas.ts';
import { siteOf } from './site.ts';

/** Signs in with what the passkey signed. An account that is locked for its password is not locked here: nothing can be guessed. */
export const finishPasskeySignIn = operation({
  id: 'finishPasskeySignIn',
  method: 'POST',
  path: '/sign-in/passkey',
  tag: 'Access',
  summary: 'Signs in with a passkey; the session comes as a cookie',
  access: 'anyone',
  input: z.strictObject({ response: authenticationResponse }),
  output: z.object({ signedIn: z.literal(true) }),
  refusals: ['passkey_refused', 'sign_in_locked', 'sign_in_closed'],
  run: async (act, { response }) => {
    const attempt = attemptOf(act);
    const locked = await refuseGuessing(act, attempt);
    if (locked) return locked;
    const opened = await act.db.transaction(async (tx) => {
      const found = await finishPasskeyAuthentication(tx, act, {
        asked: { institutionId: act.institution.id },
        site: siteOf(act),
        response: authenticationOf(response),
      });
      if (!found) return refuse('passkey_refused');
      await forgiveAttempt(tx, act, attempt);
      return enter(tx, act, { memberId: found.memberId, way: 'passkey' });
    });
    if (isRefused(opened)) return opened;
    keepSession(act, opened);
    return { signedIn: true as const };
  },
});
