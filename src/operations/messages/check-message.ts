import { channelNames } from '../../kernel/vocabulary/channel.ts';
import { z } from 'zod';
import { checkMessage as check } from '../../enrollment/check-message.ts';
import { operation } from '../operation.ts';

/** Tells whether we sent a message that the member received, and whether its code is right. */
export const checkMessage = operation({
  id: 'checkMessage',
  method: 'POST',
  path: '/messages/check',
  tag: 'Messages',
  summary: 'Checks whether a message that the member received came from us',
  access: 'member',
  input: z.strictObject({
    text: z.string().trim().min(1).max(2_000).describe('The whole message as received.'),
  }),
  output: z.object({
    sent: z.boolean(),
    channel: z.enum(channelNames).optional(),
    name: z.string().optional().describe('The member’s address that we sent it to.'),
    at: z.string().optional(),
    code: z
      .enum(['right', 'old', 'another_address', 'wrong', 'missing'])
      .describe('`right`: the address had this code when we sent the message.'),
  }),
  refusals: [],
  run: async ({ db, keyring, institution, member }, { text }) => {
    const { sent, channel, handle, at, code } = await check(db, keyring, {
      institutionId: institution.id,
      memberId: member.id,
      text,
    });
    return {
      sent,
      code,
      ...(channel ? { channel } : {}),
      ...(handle === undefined ? {} : { name: handle }),
      ...(at ? { at: at.toString() } : {}),
    };
  },
});
