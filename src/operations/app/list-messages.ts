import { z } from 'zod';
import { stateOf } from '../../messages/hosted/read-state.ts';
import { operation } from '../operation.ts';
import { refuse } from '../refusals.ts';
import { pathOf } from './channel.ts';
import { addressField, findConversation, isOther } from './conversation.ts';
import { appMessage, placeField, readMessages } from './read-messages.ts';

/** As in the address: digits alone, few enough for a number. */
const place = z
  .string()
  .regex(/^\d{1,15}$/)
  .transform(Number);

/** Lists the member's conversation in the app, so that a device catches up or reads back. */
export const listAppMessages = operation({
  id: 'listAppMessages',
  method: 'GET',
  path: pathOf('messages'),
  tag: 'Messages',
  summary: 'Lists the conversation in the app, oldest first',
  access: 'member',
  input: z.strictObject({
    after: place.optional().describe('Only messages after this place, the first ones first.'),
    before: place
      .optional()
      .describe('The last messages before this place. Without either: the last ones of all.'),
    limit: z.coerce.number().int().min(1).max(100).default(50),
    addressId: addressField,
  }),
  output: z.object({
    messages: z.array(appMessage),
    readPlace: placeField.describe('How far the member has read, on any device.'),
    more: z.boolean().describe('There are more in the direction that was asked for.'),
    through: placeField
      .nullable()
      .describe('With `after`: ask for what comes after this place next.'),
    stopped: z
      .boolean()
      .describe('The member sent STOP. Nothing is answered there until they send START.'),
  }),
  refusals: ['app_not_opened', 'app_address_other'],
  run: async (request, { after, before, limit, addressId }) => {
    if (after !== undefined && before !== undefined)
      return refuse('input_invalid', { field: 'before' });
    const conversation = await findConversation(request.db, request);
    if (!conversation) return refuse('app_not_opened');
    if (isOther(conversation, addressId))
      return refuse('app_address_other', { field: 'addressId' });
    const page =
      after === undefined
        ? { before: BigInt(before ?? Number.MAX_SAFE_INTEGER), limit }
        : { after: BigInt(after), limit };
    const { messages, through, more } = await readMessages(request, conversation, page);
    const state = await stateOf(request.db, request.institution.id, conversation.conversationId);
    return {
      messages: [...messages],
      readPlace: Number(state.readPlace),
      more,
      through: through === undefined ? null : Number(through),
      stopped: conversation.stopped,
    };
  },
});
