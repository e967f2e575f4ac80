import { z } from 'zod';
import { beginPasskeyRegistration } from '../../access/passkey-registration.ts';
import { operation } from '../operation.ts';
import { passkeyOptions } from './passkey-schemas.ts';
import { siteOf } from './site.ts';

/** Returns what the browser needs to make another passkey. */
export const beginPasskeyAddition = operation({
  id: 'beginPasskeyAddition',
  method: 'POST',
  path: '/passkeys/options',
  tag: 'Access',
  summary: 'Starts adding a passkey',
  access: 'fresh',
  input: z.strictObject({}),
  output: passkeyOptions,
  refusals: [],
  run: async (request) => {
    const options = await request.db.transaction(async (tx) =>
      beginPasskeyRegistration(tx, request, {
        member: request.member,
        boundTo: request.session.id,
        site: siteOf(request),
      }),
    );
    return { options: { ...options } };
  },
});
