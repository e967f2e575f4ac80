import { z } from 'zod';
import { accountChannels, descriptors } from '../../channels/descriptors.ts';
import { bindAddresses } from '../../messages/bind-addresses.ts';
import { addressesOf } from '../../members/bind-address.ts';
import { issueCodes } from '../../members/codes.ts';
import { operation } from '../operation.ts';
import { isRefused, refuse } from '../refusals.ts';
import { keyringOf } from './keyring-of.ts';
import { changeOfMember, memberOf, numberField } from './of-member.ts';

/** Binds an account that the member has proven to be theirs, for questions only. */
export const bindAccount = operation({
  id: 'bindAccount',
  summary: 'Binds an account that the member has proven to be theirs',
  access: 'staff',
  permission: 'open_access',
  input: z.strictObject({
    number: numberField,
    channel: z.enum(accountChannels).describe('The account’s channel.'),
    userId: z.string().trim().max(40).describe('The numeric id, which never changes.'),
    handle: z.string().trim().max(50).optional(),
  }),
  output: z.object({ bound: z.literal(true) }),
  refusals: ['member_unknown', 'account_id_malformed', 'address_taken', 'keys_missing'],
  difference: async (request, { number, channel, userId, handle }) => {
    const member = await memberOf(request.db, request, number);
    if (isRefused(member)) return member;
    const all = await addressesOf(request.db, request.institution.id, member.id);
    const there = all.filter((one) => one.channel === channel);
    const called = handle === undefined ? userId : `${handle} (${userId})`;
    return {
      subject: member.number,
      lines: [
        { what: 'member', before: member.name, after: member.name },
        {
          what: descriptors[channel].title,
          before: there.map((one) => one.handle ?? one.id).join(', ') || 'no account',
          after: [...there.map((one) => one.handle ?? one.id), called].join(', '),
        },
      ],
    };
  },
  run: async (request, { number, channel, userId, handle }) => {
    const { title, account } = descriptors[channel];
    if (!account?.userId.test(userId))
      return refuse('account_id_malformed', { field: 'userId', facts: { channel: title } });
    const detail = { channel, ...(handle === undefined ? {} : { handle }) };
    const change = { number, what: 'member_bind', detail, announced: 'address_added' } as const;
    return changeOfMember(request, change, async ({ tx, member }) => {
      const institutionId = request.institution.id;
      const context = { keyring: keyringOf(request), world: request.world };
      const ids = await bindAddresses(tx, context, institutionId, [
        { memberId: member.id, channel, address: userId, handle, mayMoveMoney: false },
      ]);
      await issueCodes(tx, context, institutionId, ids);
      return { bound: true as const };
    });
  },
});
