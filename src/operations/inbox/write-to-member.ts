import { z } from 'zod';
import { channelNames } from '../../kernel/vocabulary/channel.ts';
import { findMemberByNumber } from '../../members/members.ts';
import { addressesOf } from '../../members/bind-address.ts';
import { conversationsOfAddresses } from '../../messages/complete-conversations.ts';
import { conversationsOfMember } from '../../messages/staff-conversation.ts';
import { operation } from '../operation.ts';
import { refuse } from '../refusals.ts';

/** Finds the conversation in which to write to a member: on one channel, or where they came last. */
export const writeToMember = operation({
  id: 'writeToMember',
  summary: 'Gives the conversation in which to write to a member',
  access: 'staff',
  permission: 'converse',
  input: z.strictObject({
    number: z.string().trim().min(1).max(40).describe('The member number.'),
    channel: z
      .enum(channelNames)
      .optional()
      .describe('Absent: the channel that the member added last and that gets messages.'),
  }),
  output: z.object({ conversationId: z.string() }),
  refusals: ['member_unknown', 'address_unknown', 'keys_missing'],
  run: async (request, { number, channel }) => {
    const { db, institution, keyring, world } = request;
    const key = { institutionId: institution.id };
    const member = await findMemberByNumber(db, institution.id, number);
    if (!member) return refuse('member_unknown', { field: 'number', facts: { number } });
    if (!keyring) return refuse('keys_missing');
    return db.transaction(async (tx) => {
      const addresses = await addressesOf(tx, institution.id, member.id);
      const missing = addresses.filter(({ state }) => state === 'proven').map(({ id }) => id);
      // An address that nobody has written to or from yet has no conversation.
      await conversationsOfAddresses(tx, { ...key, keyring, world }, missing);
      const all = await conversationsOfMember(tx, { ...key, memberId: member.id });
      const fitting = all.filter((one) => channel === undefined || one.channel === channel);
      const reached = fitting.find((one) => one.addressState === 'proven' && !one.stoppedAt);
      const found = reached ?? fitting[0];
      if (!found) return refuse('address_unknown', { facts: { number, channel: channel ?? '–' } });
      return { conversationId: found.id };
    });
  },
});
