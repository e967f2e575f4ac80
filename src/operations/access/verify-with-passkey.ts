import { z } from 'zod';
import { finishPasskeyAuthentication } from '../../access/passkey-authentication.ts';
import { operation } from '../operation.ts';
import { isRefused, refuse } from '../refusals.ts';
import { authenticationOf, authenticationResponse } from './passkey-schemas.ts';
import { renew } from './renew.ts';
import { siteOf } from './site.ts';

/**
 * Verifies the member again by passkey. Operations that need a fresh proof then work for five
 * minutes.
 */
export const verifyWithPasskey = operation({
  id: 'verifyWithPasskey',
  method: 'POST',
  path: '/verification/passkey',
  tag: 'Access',
  summary: 'Finishes a new proof of identity with a passkey',
  access: 'member',
  input: z.strictObject({ response: authenticationResponse }),
  output: z.object({ verified: z.literal(true) }),
  refusals: ['passkey_refused'],
  run: async (request, { response }) => {
    const opened = await request.db.transaction(async (tx) => {
      const found = await finishPasskeyAuthentication(tx, request, {
        asked: { institutionId: request.institution.id, session: request.session },
        site: siteOf(request),
        response: authenticationOf(response),
      });
      if (!found) return refuse('passkey_refused');
      return renew(tx, request, 'passkey');
    });
    if (isRefused(opened)) return opened;
    request.cookies.set('session', opened.token, opened.session.expiresAt);
    return { verified: true as const };
  },
});
