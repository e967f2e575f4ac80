import { z } from 'zod';
import { waysIn } from '../../access/accesses.ts';
import { removePasskey as remove } from '../../access/passkeys.ts';
import { operation } from '../operation.ts';
import { isRefused, refuse } from '../refusals.ts';
import { noteChange } from './note-change.ts';

/**
 * Removes a passkey, but never the last way to sign in. A password counts only together with an
 * authenticator app.
 */
export const removePasskey = operation({
  id: 'removePasskey',
  method: 'DELETE',
  path: '/passkeys/{id}',
  tag: 'Access',
  summary: 'Removes a passkey',
  access: 'fresh',
  input: z.strictObject({ id: z.uuid() }),
  output: z.object({ removed: z.literal(true) }),
  refusals: ['last_way_in'],
  run: async (request, { id }) => {
    const key = { institutionId: request.institution.id, memberId: request.member.id };
    const result = await request.db.transaction(async (tx) => {
      const ways = await waysIn(tx, key, { lock: true });
      const byPassword = ways.passwordChangedAt !== undefined && ways.totpSince !== undefined;
      if (ways.passkeys <= 1 && !byPassword) return refuse('last_way_in');
      const name = await remove(tx, { ...key, id });
      if (name === undefined) return refuse('not_found');
      await noteChange(tx, request, {
        memberId: key.memberId,
        what: 'passkey_removed',
        detail: { name },
      });
      return { removed: true as const };
    });
    if (!isRefused(result)) request.queued();
    return result;
  },
});
