import { z } from 'zod';
import { forgiveAttempt } from '../../../access/attempts.ts';
import { finishPasskeyAuthentication } from '../../../access/passkey-authentication.ts';
import { operation } from '../../operation.ts';
import { isRefused, refuse } from '../../refusals.ts';
import { attemptOf, refuseGuessing } from './attempt.ts';
import { authenticationOf, authenticationResponse } from './passkey-schemas.ts';
import { renew } from './renew.ts';
import { siteOf } from './site.ts';

/** Proves once more who one is; what asks for a fresh verification goes on for five minutes. */
export const verifyWithPasskey = operation({
  id: 'verifyWithPasskey',
  method: 'POST',
  path: '/verification/passkey',
  tag: 'Access',
  summary: 'Proves once more who one is, with a passkey',
  access: 'member',
  input: z.strictObject({ response: authenticationResponse }),
  output: z.object({ verified: z.literal(true) }),
  refusals: ['passkey_refused', 'sign_in_locked', 'sign_in_closed'],
  run: async (act, { response }) => {
    const attempt = attemptOf(act);
    const locked = await refuseGuessing(act, attempt);
    if (locked) return locked;
    const opened = await act.db.transaction(async (tx) => {
      const found = await finishPasskeyAuthentication(tx, act, {
        asked: { institutionId: act.institution.id, session: act.session },
        site: siteOf(act),
        response: authenticationOf(response),
      });
      if (!found) return refuse('passkey_refused');
      await forgiveAttempt(tx, act, attempt);
      return renew(tx, act, 'passkey');
    });
    if (isRefused(opened)) return opened;
    act.cookies.set('session', opened.token, opened.session.expiresAt);
    return { verified: true as const };
  },
});
