import { z } from 'zod';
import { finishPasskeyRegistration } from '../../access/passkey-registration.ts';
import { addPasskey as add } from '../../access/passkeys.ts';
import { operation } from '../operation.ts';
import { isRefused, refuse } from '../refusals.ts';
import { noteChange } from './note-change.ts';
import { passkeyName, registrationOf, registrationResponse } from './passkey-schemas.ts';
import { siteOf } from './site.ts';

/** Adds the passkey that the browser made, and notifies the member on their channels. */
export const addPasskey = operation({
  id: 'addPasskey',
  method: 'POST',
  path: '/passkeys',
  tag: 'Access',
  summary: 'Adds a passkey',
  access: 'fresh',
  input: z.strictObject({ response: registrationResponse, name: passkeyName }),
  output: z.object({ id: z.uuid(), name: z.string() }),
  refusals: ['passkey_refused', 'passkey_not_added'],
  run: async (request, { response, name }) => {
    const { member, session } = request;
    const result = await request.db.transaction(async (tx) => {
      const passkey = await finishPasskeyRegistration(tx, request, {
        member,
        boundTo: session.id,
        site: siteOf(request),
        response: registrationOf(response),
        name,
      });
      if (!passkey) return refuse('passkey_refused');
      const added = await add(tx, request, {
        institutionId: request.institution.id,
        memberId: member.id,
        passkey,
      });
      if (!added) return refuse('passkey_not_added');
      await noteChange(tx, request, {
        memberId: member.id,
        what: 'passkey_added',
        detail: { name },
      });
      return { id: added.id, name };
    });
    if (!isRefused(result)) request.queued();
    return result;
  },
});
