import { z } from 'zod';
import { resumeAddress as resume } from '../../enrollment/resume-address.ts';
import { wantsProof } from '../fresh.ts';
import { operation } from '../operation.ts';
import { refuse } from '../refusals.ts';
import { recordAct } from './record-act.ts';
import { lockOwnAddress } from './rows.ts';

/** Takes a pause back; lifts no suspension and no lock. */
export const resumeAddress = operation({
  id: 'resumeAddress',
  method: 'POST',
  path: '/addresses/{id}/resume',
  tag: 'Messages',
  summary: 'Resumes a paused address',
  access: 'member',
  freshWhen: 'The address can move money.',
  input: z.strictObject({ id: z.uuid() }),
  output: z.object({ resumed: z.literal(true) }),
  refusals: ['address_suspended'],
  run: async (request, { id }) =>
    request.db.transaction(async (tx) => {
      const address = await lockOwnAddress(tx, request, id);
      if (!address) return refuse('not_found');
      if (address.state === 'suspended') return refuse('address_suspended');
      const unproven = address.mayMoveMoney ? wantsProof(request) : undefined;
      if (unproven) return unproven;
      if (await resume(tx, request.institution.id, id))
        await recordAct(tx, request, { what: 'address_resumed', subject: id });
      return { resumed: true as const };
    }),
});
