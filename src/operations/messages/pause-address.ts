import { z } from 'zod';
import { setAddressState } from '../../members/address-state.ts';
import { operation } from '../operation.ts';
import { refuse } from '../refusals.ts';
import { recordInAuditLog } from '../audit-log.ts';
import { lockOwnAddress } from './rows.ts';

/** Stops figures and money on this address until the member resumes it. It keeps its code. */
export const pauseAddress = operation({
  id: 'pauseAddress',
  method: 'POST',
  path: '/addresses/{id}/pause',
  tag: 'Messages',
  summary: 'Pauses an address',
  access: 'member',
  input: z.strictObject({ id: z.uuid() }),
  output: z.object({ paused: z.literal(true) }),
  refusals: [],
  run: async (request, { id }) =>
    request.db.transaction(async (tx) => {
      if (!(await lockOwnAddress(tx, request, id))) return refuse('not_found');
      await setAddressState(tx, request.institution.id, {
        addressIds: [id],
        state: 'paused',
        reason: 'member',
      });
      await recordInAuditLog(tx, request, { what: 'address_paused', subject: id });
      return { paused: true as const };
    }),
});
