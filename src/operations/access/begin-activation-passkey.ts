import { z } from 'zod';
import { beginPasskeyRegistration } from '../../access/passkey-registration.ts';
import { operation } from '../operation.ts';
import { refuse } from '../refusals.ts';
import { activationOf } from './activation.ts';
import { passkeyOptions } from './passkey-schemas.ts';
import { siteOf } from './site.ts';

/** Returns what the browser needs to make the member's first passkey. */
export const beginActivationPasskey = operation({
  id: 'beginActivationPasskey',
  method: 'POST',
  path: '/activation/passkey/options',
  tag: 'Access',
  summary: 'Starts creating the first passkey of an activation',
  access: 'anyone',
  input: z.strictObject({}),
  output: passkeyOptions,
  refusals: ['step_over'],
  run: async (request) => {
    const activation = await activationOf(request);
    if (!activation) return refuse('step_over');
    const options = await request.db.transaction(async (tx) =>
      beginPasskeyRegistration(tx, request, {
        member: activation.member,
        boundTo: activation.token,
        site: siteOf(request),
      }),
    );
    return { options: { ...options } };
  },
});
