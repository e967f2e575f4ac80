import type { XFaults } from './faults.ts';
import type { Hono } from 'hono';
import type { World } from '../../../src/kernel/world.ts';
import { createApi } from './api/create-api.ts';
import { challenge, deliver, replay, type DeliveryRecord, type Delivering } from './deliver.ts';
import { createLimits, type BudgetShown } from './limits.ts';
import { shownText } from './shown-text.ts';
import {
  conversationId,
  createState,
  type XMessage,
  type XPost,
  type XState,
  type XUser,
} from './state.ts';

/**
 * X, simulated: the calls of its API that are used here, signed webhooks with their challenge, OAuth with rotating refresh
 * tokens, its limits (off until switched on) and its faults (when asked for). State lives in memory.
 *
 * In tests `app.fetch` is the network; in the demonstration it listens on a port. Members act through the functions here, as
 * their phones would.
 */
export interface XSimulator {
  readonly app: Hono;
  readonly state: XState;
  readonly faults: XFaults;
  createUser(user: { id?: string; username: string; name: string }): XUser;
  /** An access token of this user, as if they had allowed our app; without a user, the app's bearer. */
  giveToken(userId?: string): { accessToken: string; refreshToken: string };
  memberSends(message: { from: string; to: string; text: string }): Promise<XMessage>;
  /** In X's encrypted chat: delivered where our app is subscribed to it, and readable by nobody here. */
  memberChats(message: { from: string; to: string }): Promise<void>;
  memberPosts(post: { from: string; text: string }): Promise<XPost>;
  memberFollows(from: string, to: string): Promise<void>;
  memberUnfollows(from: string, to: string): Promise<void>;
  changeHandle(userId: string, username: string): Promise<void>;
  conversation(a: string, b: string): XMessage[];
  posts(): readonly XPost[];
  /** Calls back for each message to or from this user and each of their posts. @returns what ends it */
  subscribe(userId: string, listener: (event: XFeedEvent) => void): () => void;
  /** Resolves when all replays that were asked for have been delivered. */
  replayed(): Promise<void>;
  setLimits(isOn: boolean): void;
  budget(userId: string): BudgetShown;
  /** The newest deliveries, newest first. */
  deliveries(): readonly DeliveryRecord[];
}

export type XFeedEvent =
  | { readonly kind: 'message'; readonly message: XMessage }
  | { readonly kind: 'post'; readonly post: XPost }
  | { readonly kind: 'delivery'; readonly delivery: DeliveryRecord };

export interface XSimulatorOptions {
  readonly world: World;
  /** The network by which webhooks are delivered. */
  readonly fetch: typeof fetch;
  readonly consumerSecret: string;
  readonly clientId: string;
}

const recordsMax = 100;

export function createXSimulator(options: XSimulatorOptions): XSimulator {
  const { world } = options;
  const state = createState(world);
  const limits = createLimits(world.clock);
  const listeners = new Map<string, Set<(event: XFeedEvent) => void>>();
  const records: DeliveryRecord[] = [];
  const jobs = new Set<Promise<void>>();
  const faults: XFaults = {
    duplicates: 0,
    dropped: 0,
    sends: [],
    replays: [],
    followForbidden: false,
  };
  const tell = (userIds: readonly string[], event: XFeedEvent) => {
    for (const id of userIds) for (const listener of listeners.get(id) ?? []) listener(event);
  };
  const context: Delivering = {
    state,
    world,
    fetch: options.fetch,
    consumerSecret: options.consumerSecret,
    faults,
    recorded: (record) => {
      records.unshift(record);
      records.length = Math.min(records.length, recordsMax);
      tell([...listeners.keys()], { kind: 'delivery', delivery: record });
    },
  };
  const user = (id: string) => {
    const found = state.users.get(id);
    return { id, username: found?.username ?? 'unknown', name: found?.name ?? 'Unknown' };
  };
  const send = async (message: { from: string; to: string; text: string }): Promise<XMessage> => {
    const sent: XMessage = {
      id: state.nextId(),
      senderId: message.from,
      recipientId: message.to,
      text: message.text,
      createdAt: world.clock.now(),
    };
    state.messages.push(sent);
    tell([sent.senderId, sent.recipientId], { kind: 'message', message: sent });
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
        [sent.senderId]: { data: user(sent.senderId) },
        [sent.recipientId]: { data: user(sent.recipientId) },
      },
    };
    await deliver(context, { type: 'dm.received', userId: sent.recipientId, payload });
    await deliver(context, { type: 'dm.sent', userId: sent.senderId, payload });
    return sent;
  };
  const follow = async (from: string, to: string, event: 'follow.follow' | 'follow.unfollow') => {
    if (event === 'follow.follow') state.follows.add(`${from}>${to}`);
    else state.follows.delete(`${from}>${to}`);
    const payload = { source: user(from), target: user(to) };
    await deliver(context, { type: event, userId: to, payload });
    await deliver(context, { type: event, userId: from, payload });
  };
  const giveToken: XSimulator['giveToken'] = (userId) => {
    const text = () => Buffer.from(world.random.bytes(24)).toString('base64url');
    const tokens = { accessToken: text(), refreshToken: text() };
    const expiresAt = userId === undefined ? undefined : world.clock.now().add({ hours: 2 });
    state.accessTokens.set(tokens.accessToken, { userId, expiresAt });
    if (userId !== undefined) state.refreshTokens.set(tokens.refreshToken, userId);
    return tokens;
  };
  return {
    app: createApi({
      ...options,
      state,
      limits,
      faults,
      send,
      follow,
      giveToken,
      challenge: async (url) => challenge(context, url),
      replay: (webhook, when) => {
        const job = replay(context, webhook, when).finally(() => jobs.delete(job));
        jobs.add(job);
      },
    }),
    state,
    faults,
    giveToken,
    createUser: (given) => {
      const created: XUser = {
        id: given.id ?? state.nextId(),
        username: given.username,
        name: given.name,
      };
      state.users.set(created.id, created);
      return created;
    },
    memberSends: send,
    memberChats: async ({ from, to }) => {
      const payload = {
        id: state.nextId(),
        created_at_msec: String(world.clock.now().epochMilliseconds),
        sender_id: from,
        conversation_id: conversationId(from, to).replace('-', ':'),
        encoded_event: Buffer.from(world.random.bytes(48)).toString('base64'),
      };
      await deliver(context, { type: 'chat.received', userId: to, payload });
    },
    memberPosts: async ({ from, text }) => {
      const post: XPost = {
        id: state.nextId(),
        authorId: from,
        text,
        createdAt: world.clock.now(),
      };
      state.posts.push(post);
      tell([...listeners.keys()], { kind: 'post', post });
      for (const mentioned of state.users.values()) {
        if (!new RegExp(`@${mentioned.username}\\b`, 'i').test(text) || mentioned.id === from)
          continue;
        await deliver(context, {
          type: 'post.mention.create',
          userId: mentioned.id,
          payload: {
            data: { id: post.id, text, author_id: from, created_at: post.createdAt.toString() },
            includes: { users: [user(from)] },
          },
        });
      }
      return post;
    },
    memberFollows: async (from, to) => follow(from, to, 'follow.follow'),
    memberUnfollows: async (from, to) => follow(from, to, 'follow.unfollow'),
    changeHandle: async (userId, username) => {
      const changed = state.users.get(userId);
      if (!changed) return;
      const before = changed.username;
      changed.username = username;
      await deliver(context, {
        type: 'profile.update.handle',
        userId,
        payload: { before, after: username },
      });
    },
    conversation: (a, b) => {
      const wanted = conversationId(a, b);
      return state.messages.filter(
        (one) => conversationId(one.senderId, one.recipientId) === wanted,
      );
    },
    posts: () => state.posts,
    subscribe: (userId, listener) => {
      const own = listeners.get(userId) ?? new Set();
      own.add(listener);
      listeners.set(userId, own);
      return () => own.delete(listener);
    },
    replayed: async () => void (await Promise.all(jobs)),
    setLimits: (isOn) => {
      limits.isOn = isOn;
    },
    budget: (userId) => limits.left(userId, state.messages),
    deliveries: () => records,
  };
}
