import { z } from 'zod';
import { openAddress } from '../../members/bind-address.ts';
import { operation } from '../operation.ts';
import { isRefused, refuse } from '../refusals.ts';
import { addressOn } from '../staff/address-on.ts';
import { keyringOf } from '../staff/keyring-of.ts';
import { changeOfMember, numberField } from '../staff/of-member.ts';
import { phoneChannels } from '../../channels/descriptors.ts';
import { noteRead } from '../../staff/reads.ts';

/** Shows a member's phone number in full. The reason goes with the look, and into the audit log. */
export const unmaskPhone = operation({
  id: 'unmaskPhone',
  summary: 'Shows a phone number of a member in full',
  access: 'staff',
  permission: 'unmask',
  input: z.strictObject({ number: numberField, addressId: z.uuid() }),
  output: z.object({ phone: z.string() }),
  refusals: ['member_unknown', 'address_unknown', 'address_unclear', 'keys_missing'],
  run: async (request, { number, addressId }) => {
    const keyring = keyringOf(request);
    const { institution, principal, world, why } = request;
    const change = { number, what: 'phone_unmasked', detail: { address: addressId } };
    return changeOfMember(request, change, async ({ tx, member }) => {
      for (const channel of phoneChannels) {
        const address = await addressOn(request, { tx, member }, { channel, handle: addressId });
        if (isRefused(address)) continue;
        const phone = await openAddress(tx, keyring, institution.id, address.id);
        if (phone === undefined) continue;
        await noteRead(tx, world, {
          institutionId: institution.id,
          by: {
            name: principal.name,
            identity: principal.kind === 'staff' ? principal.identity : undefined,
          },
          memberId: member.id,
          what: 'phone',
          why,
        });
        return { phone };
      }
      return refuse('address_unknown', { facts: { number, channel: phoneChannels.join(', ') } });
    });
  },
});
