import { z } from 'zod';
import { announceChange } from '../../notices/announce.ts';
import { setAddressState } from '../../members/address-state.ts';
import { operation } from '../operation.ts';
import { refuse } from '../refusals.ts';
import { recordInAuditLog } from '../audit-log.ts';
import { lockOwnAddress } from './rows.ts';

/** Removes an address. Its messages then come from a stranger, and it may be enrolled again. */
export const removeAddress = operation({
  id: 'removeAddress',
  method: 'DELETE',
  path: '/addresses/{id}',
  tag: 'Messages',
  summary: 'Removes an address',
  access: 'fresh',
  input: z.strictObject({ id: z.uuid() }),
  output: z.object({ removed: z.literal(true) }),
  refusals: [],
  run: async (request, { id }) => {
    const result = await request.db.transaction(async (tx) => {
      if (!(await lockOwnAddress(tx, request, id))) return refuse('not_found');
      await setAddressState(tx, request.institution.id, {
        addressIds: [id],
        state: 'removed',
        reason: 'member',
      });
      await recordInAuditLog(tx, request, { what: 'address_removed', subject: id });
      await announceChange(tx, request, {
        memberId: request.member.id,
        what: 'address_removed',
        exceptAddressId: id,
      });
      return { removed: true as const };
    });
    request.queued();
    return result;
  },
});
