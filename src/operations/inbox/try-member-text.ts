import { z } from 'zod';
import { prefetchRehearsal, rehearse } from '../../conversation/rehearse.ts';
import { rolledBack } from '../../database/rolled-back.ts';
import { defaultLanguage } from '../../kernel/vocabulary/language.ts';
import { findMemberByNumber } from '../../members/members.ts';
import { addressesOf } from '../../members/bind-address.ts';
import { staffConversation } from '../../messages/staff-conversation.ts';
import { operation } from '../operation.ts';
import { refuse } from '../refusals.ts';
import { conversationField } from './conversation-fields.ts';
import { lookedAt } from './person-of.ts';

/** Tells how a text of this member would be read and answered now. Nothing is written. */
export const tryMemberText = operation({
  id: 'tryMemberText',
  summary: 'Shows how a text of a member would be read and answered, without carrying it out',
  access: 'staff',
  permission: 'read_messages',
  input: z.strictObject({
    conversationId: conversationField,
    text: z.string().trim().min(1).max(400),
  }),
  output: z.object({
    intent: z.string(),
    reading: z.string(),
    asksFirst: z.boolean(),
    reply: z.string().describe('Without the code.'),
  }),
  refusals: ['conversation_unknown'],
  run: async (request, { conversationId, text }) => {
    const { db, institution } = request;
    const key = { institutionId: institution.id, conversationId };
    const conversation = await staffConversation(db, key);
    const member =
      conversation && (await findMemberByNumber(db, institution.id, conversation.memberNumber));
    if (!conversation || !member) return refuse('conversation_unknown');
    await lookedAt(request, { memberId: member.id, what: 'what a text would do' });
    const addresses = await addressesOf(db, institution.id, member.id);
    const bound = addresses.find(({ id }) => id === conversation.addressId);
    if (!bound) return refuse('conversation_unknown');
    const address = { ...bound, state: conversation.addressState };
    const language = institution.settings.languages[0] ?? defaultLanguage;
    const rehearsal = { institution, member, address, text, language };
    const books = await prefetchRehearsal(db, request, rehearsal);
    const done = await rolledBack(db, async (tx) => rehearse(tx, request, { ...rehearsal, books }));
    return {
      intent: done.reading.intent,
      reading: JSON.stringify(done.reading),
      asksFirst: done.asksFirst,
      reply: done.reply,
    };
  },
});
