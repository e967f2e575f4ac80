import { z } from 'zod';
import { beginPasskeyAuthentication } from '../../../access/passkey-authentication.ts';
import { operation } from '../../operation.ts';
import { passkeyOptions } from './passkey-schemas.ts';
import { siteOf } from './site.ts';

/** Gives a challenge for one of the member's own passkeys, good for this session. */
export const beginVerification = operation({
  id: 'beginVerification',
  method: 'POST',
  path: '/verification/passkey/options',
  tag: 'Access',
  summary: 'Begins proving once more who one is, with a passkey',
  access: 'member',
  input: z.strictObject({}),
  output: passkeyOptions,
  refusals: [],
  run: async (act) => {
    const options = await act.db.transaction(async (tx) =>
      beginPasskeyAuthentication(tx, act, {
        asked: { institutionId: act.institution.id, session: act.session },
        site: siteOf(act),
      }),
    );
    return { options: { ...options } };
  },
});
