import type { Feed } from '../../feed.ts';
import type { XFeedEvent } from '../acts.ts';
import { deliver, type Delivering, type DeliveryRecord } from '../deliver.ts';
import { encodeEvent, type ChatEvent } from './event.ts';
import type { ChatFaults } from './faults.ts';
import { otherOf, type ChatConversation } from './state.ts';
import { readTexts } from './thrift.ts';
import { isTrusted } from './trust.ts';

/** Adds events to conversations and delivers them. */
export interface ChatActing {
  readonly delivering: Delivering;
  readonly feed: Feed<XFeedEvent, DeliveryRecord>;
  readonly faults: ChatFaults;
  /** Deliveries held back, oldest first. */
  readonly late: (() => Promise<void>)[];
}

/** What somebody posted; the server adds the rest. */
export type PostedEvent = Pick<
  ChatEvent,
  'messageId' | 'senderId' | 'kind' | 'keyVersion' | 'detail' | 'signature'
>;

/** Adds an event at the end of its conversation, under a sequence id of its own. */
export function append(
  { delivering: { state, world } }: ChatActing,
  conversation: ChatConversation,
  posted: PostedEvent,
): ChatEvent {
  const added: ChatEvent = {
    ...posted,
    sequenceId: state.nextId(),
    conversationId: conversation.id,
    token: conversation.token,
    createdAt: world.clock.now(),
    previousId: conversation.events.at(-1)?.sequenceId,
  };
  conversation.events.push(added);
  conversation.updatedAt = added.createdAt;
  return added;
}

/** Tells both participants of a message, by feed and by webhook. Nothing else of a conversation is delivered. */
export async function announce(
  acting: ChatActing,
  conversation: ChatConversation,
  event: ChatEvent,
): Promise<void> {
  const { delivering, feed, faults } = acting;
  feed.tell(conversation.participants, { kind: 'chat', messageId: event.messageId });
  const fault = faults.deliveries.shift();
  const send = async () => {
    const reader = otherOf(conversation, event.senderId);
    const isRequest = !isTrusted(delivering.state, conversation, reader);
    if (!(isRequest && faults.hidesRequests))
      await push(acting, conversation, { event, type: 'chat.received', userId: reader });
    await push(acting, conversation, { event, type: 'chat.sent', userId: event.senderId });
  };
  if (fault === 'lost') return;
  if (fault === 'late') {
    acting.late.push(send);
    return;
  }
  if (fault === 'at_once') {
    await Promise.all([send(), send()]);
    return;
  }
  await send();
  if (fault === 'doubled') await send();
}

async function push(
  { delivering, faults }: ChatActing,
  conversation: ChatConversation,
  {
    event,
    type,
    userId,
  }: { readonly event: ChatEvent; readonly type: string; readonly userId: string },
): Promise<void> {
  const isReaderTrusting = isTrusted(delivering.state, conversation, userId);
  const change = faults.withholdsKeyChanges ? undefined : keyChangeBefore(conversation, event);
  const signature = event.signature && readTexts(event.signature);
  const part = (number: number) => signature?.get(number)?.toString() ?? '';
  const payload = {
    id: event.messageId,
    created_at_msec: String(event.createdAt.epochMilliseconds),
    sender_id: event.senderId,
    conversation_id: event.conversationId,
    conversation_key_version: event.keyVersion,
    encoded_event: encodeEvent(event, isReaderTrusting),
    ...(change ? { conversation_key_change_event: encodeEvent(change, isReaderTrusting) } : {}),
    conversation_token: event.token,
    ...(signature
      ? {
          message_event_signature: {
            signature: part(1),
            public_key_version: part(2),
            signature_version: part(3),
          },
        }
      : {}),
  };
  await deliver(delivering, { type, userId, payload });
}

/** The key change that a message is the first to use. */
function keyChangeBefore({ events }: ChatConversation, event: ChatEvent): ChatEvent | undefined {
  const first = events.find((one) => one.kind === 'message' && one.keyVersion === event.keyVersion);
  return first?.messageId === event.messageId
    ? events.findLast((one) => one.kind === 'key_change' && one.keyVersion === event.keyVersion)
    : undefined;
}
