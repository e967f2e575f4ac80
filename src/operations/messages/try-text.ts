import { channelNames } from '../../kernel/vocabulary/channel.ts';
import { z } from 'zod';
import { prefetchRehearsal, rehearse } from '../../conversation/rehearse.ts';
import { rolledBack } from '../../database/rolled-back.ts';
import type { MemberAddress } from '../../members/member.ts';
import type { MemberContext } from '../request-context.ts';
import { operation } from '../operation.ts';
import { refuse } from '../refusals.ts';
import { loadAddresses, type AddressRow } from './rows.ts';

/** Tells how we would read and answer a text, without carrying it out. */
export const tryText = operation({
  id: 'tryText',
  method: 'POST',
  path: '/messages/try',
  tag: 'Messages',
  summary: 'Returns the reading of a text and the reply to it, without carrying it out',
  access: 'member',
  input: z.strictObject({
    text: z.string().trim().min(1).max(400),
    addressId: z
      .uuid()
      .optional()
      .describe('The address it would come from. If absent: the first address, or a new one.'),
  }),
  output: z.object({
    intent: z.string(),
    reading: z.string().describe('The reading of the text, as one line of JSON.'),
    asksFirst: z.boolean(),
    reply: z.string().describe('Without the code at its end.'),
  }),
  refusals: [],
  run: async (request, { text, addressId }) => {
    const rows = await loadAddresses(request.db, request);
    const row = addressId === undefined ? rows[0] : rows.find(({ id }) => id === addressId);
    if (addressId !== undefined && !row) return refuse('not_found');
    const { institution, member, language } = request;
    const rehearsal = { institution, member, language, text, address: addressOf(request, row) };
    const books = await prefetchRehearsal(request.db, request, rehearsal);
    const rehearsed = await rolledBack(request.db, async (tx) =>
      rehearse(tx, request, { ...rehearsal, books }),
    );
    return {
      intent: rehearsed.reading.intent,
      reading: JSON.stringify(rehearsed.reading),
      asksFirst: rehearsed.asksFirst,
      reply: rehearsed.reply,
    };
  },
});

/** The member's address, or a new one if they have none yet. */
function addressOf({ member, world }: MemberContext, row: AddressRow | undefined): MemberAddress {
  if (!row) {
    return {
      id: world.ids.next(),
      memberId: member.id,
      channel: channelNames[0],
      state: 'proven',
      mayMoveMoney: false,
    };
  }
  return {
    id: row.id,
    memberId: member.id,
    channel: row.channel,
    state: row.state,
    mayMoveMoney: row.mayMoveMoney,
    ...(row.perTransfer === null ? {} : { perTransfer: row.perTransfer }),
    ...(row.perDay === null ? {} : { perDay: row.perDay }),
    ...(row.moneyLockedAt ? { moneyLockedAt: row.moneyLockedAt } : {}),
  };
}
