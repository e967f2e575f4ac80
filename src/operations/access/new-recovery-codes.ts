import { z } from 'zod';
import { waysIn } from '../../access/accesses.ts';
import { makeRecoveryCodes } from '../../access/recovery-codes.ts';
import { operation } from '../operation.ts';
import { isRefused, refuse } from '../refusals.ts';
import { noteChange } from './note-change.ts';

/** Makes ten new recovery codes and revokes the old ones. Shows the new ones only this once. */
export const newRecoveryCodes = operation({
  id: 'newRecoveryCodes',
  method: 'POST',
  path: '/recovery-codes',
  tag: 'Access',
  summary: 'Creates ten new recovery codes',
  access: 'fresh',
  input: z.strictObject({}),
  output: z.object({ recoveryCodes: z.array(z.string()) }),
  refusals: ['totp_first'],
  run: async (request) => {
    const key = { institutionId: request.institution.id, memberId: request.member.id };
    const result = await request.db.transaction(async (tx) => {
      const { totpSince } = await waysIn(tx, key, { lock: true });
      if (!totpSince) return refuse('totp_first');
      const recoveryCodes = await makeRecoveryCodes(tx, request, key);
      await noteChange(tx, request, {
        memberId: key.memberId,
        what: 'totp_changed',
        event: 'recovery_codes_made',
      });
      return { recoveryCodes };
    });
    if (!isRefused(result)) request.queued();
    return result;
  },
});
