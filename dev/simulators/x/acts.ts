import type { Feed } from '../feed.ts';
import { deliver, type DeliveryRecord, type Delivering } from './deliver.ts';
import { shownText } from './shown-text.ts';
import { conversationId, type XMessage, type XPost, type XUser } from './state.ts';

export type XFeedEvent =
  | { readonly kind: 'message'; readonly message: XMessage }
  | { readonly kind: 'post'; readonly post: XPost }
  | { readonly kind: 'chat'; readonly messageId: string }
  | { readonly kind: 'delivery'; readonly delivery: DeliveryRecord };

/** Lets users act. Delivers their actions by webhook, and calls the listeners. */
export interface ActContext {
  readonly delivering: Delivering;
  readonly feed: Feed<XFeedEvent, DeliveryRecord>;
}

interface Parties {
  readonly from: string;
  readonly to: string;
}

export async function sendMessage(
  { delivering, feed }: ActContext,
  message: Parties & { readonly text: string },
): Promise<XMessage> {
  const { state, world } = delivering;
  const sent: XMessage = {
    id: state.nextId(),
    senderId: message.from,
    recipientId: message.to,
    text: message.text,
    createdAt: world.clock.now(),
  };
  state.messages.push(sent);
  feed.tell([sent.senderId, sent.recipientId], { kind: 'message', message: sent });
  const payload = {
    direct_message_events: [
      {
        type: 'message_create',
        id: sent.id,
        created_timestamp: String(sent.createdAt.epochMilliseconds),
        message_create: {
          target: { recipient_id: sent.recipientId },
          sender_id: sent.senderId,
          message_data: { text: shownText(sent.text), entities: {} },
        },
      },
    ],
    users: {
      [sent.senderId]: { data: shownUser(delivering, sent.senderId) },
      [sent.recipientId]: { data: shownUser(delivering, sent.recipientId) },
    },
  };
  await deliver(delivering, { type: 'dm.received', userId: sent.recipientId, payload });
  await deliver(delivering, { type: 'dm.sent', userId: sent.senderId, payload });
  return sent;
}

/** A message in X's encrypted chat. Nobody here can read its text. */
export async function chat({ delivering }: ActContext, { from, to }: Parties): Promise<void> {
  const { state, world } = delivering;
  const payload = {
    id: state.nextId(),
    created_at_msec: String(world.clock.now().epochMilliseconds),
    sender_id: from,
    conversation_id: conversationId(from, to).replace('-', ':'),
    encoded_event: Buffer.from(world.random.bytes(48)).toString('base64'),
  };
  await deliver(delivering, { type: 'chat.received', userId: to, payload });
}

/** Writes a post and delivers it to each user that it mentions. */
export async function writePost(
  { delivering, feed }: ActContext,
  { from, text }: { readonly from: string; readonly text: string },
): Promise<XPost> {
  const { state, world } = delivering;
  const post: XPost = { id: state.nextId(), authorId: from, text, createdAt: world.clock.now() };
  state.posts.push(post);
  feed.tellAll({ kind: 'post', post });
  for (const mentioned of state.users.values()) {
    if (!new RegExp(`@${mentioned.username}\\b`, 'i').test(text) || mentioned.id === from) continue;
    await deliver(delivering, {
      type: 'post.mention.create',
      userId: mentioned.id,
      payload: {
        data: { id: post.id, text, author_id: from, created_at: post.createdAt.toString() },
        includes: { users: [shownUser(delivering, from)] },
      },
    });
  }
  return post;
}

export async function follow(
  { delivering }: ActContext,
  { from, to }: Parties,
  event: 'follow.follow' | 'follow.unfollow',
): Promise<void> {
  const { follows } = delivering.state;
  if (event === 'follow.follow') follows.add(`${from}>${to}`);
  else follows.delete(`${from}>${to}`);
  const payload = { source: shownUser(delivering, from), target: shownUser(delivering, to) };
  await deliver(delivering, { type: event, userId: to, payload });
  await deliver(delivering, { type: event, userId: from, payload });
}

export async function changeHandle(
  { delivering }: ActContext,
  userId: string,
  username: string,
): Promise<void> {
  const changed = delivering.state.users.get(userId);
  if (!changed) return;
  const before = changed.username;
  changed.username = username;
  await deliver(delivering, {
    type: 'profile.update.handle',
    userId,
    payload: { before, after: username },
  });
}

/** Describes a user as webhooks do. */
function shownUser({ state }: Delivering, id: string): XUser {
  const found = state.users.get(id);
  return { id, username: found?.username ?? 'unknown', name: found?.name ?? 'Unknown' };
}
