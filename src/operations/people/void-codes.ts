import { z } from 'zod';
import { addressesOf } from '../../members/bind-address.ts';
import { changeCode } from '../../members/codes.ts';
import { operation } from '../operation.ts';
import { keyringOf } from '../staff/keyring-of.ts';
import { changeOfMember, numberField } from '../staff/of-member.ts';

/**
 * Voids the codes of all addresses of a member. Each gets a random one that only the member can
 * read, and the member is told.
 */
export const voidMemberCodes = operation({
  id: 'voidMemberCodes',
  summary: 'Voids the codes of a member, so that each address gets a new one',
  access: 'staff',
  permission: 'lock_member',
  input: z.strictObject({ number: numberField }),
  output: z.object({ voided: z.int() }),
  refusals: ['member_unknown', 'keys_missing'],
  run: async (request, { number }) => {
    const context = { keyring: keyringOf(request), world: request.world };
    const change = { number, what: 'codes_voided', announced: 'code_changed' } as const;
    return changeOfMember(request, change, async ({ tx, member }) => {
      const institutionId = request.institution.id;
      const all = await addressesOf(tx, institutionId, member.id);
      // A suspended address has no code in use, and gets another when it is verified.
      const used = all.filter(({ state }) => state === 'proven' || state === 'paused');
      for (const { id } of used) await changeCode(tx, context, { institutionId, addressId: id });
      return { voided: used.length };
    });
  },
});
