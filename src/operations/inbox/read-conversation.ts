import { z } from 'zod';
import { descriptors } from '../../channels/descriptors.ts';
import { handoverEventKinds, handoverStates } from '../../kernel/vocabulary/handover.ts';
import { addressStates } from '../../kernel/vocabulary/address-state.ts';
import { channelNames } from '../../kernel/vocabulary/channel.ts';
import { defaultLanguage, languages } from '../../kernel/vocabulary/language.ts';
import { staffConversation } from '../../messages/staff-conversation.ts';
import { vouchedIds } from '../../messages/vouched.ts';
import { eventsOf, hasReplied } from '../../staff/handovers/events.ts';
import { findHandover } from '../../staff/handovers/store.ts';
import { watches } from '../../staff/handovers/watchers.ts';
import { operation } from '../operation.ts';
import { shownHandle } from '../shown-handle.ts';
import { refuse } from '../refusals.ts';
import { contextOfMember, contextSchema } from './context-of-member.ts';
import { conversationField } from './conversation-fields.ts';
import { lookedAt, personOf } from './person-of.ts';
import { introduction } from './reply-to-member.ts';
import { stampOf, threadOf } from './thread.ts';

/** How many messages one page of a thread has. */
const pageSize = 60;

const messageSchema = z.object({
  id: z.string(),
  direction: z.enum(['in', 'out']),
  at: z.string(),
  text: z.string(),
  status: z.string(),
  purpose: z.string().nullable(),
  hasCode: z.boolean(),
  deliveredAt: z.string().nullable(),
  author: z.string().nullable().describe('The person of the staff who wrote it.'),
  vouched: z.boolean().describe('Whether the signed record has it as it stands here.'),
});

export type ThreadMessage = z.output<typeof messageSchema>;

const eventSchema = z.object({
  kind: z.enum(handoverEventKinds),
  at: z.string(),
  whoName: z.string().nullable(),
  toName: z.string().nullable(),
  note: z.string().nullable(),
});

export type ThreadEvent = z.output<typeof eventSchema>;

const output = z.object({
  conversationId: z.string(),
  state: z.enum(handoverStates).nullable(),
  channel: z.enum(channelNames),
  memberNumber: z.string(),
  memberName: z.string(),
  language: z.enum(languages).describe('The language in which the member is written to.'),
  stoppedAt: z.string().nullable(),
  addressState: z.enum(addressStates),
  addressName: z.string().describe('The handle, or the number with most digits masked.'),
  holderName: z.string().nullable(),
  isMine: z.boolean(),
  watched: z.boolean(),
  waitingSince: z.string().nullable(),
  spokeAt: z.string().nullable().describe('The last word between the member and a person.'),
  urgent: z.boolean(),
  introduction: z.string().nullable().describe('The sentence that your first reply begins with.'),
  encoding: z.enum(['gsm7', 'unicode']),
  stamp: z.string().describe('Changes when anything of the conversation does.'),
  messages: z.array(messageSchema).describe('The newest first.'),
  next: z.string().optional(),
  events: z.array(eventSchema).describe('The newest first.'),
  context: contextSchema,
});

export type ReadConversation = z.output<typeof output>;

/** Reads a conversation as it was sent, with what people did in it and what to know of the member. */
export const readConversation = operation({
  id: 'readConversation',
  summary: 'Reads a conversation: messages, notes, and what to know of the member',
  access: 'staff',
  permission: 'read_messages',
  input: z.strictObject({
    conversationId: conversationField,
    before: z.iso.datetime({ offset: true }).optional().describe('`next` of the previous page.'),
  }),
  output,
  refusals: ['conversation_unknown'],
  run: async (request, { conversationId, before }) => {
    const { db, institution, keyring } = request;
    const key = { institutionId: institution.id, conversationId };
    const conversation = await staffConversation(db, key);
    if (!conversation) return refuse('conversation_unknown');
    await lookedAt(request, { memberId: conversation.memberId, what: 'conversation' });
    const { who, name } = personOf(request);
    const stamp = await stampOf(db, institution.id, conversation);
    const handover = await findHandover(db, key);
    const rows = await threadOf(db, institution.id, {
      conversation,
      before: before === undefined ? undefined : Temporal.Instant.from(before),
      limit: pageSize + 1,
    });
    const page = rows.slice(0, pageSize);
    const ids = page.flatMap(({ outboundId }) => outboundId ?? []);
    const vouched = keyring
      ? await vouchedIds(db, { institutionId: institution.id, keyring }, ids)
      : new Set(ids);
    const last = page.at(-1);
    const isKnown =
      handover !== undefined &&
      handover.state !== 'closed' &&
      (await hasReplied(db, { ...key, who, since: handover.begunAt }));
    return {
      conversationId,
      state: handover?.state ?? null,
      channel: conversation.channel,
      memberNumber: conversation.memberNumber,
      memberName: conversation.memberName,
      language: conversation.language ?? institution.settings.languages[0] ?? defaultLanguage,
      stoppedAt: conversation.stoppedAt?.toString() ?? null,
      addressState: conversation.addressState,
      addressName: shownHandle(conversation.channel, conversation.addressName) ?? '',
      holderName: handover?.holderName ?? null,
      isMine: handover?.holder === who,
      watched: await watches(db, { ...key, who }),
      waitingSince: handover?.waitingSince?.toString() ?? null,
      spokeAt: handover?.spokeAt.toString() ?? null,
      urgent: handover?.urgent ?? false,
      introduction: isKnown ? null : introduction(request, conversation, name),
      encoding: descriptors[conversation.channel].encoding,
      stamp,
      messages: page.map(({ outboundId, at, deliveredAt, ...row }) => ({
        ...row,
        at: at.toString(),
        deliveredAt: deliveredAt?.toString() ?? null,
        vouched: outboundId === null || vouched.has(outboundId),
      })),
      ...(rows.length > pageSize && last ? { next: last.at.toString() } : {}),
      events: (await eventsOf(db, key)).map(({ at, ...event }) => ({
        ...event,
        at: at.toString(),
      })),
      context: await contextOfMember(db, request, conversation),
    };
  },
});

/** Tells whether a conversation has changed, without reading it. */
export const conversationNews = operation({
  id: 'conversationNews',
  summary: 'Tells by a stamp whether a conversation has changed; shows nothing of it',
  access: 'staff',
  permission: 'read_messages',
  input: z.strictObject({ conversationId: conversationField }),
  output: z.object({ stamp: z.string() }),
  refusals: ['conversation_unknown'],
  run: async ({ db, institution }, { conversationId }) => {
    const conversation = await staffConversation(db, {
      institutionId: institution.id,
      conversationId,
    });
    if (!conversation) return refuse('conversation_unknown');
    return { stamp: await stampOf(db, institution.id, conversation) };
  },
});
