import { z } from 'zod';
import { finishPasskeyAuthentication } from '../../access/passkey-authentication.ts';
import { operation } from '../operation.ts';
import { isRefused, refuse } from '../refusals.ts';
import { enter, keepSession } from './enter.ts';
import { authenticationOf, authenticationResponse } from './passkey-schemas.ts';
import { siteOf } from './site.ts';

/**
 * Signs the member in by the passkey's signature. Nothing is counted or locked, since a signature
 * can't be guessed.
 */
export const finishPasskeySignIn = operation({
  id: 'finishPasskeySignIn',
  method: 'POST',
  path: '/sign-in/passkey',
  tag: 'Access',
  summary: 'Signs in with a passkey and sets the session cookie',
  access: 'anyone',
  input: z.strictObject({ response: authenticationResponse }),
  output: z.object({ signedIn: z.literal(true) }),
  refusals: ['passkey_refused'],
  run: async (request, { response }) => {
    const opened = await request.db.transaction(async (tx) => {
      const found = await finishPasskeyAuthentication(tx, request, {
        asked: { institutionId: request.institution.id },
        site: siteOf(request),
        response: authenticationOf(response),
      });
      if (!found) return refuse('passkey_refused');
      return enter(tx, request, { memberId: found.memberId, way: 'passkey' });
    });
    if (isRefused(opened)) return opened;
    keepSession(request, opened);
    return { signedIn: true as const };
  },
});
