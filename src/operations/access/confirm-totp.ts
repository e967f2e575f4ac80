import { z } from 'zod';
import { waysIn } from '../../access/accesses.ts';
import { makeRecoveryCodes } from '../../access/recovery-codes.ts';
import { readStep, takeStep } from '../../access/steps.ts';
import { storeTotp, totpStep } from '../../access/totp.ts';
import { operation } from '../operation.ts';
import { isRefused, refuse } from '../refusals.ts';
import { noteChange } from './note-change.ts';
import { totpCode } from './totp-schema.ts';

/**
 * Switches to the new authenticator app once it has the secret. Codes of an earlier app stop
 * working. Notifies the member.
 */
export const confirmTotp = operation({
  id: 'confirmTotp',
  method: 'PUT',
  path: '/totp',
  tag: 'Access',
  summary: 'Confirms an authenticator app with a code that it shows',
  access: 'fresh',
  input: z.strictObject({ code: totpCode }),
  output: z.object({
    recoveryCodes: z
      .array(z.string())
      .describe('Ten new codes if none were left, shown only this once; otherwise empty.'),
  }),
  refusals: ['step_over', 'totp_refused'],
  run: async (request, { code }) => {
    const { member, session, world } = request;
    const key = { institutionId: request.institution.id, memberId: member.id };
    const name = { institutionId: key.institutionId, kind: 'totp', token: session.id } as const;
    const result = await request.db.transaction(async (tx) => {
      const secret = (await readStep(tx, request, name))?.content;
      if (secret === undefined) return refuse('step_over');
      const step = totpStep(secret, code, world.clock.now());
      if (step === undefined) return refuse('totp_refused', { field: 'code' });
      if (!(await takeStep(tx, request, name))) return refuse('step_over');
      await storeTotp(tx, request, { ...key, secret, step });
      await noteChange(tx, request, { memberId: member.id, what: 'totp_changed' });
      const { recoveryCodesLeft } = await waysIn(tx, key);
      return {
        recoveryCodes: recoveryCodesLeft === 0 ? await makeRecoveryCodes(tx, request, key) : [],
      };
    });
    if (!isRefused(result)) request.queued();
    return result;
  },
});
