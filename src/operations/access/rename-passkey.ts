import { z } from 'zod';
import { recordSecurityEvent } from '../../access/events.ts';
import { renamePasskey as rename } from '../../access/passkeys.ts';
import { operation } from '../operation.ts';
import { refuse } from '../refusals.ts';
import { passkeyName } from './passkey-schemas.ts';

/** Renames a passkey. */
export const renamePasskey = operation({
  id: 'renamePasskey',
  method: 'PATCH',
  path: '/passkeys/{id}',
  tag: 'Access',
  summary: 'Renames a passkey',
  access: 'member',
  input: z.strictObject({ id: z.uuid(), name: passkeyName }),
  output: z.object({ renamed: z.literal(true) }),
  refusals: [],
  run: async (request, { id, name }) => {
    const key = { institutionId: request.institution.id, memberId: request.member.id };
    return request.db.transaction(async (tx) => {
      if (!(await rename(tx, { ...key, id, name }))) return refuse('not_found');
      await recordSecurityEvent(tx, request, {
        ...key,
        kind: 'passkey_renamed',
        device: request.device,
        detail: { name },
      });
      return { renamed: true as const };
    });
  },
});
