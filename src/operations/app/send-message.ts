import { z } from 'zod';
import type { Queries } from '../../database/database.ts';
import { wantsProofWhen } from '../fresh.ts';
import { neverProvenHere } from '../fresh-conditions.ts';
import { operation } from '../operation.ts';
import { refuse } from '../refusals.ts';
import type { MemberContext } from '../request-context.ts';
import { channel, pathOf } from './channel.ts';
import { addressField, findConversation, isOther } from './conversation.ts';
import { placeField } from './read-messages.ts';

/** The longest text that a member may write. */
const textMax = 4_000;

/**
 * Takes a message of the member, once for each id however often it is sent. The answer comes after the commit, so a device that got none
 * sends it again.
 */
export const sendAppMessage = operation({
  id: 'sendAppMessage',
  method: 'POST',
  path: pathOf('messages'),
  tag: 'Messages',
  summary: 'Takes a message that the member wrote in the app',
  access: 'member',
  freshWhen: neverProvenHere,
  input: z.strictObject({
    id: z
      .uuidv7()
      .transform((id) => id.toLowerCase())
      .describe('Made by the device. The same id again is the same message.'),
    text: z.string().min(1).max(textMax),
    offline: z
      .boolean()
      .default(false)
      .describe(
        'It was written without a connection, or an earlier try failed, so nobody knows when: it moves no money. Neither does one whose `id` is older than commands may be.',
      ),
    addressId: addressField,
  }),
  output: z.object({
    place: placeField,
    repeated: z.boolean().describe('It was taken before; nothing was done now.'),
    tooLate: z
      .boolean()
      .describe('It would have moved money, but waited too long. The reply says how to go on.'),
    stopped: z.boolean().describe('The member sent STOP there, so no reply comes.'),
  }),
  refusals: ['app_not_offered', 'app_not_opened', 'app_address_other', 'message_id_taken'],
  run: async (request, { id, text, offline, addressId }) => {
    const { db, institution, member, messaging, world } = request;
    const unproven = wantsProofWhen(request, neverProvenHere, request.session);
    if (unproven) return unproven;
    if (!messaging) return refuse('app_not_offered');
    const conversation = await findConversation(db, request);
    if (!conversation) return refuse('app_not_opened');
    if (isOther(conversation, addressId))
      return refuse('app_address_other', { field: 'addressId' });
    const { conversationId } = conversation;
    const now = world.clock.now();
    const { duplicate } = await messaging.take({
      institutionId: institution.id,
      channel,
      externalId: id,
      address: member.id,
      text,
      receivedAt: now,
      ...(offline || isOldId(id, request) ? { waited: true as const } : { sentAt: now }),
    });
    const taken = await findTaken(db, { institutionId: institution.id, conversationId, id });
    // Another member's device made the same id: nothing of this message was taken.
    if (!taken) return refuse('message_id_taken', { field: 'id' });
    messaging.news.changed({ institutionId: institution.id, conversationId });
    const after = await findConversation(db, request);
    return {
      place: Number(taken.place),
      repeated: duplicate,
      tooLate: taken.outcome === 'too_late',
      stopped: after?.stopped ?? false,
    };
  },
});

/**
 * Tells whether the device made the id too long ago for its message to move money. Our app makes ids in our
 * time, as our answers tell it. A new id proves nothing; an old one is reason enough to move nothing.
 */
function isOldId(
  id: string,
  { world, institution }: Pick<MemberContext, 'world' | 'institution'>,
): boolean {
  const madeAt = Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16);
  const age = world.clock.now().epochMilliseconds - madeAt;
  return age > institution.settings.lateAfterSeconds * 1_000;
}

/** Finds the message among those of this conversation. */
async function findTaken(
  q: Queries,
  of: { readonly institutionId: number; readonly conversationId: string; readonly id: string },
): Promise<{ readonly place: bigint; readonly outcome: string } | undefined> {
  const [row] = await q.query<{ place: bigint; outcome: string }>(
    `select h.place, i.outcome from inbound i
      join hosted_messages h on h.institution_id = $1 and h.conversation_id = i.conversation_id and h.external_id = i.external_id
      where i.institution_id = $1 and i.channel = $2 and i.external_id = $3 and i.conversation_id = $4`,
    [of.institutionId, channel, of.id, of.conversationId],
  );
  return row;
}
