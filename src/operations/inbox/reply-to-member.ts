import { z } from 'zod';
import { batchOf } from '../../audit/batch.ts';
import { descriptors } from '../../channels/descriptors.ts';
import { defaultLanguage } from '../../kernel/vocabulary/language.ts';
import { render } from '../../languages/wording.ts';
import { enqueue } from '../../messages/enqueue.ts';
import { sentAs } from '../../messages/sent-as.ts';
import { wellFormed } from '../../messages/redact.ts';
import { hasReplied, noteEvents } from '../../staff/handovers/events.ts';
import { noteReplied } from '../../staff/handovers/store.ts';
import { voiceOf } from '../../wording/voice.ts';
import { operation } from '../operation.ts';
import { refuse, type RefusalCode, type Refused } from '../refusals.ts';
import type { StaffContext } from '../request-context.ts';
import { conversationField } from './conversation-fields.ts';
import { claim } from './hold-conversation.ts';
import { changeOfConversation, type ConversationChange } from './of-conversation.ts';
import { personOf } from './person-of.ts';
import { replyProblem, type ReplyProblem } from './reply-problem.ts';

/** The longest text that a person writes at once. */
export const replyMax = 1_000;

const problemCodes: Readonly<Record<ReplyProblem, RefusalCode>> = {
  secret: 'reply_has_secret',
  link: 'reply_has_link',
  member_number: 'reply_has_secret',
  place: 'reply_has_place',
};

/**
 * Writes to a member as a person of the staff, in the conversation where the member wrote. The
 * message leaves as every other: with the member's code, and never after STOP. The first one of
 * each person says who they are.
 */
export const replyToMember = operation({
  id: 'replyToMember',
  summary: 'Sends a member a message from a person, in a conversation of the inbox',
  access: 'staff',
  permission: 'converse',
  input: z.strictObject({
    conversationId: conversationField,
    replyId: z
      .uuid()
      .describe('Made by the caller. The same reply sent again under it goes out once.'),
    text: z.string().max(replyMax * 2),
  }),
  output: z.object({
    outboundId: z.string(),
    already: z.boolean().describe('It was queued before, under the same id.'),
    text: z.string().describe('As it is sent, without the code.'),
    segments: z
      .int()
      .nullable()
      .describe('What a carrier counts; null where length costs nothing.'),
  }),
  refusals: [
    'conversation_unknown',
    'member_stopped',
    'address_unreachable',
    'reply_empty',
    'reply_too_long',
    'reply_has_secret',
    'reply_has_link',
    'reply_has_place',
    'reply_id_used',
    'keys_missing',
  ],
  run: async (request, { conversationId, replyId, text: typed }) => {
    const text = wellFormed(typed).replaceAll(/\r\n?/g, '\n').trim();
    if (text === '') return refuse('reply_empty', { field: 'text' });
    if (text.length > replyMax) return tooLong(replyMax);
    const result = await changeOfConversation(
      request,
      { conversationId, what: 'conversation_replied', detail: { outboundId: replyId } },
      async (given) => write(request, given, { replyId, text }),
    );
    if ('outboundId' in result) request.queued();
    return result;
  },
});

function tooLong(most: number): Refused {
  return refuse('reply_too_long', { field: 'text', facts: { most: String(most) } });
}

async function write(
  request: StaffContext,
  given: ConversationChange,
  { replyId, text }: { readonly replyId: string; readonly text: string },
) {
  const { institution, keyring, world } = request;
  const { tx, conversation } = given;
  if (!keyring) return refuse('keys_missing');
  const key = { institutionId: institution.id, conversationId: conversation.id };
  const before = await queuedBefore(given, key.institutionId, replyId);
  if (before) return before;
  const stopped = unreachable(given);
  if (stopped) return stopped;
  const problem = await replyProblem(tx, { institution, keyring, conversation, text });
  if (problem) return refuse(problemCodes[problem], { field: 'text' });
  const said = await introduced(request, given, text);
  const { channel } = conversation;
  const sent = sentAs(said, descriptors[channel]);
  if (!sent.fits) return tooLong(replyMax - (sent.length - descriptors[channel].textMax));
  const { who } = personOf(request);
  if (given.handover?.state !== 'held') await claim(request, given);
  const now = world.clock.now();
  await enqueue(tx, batchOf(tx, { institutionId: institution.id, world, keyring }), [
    {
      id: replyId,
      conversationId: conversation.id,
      channel,
      addressId: conversation.addressId,
      purpose: 'staff',
      priority: 0,
      text: said,
      language: languageOf(request, given),
      queuedAt: now,
      expiresAt: now.add({ hours: 24 }),
    },
  ]);
  await noteReplied(tx, key, now);
  await noteEvents(tx, world, institution.id, [
    {
      conversationId: conversation.id,
      kind: 'replied',
      by: { who, name: request.principal.name },
      outboundId: replyId,
    },
  ]);
  return { outboundId: replyId, already: false, text: said, segments: sent.segments };
}

/** The same reply, sent before under its id. The conversation's lock keeps two of them apart. */
async function queuedBefore(
  { tx, conversation }: ConversationChange,
  institutionId: number,
  replyId: string,
) {
  const [row] = await tx.query<{ conversationId: string; text: string }>(
    'select conversation_id as "conversationId", text from outbound where institution_id = $1 and id = $2',
    [institutionId, replyId],
  );
  if (!row) return undefined;
  if (row.conversationId !== conversation.id) return refuse('reply_id_used');
  const { segments } = sentAs(row.text, descriptors[conversation.channel]);
  return { outboundId: replyId, already: true, text: row.text, segments };
}

/** Why nothing may leave to this member now. Sending checks STOP once more. */
export function unreachable({
  conversation,
}: Pick<ConversationChange, 'conversation'>): Refused | undefined {
  if (conversation.stoppedAt) return refuse('member_stopped');
  return conversation.addressState === 'proven'
    ? undefined
    : refuse('address_unreachable', { facts: { state: conversation.addressState } });
}

function languageOf(
  { institution }: Pick<StaffContext, 'institution'>,
  { conversation }: Pick<ConversationChange, 'conversation'>,
) {
  return conversation.language ?? institution.settings.languages[0] ?? defaultLanguage;
}

/** Puts who writes before their first words of a round. */
async function introduced(
  request: StaffContext,
  given: ConversationChange,
  text: string,
): Promise<string> {
  const { tx, conversation, handover } = given;
  const { institution, principal } = request;
  const isOpen = handover !== undefined && handover.state !== 'closed';
  const isKnown =
    isOpen &&
    (await hasReplied(tx, {
      institutionId: institution.id,
      conversationId: conversation.id,
      who: personOf(request).who,
      since: handover.begunAt,
    }));
  return isKnown ? text : `${introduction(request, conversation, principal.name)} ${text}`;
}

/** The sentence that says who writes, and that it is a person. */
export function introduction(
  { institution, world }: Pick<StaffContext, 'institution' | 'world'>,
  conversation: ConversationChange['conversation'],
  name: string,
): string {
  const { channel, zone } = conversation;
  const language = languageOf({ institution }, { conversation });
  return render(
    { reply: 'person_writes', name },
    voiceOf(institution, { language, zone: zone ?? undefined }, channel, world.clock.now()),
  );
}
