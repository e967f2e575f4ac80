import { z } from 'zod';
import { setAddressState } from '../../members/address-state.ts';
import { operation } from '../operation.ts';
import { isRefused } from '../refusals.ts';
import { addressFields, addressOn } from './address-on.ts';
import { changeOfMember, numberField } from './of-member.ts';

/** Unbinds a member's address on a channel, by two persons. Locking the member takes one, and comes first. */
export const unbindAddress = operation({
  id: 'unbindAddress',
  summary: 'Unbinds an address of a member',
  access: 'staff',
  permission: 'open_access',
  input: z.strictObject({ number: numberField, ...addressFields }),
  output: z.object({ removed: z.literal(true) }),
  refusals: ['member_unknown', 'address_unknown', 'address_unclear', 'keys_missing'],
  run: async (request, { number, channel, handle }) => {
    const announced = 'address_removed' as const;
    const change = { number, what: 'member_remove', detail: { channel }, announced };
    return changeOfMember(request, change, async (work) => {
      const address = await addressOn(request, work, { channel, handle });
      if (isRefused(address)) return address;
      await setAddressState(work.tx, request.institution.id, {
        addressIds: [address.id],
        state: 'removed',
        reason: 'by staff',
      });
      return { removed: true as const };
    });
  },
});
