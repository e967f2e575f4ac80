import type { InboundMessage } from '../../../messages/channel.ts';
import { chatIdOf } from './take-event.ts';

/** Whether this is a group's conversation, by X's name of it. */
export function isGroup(conversationId: string): boolean {
  return conversationId.startsWith('g');
}

/**
 * What a message in a group is to us: without a text, since others read along and we can't verify it. Its id is the sender's, so
 * that they are answered once, in their own chat with us.
 */
export function groupedMessage(institutionId: number, senderId: string): InboundMessage {
  return {
    institutionId,
    channel: 'x',
    externalId: chatIdOf(`group:${senderId}`),
    address: senderId,
    text: '',
    grouped: true,
  };
}
