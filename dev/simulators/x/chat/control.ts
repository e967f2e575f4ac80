import { announce, append, type ChatActing, type PostedEvent } from './acts.ts';
import { conversationOf } from './conversations.ts';
import { encodeEvent, type ChatEvent } from './event.ts';
import type { ChatWriters, RegisteredKeys } from './state.ts';
import { isTrusted } from './trust.ts';

/** What X does besides answering calls, and what a dishonest X could do. */
export interface ChatControl {
  /** Sets from whom this user takes a first message. Everyone, if never set. */
  takesFrom(userId: string, writers: ChatWriters): void;
  /** This user opens a message request and accepts it. */
  accepts(userId: string, from: string): void;
  /** The events of a conversation, oldest first. */
  events(one: string, other: string): readonly ChatEvent[];
  /** The same as its reader gets them, encoded. */
  eventsFor(reader: string, other: string): readonly string[];
  /** Adds an event that nobody posted, and delivers it if it is a message. */
  inject(between: readonly [string, string], event: PostedEvent): Promise<ChatEvent>;
  /** Adds a message again under a later sequence id, and delivers it. */
  replay(between: readonly [string, string], messageId: string): Promise<ChatEvent>;
  /** Delivers a message of a group, which no call lists. @param between the sender and the reader */
  inGroup(groupId: string, between: readonly [string, string], event: PostedEvent): Promise<void>;
  /** Serves these public keys as the user's. Without any, their own again. */
  substitute(userId: string, keys?: readonly RegisteredKeys[]): void;
  /** Delivers what was held back: in order, or the newest first. */
  deliverLate(order?: 'in_order' | 'reversed'): Promise<void>;
}

export function createChatControl(acting: ChatActing): ChatControl {
  const { delivering, late } = acting;
  const { state } = delivering;
  const { chat } = state;
  const between = (one: string, other: string) => conversationOf(delivering, one, other);
  const inject: ChatControl['inject'] = async ([one, other], posted) => {
    const conversation = between(one, other);
    const event = append(acting, conversation, posted);
    if (event.kind === 'message') await announce(acting, conversation, event);
    return event;
  };
  return {
    takesFrom: (userId, writers) => void chat.writers.set(userId, writers),
    accepts: (userId, from) => void between(userId, from).accepted.add(userId),
    events: (one, other) => between(one, other).events,
    eventsFor: (reader, other) => {
      const conversation = between(reader, other);
      const trusts = isTrusted(state, conversation, reader);
      return conversation.events.map((event) => encodeEvent(event, trusts));
    },
    inject,
    replay: async (pair, messageId) => {
      const found = between(...pair).events.find((event) => event.messageId === messageId);
      if (!found) throw new Error('there is such a message to replay');
      return inject(pair, found);
    },
    inGroup: async (groupId, pair, event) => {
      const group = { ...between(...pair), id: groupId, events: [] };
      await announce(acting, group, append(acting, group, event));
    },
    substitute: (userId, keys) => {
      if (keys) chat.substituted.set(userId, keys);
      else chat.substituted.delete(userId);
    },
    deliverLate: async (order = 'in_order') => {
      const held = late.splice(0);
      for (const send of order === 'in_order' ? held : held.toReversed()) await send();
    },
  };
}
