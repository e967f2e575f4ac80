import type { World } from '../../../src/kernel/world.ts';
import { createChatState, type ChatState } from './chat/state.ts';

/** The simulated X's state: users, follows, direct messages, posts. In memory. */
export interface XUser {
  readonly id: string;
  username: string;
  readonly name: string;
}

export interface XMessage {
  readonly id: string;
  readonly senderId: string;
  readonly recipientId: string;
  readonly text: string;
  readonly createdAt: Temporal.Instant;
}

export interface XPost {
  readonly id: string;
  readonly authorId: string;
  readonly text: string;
  readonly createdAt: Temporal.Instant;
}

export interface XWebhookRow {
  readonly id: string;
  readonly url: string;
  valid: boolean;
  readonly createdAt: Temporal.Instant;
}

export interface XSubscription {
  readonly id: string;
  readonly eventType: string;
  readonly userId: string;
  readonly tag: string | undefined;
  readonly webhookId: string | undefined;
}

export interface XAttempt {
  readonly webhookId: string;
  readonly type: string;
  readonly body: string;
  readonly at: Temporal.Instant;
}

export interface XState {
  readonly users: Map<string, XUser>;
  /** `follower>followed`. */
  readonly follows: Set<string>;
  /** In order of time. */
  readonly messages: XMessage[];
  readonly posts: XPost[];
  readonly webhooks: Map<string, XWebhookRow>;
  readonly subscriptions: Map<string, XSubscription>;
  /** Delivered and lost events, oldest first, for replays. */
  readonly attempted: XAttempt[];
  /** Access tokens and their users. An app bearer has no user. */
  readonly accessTokens: Map<
    string,
    { readonly userId: string | undefined; readonly expiresAt: Temporal.Instant | undefined }
  >;
  readonly refreshTokens: Map<string, string>;
  readonly codes: Map<
    string,
    { readonly userId: string; readonly challenge: string; readonly redirectUri: string }
  >;
  readonly chat: ChatState;
  nextId(): string;
}

/** Ids grow with time and are as long as X's own. */
export function createState(world: World): XState {
  let last = 0n;
  return {
    users: new Map(),
    follows: new Set(),
    messages: [],
    posts: [],
    webhooks: new Map(),
    subscriptions: new Map(),
    attempted: [],
    accessTokens: new Map(),
    refreshTokens: new Map(),
    codes: new Map(),
    chat: createChatState(),
    nextId: () => {
      const now = BigInt(world.clock.now().epochMilliseconds) << 20n;
      last = now > last ? now : last + 1n;
      return last.toString();
    },
  };
}

export function conversationId(a: string, b: string): string {
  return BigInt(a) < BigInt(b) ? `${a}-${b}` : `${b}-${a}`;
}
