import { z } from 'zod';
import { disclosureVersion } from '../../enrollment/disclosures.ts';
import { recordConsents } from '../../members/consents.ts';
import { operation } from '../operation.ts';
import { changeOfMember, numberField } from './of-member.ts';

/** Records that a member received the disclosures of Regulation E. From then on, money may move. */
export const recordDisclosures = operation({
  id: 'recordDisclosures',
  summary: 'Records that the member got the disclosures: transfers are allowed from then on',
  access: 'staff',
  permission: 'change_member',
  input: z.strictObject({ number: numberField }),
  output: z.object({ recorded: z.literal(true) }),
  refusals: ['member_unknown'],
  run: async (request, { number }) =>
    changeOfMember(request, { number, what: 'member_disclose' }, async ({ tx, member }) => {
      const { institution, world } = request;
      const at = world.clock.now();
      await recordConsents(tx, world, institution.id, [
        {
          kind: 'regulation_e',
          version: disclosureVersion('regulation_e', institution, at),
          how: 'command line',
          at,
          memberId: member.id,
        },
      ]);
      return { recorded: true as const };
    }),
});
