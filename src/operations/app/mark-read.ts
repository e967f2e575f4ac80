import { z } from 'zod';
import { markRead } from '../../messages/hosted/read-state.ts';
import { operation } from '../operation.ts';
import { refuse } from '../refusals.ts';
import { pathOf } from './channel.ts';
import { addressField, findConversation, isOther } from './conversation.ts';
import { placeField } from './read-messages.ts';

/** Notes how far the member has read, for all their devices. */
export const markAppMessagesRead = operation({
  id: 'markAppMessagesRead',
  method: 'POST',
  path: pathOf('read'),
  tag: 'Messages',
  summary: 'Notes how far the member has read in the app',
  access: 'member',
  input: z.strictObject({
    place: placeField.max(Number.MAX_SAFE_INTEGER),
    addressId: addressField,
  }),
  output: z.object({
    readPlace: placeField.describe('It never goes back, and never beyond the last message.'),
  }),
  refusals: ['app_not_opened', 'app_address_other'],
  run: async (request, { place, addressId }) => {
    const { db, institution, messaging } = request;
    const conversation = await findConversation(db, request);
    if (!conversation) return refuse('app_not_opened');
    if (isOther(conversation, addressId))
      return refuse('app_address_other', { field: 'addressId' });
    const { conversationId } = conversation;
    const readPlace = await markRead(db, institution.id, { conversationId, place: BigInt(place) });
    messaging?.news.changed({ institutionId: institution.id, conversationId });
    return { readPlace: Number(readPlace) };
  },
});
