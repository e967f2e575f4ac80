import { z } from 'zod';
import { finishPasskeyRegistration } from '../../access/passkey-registration.ts';
import { addPasskey, findPasskey } from '../../access/passkeys.ts';
import { assert } from '../../kernel/assert.ts';
import { operation } from '../operation.ts';
import { isRefused, refuse } from '../refusals.ts';
import { activate, activationOf } from './activation.ts';
import { keepSession } from './enter.ts';
import { passkeyName, registrationOf, registrationResponse } from './passkey-schemas.ts';
import { siteOf } from './site.ts';

/** Finishes an activation with a passkey. The member needs nothing else to sign in from then on. */
export const activateWithPasskey = operation({
  id: 'activateWithPasskey',
  method: 'POST',
  path: '/activation/passkey',
  tag: 'Access',
  summary: 'Activates online access with a passkey and sets the session cookie',
  access: 'anyone',
  input: z.strictObject({ response: registrationResponse, name: passkeyName }),
  output: z.object({ activated: z.literal(true) }),
  refusals: ['step_over', 'passkey_refused', 'passkey_not_added'],
  run: async (request, { response, name }) => {
    const activation = await activationOf(request);
    if (!activation) return refuse('step_over');
    const { member, token } = activation;
    const key = { institutionId: request.institution.id, memberId: member.id };
    const opened = await request.db.transaction(async (tx) => {
      const passkey = await finishPasskeyRegistration(tx, request, {
        member,
        boundTo: token,
        site: siteOf(request),
        response: registrationOf(response),
        name,
      });
      if (!passkey) return refuse('passkey_refused');
      const known = await findPasskey(tx, { ...key, credentialId: passkey.credentialId });
      if (known && known.memberId !== member.id) return refuse('passkey_not_added');
      const session = await activate(tx, request, activation);
      if (isRefused(session)) return session;
      const added = await addPasskey(tx, request, { ...key, passkey });
      assert(added, 'a passkey that nobody has can be added where there is none');
      return session;
    });
    if (isRefused(opened)) return opened;
    keepSession(request, opened);
    request.queued();
    return { activated: true as const };
  },
});
