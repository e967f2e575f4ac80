import { z } from 'zod';
import { beginPasskeyAuthentication } from '../../access/passkey-authentication.ts';
import { operation } from '../operation.ts';
import { passkeyOptions } from './passkey-schemas.ts';
import { siteOf } from './site.ts';

/** Returns a challenge for one of the member's own passkeys, valid in this session. */
export const beginVerification = operation({
  id: 'beginVerification',
  method: 'POST',
  path: '/verification/passkey/options',
  tag: 'Access',
  summary: 'Starts a new proof of identity with a passkey',
  access: 'member',
  input: z.strictObject({}),
  output: passkeyOptions,
  refusals: [],
  run: async (request) => {
    const options = await request.db.transaction(async (tx) =>
      beginPasskeyAuthentication(tx, request, {
        asked: { institutionId: request.institution.id, session: request.session },
        site: siteOf(request),
      }),
    );
    return { options: { ...options } };
  },
});
