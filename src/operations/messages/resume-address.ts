import { z } from 'zod';
import { resumeAddress as resume } from '../../members/resume-address.ts';
import { wantsProofWhen } from '../fresh.ts';
import { moneyMayMove } from '../fresh-conditions.ts';
import { operation } from '../operation.ts';
import { refuse } from '../refusals.ts';
import { recordInAuditLog } from '../audit-log.ts';
import { lockOwnAddress } from './rows.ts';

/** Ends a pause. Lifts no suspension and no lock. */
export const resumeAddress = operation({
  id: 'resumeAddress',
  method: 'POST',
  path: '/addresses/{id}/resume',
  tag: 'Messages',
  summary: 'Resumes a paused address',
  access: 'member',
  freshWhen: moneyMayMove,
  input: z.strictObject({ id: z.uuid() }),
  output: z.object({ resumed: z.literal(true) }),
  refusals: ['address_suspended'],
  run: async (request, { id }) =>
    request.db.transaction(async (tx) => {
      const address = await lockOwnAddress(tx, request, id);
      if (!address) return refuse('not_found');
      if (address.state === 'suspended') return refuse('address_suspended');
      const unproven = wantsProofWhen(request, moneyMayMove, address);
      if (unproven) return unproven;
      if (await resume(tx, request.institution.id, id))
        await recordInAuditLog(tx, request, { what: 'address_resumed', subject: id });
      return { resumed: true as const };
    }),
});
