import { z } from 'zod';
import { beginPasskeyAuthentication } from '../../access/passkey-authentication.ts';
import { operation } from '../operation.ts';
import { refuseFlood } from './attempt.ts';
import { passkeyOptions } from './passkey-schemas.ts';
import { siteOf } from './site.ts';

/**
 * Returns a challenge that works once, within five minutes. We ask for no name: the passkey
 * identifies its owner.
 */
export const beginPasskeySignIn = operation({
  id: 'beginPasskeySignIn',
  method: 'POST',
  path: '/sign-in/passkey/options',
  tag: 'Access',
  summary: 'Starts signing in with a passkey',
  access: 'anyone',
  input: z.strictObject({}),
  output: passkeyOptions,
  refusals: [],
  run: async (request) => {
    const flood = await refuseFlood(request);
    if (flood) return flood;
    const options = await request.db.transaction(async (tx) =>
      beginPasskeyAuthentication(tx, request, {
        asked: { institutionId: request.institution.id },
        site: siteOf(request),
      }),
    );
    return { options: { ...options } };
  },
});
