import type { XFaults } from './faults.ts';
import type { Hono } from 'hono';
import type { World } from '../../../src/kernel/world.ts';
import { createApi } from './api/create-api.ts';
import {
  changeHandle,
  chat,
  follow,
  sendMessage,
  writePost,
  type ActContext,
  type XFeedEvent,
} from './acts.ts';
import { announce, append, type ChatActing } from './chat/acts.ts';
import { createChatControl, type ChatControl } from './chat/control.ts';
import { noChatFaults } from './chat/faults.ts';
import { createFeed } from '../feed.ts';
import { challenge, replay, type DeliveryRecord, type Delivering } from './deliver.ts';
import { createLimits, type BudgetShown } from './limits.ts';
import {
  conversationId,
  createState,
  type XMessage,
  type XPost,
  type XState,
  type XUser,
} from './state.ts';
import { giveToken } from './tokens.ts';

/**
 * Simulates X: the calls of its API that we use, signed webhooks with their challenge, and OAuth
 * with rotating refresh tokens. Also its limits (off by default) and its failures (on request).
 * State lives in memory.
 *
 * In tests, `app.fetch` is the network; in the demonstration, it listens on a port. Members use the
 * functions here, as they would use their phones.
 */
export interface XSimulator {
  readonly app: Hono;
  readonly state: XState;
  readonly faults: XFaults;
  createUser(user: { id?: string; username: string; name: string }): XUser;
  /**
   * Gives an access token of this user, as if they had allowed our app; without a user, the app's
   * bearer.
   */
  giveToken(userId?: string): { accessToken: string; refreshToken: string };
  memberSends(message: { from: string; to: string; text: string }): Promise<XMessage>;
  /**
   * In X's encrypted chat: delivered if our app has subscribed to it, but nobody here can read it.
   */
  memberChats(message: { from: string; to: string }): Promise<void>;
  /** What X itself does in its encrypted chat, faithful or not. Phones use the API. */
  readonly chat: ChatControl;
  memberPosts(post: { from: string; text: string }): Promise<XPost>;
  memberFollows(from: string, to: string): Promise<void>;
  memberUnfollows(from: string, to: string): Promise<void>;
  changeHandle(userId: string, username: string): Promise<void>;
  conversation(a: string, b: string): XMessage[];
  posts(): readonly XPost[];
  /**
   * Calls back for each message to or from this user and each of their posts.
   * @returns a function that stops it
   */
  subscribe(userId: string, listener: (event: XFeedEvent) => void): () => void;
  /** Resolves when all requested replays are delivered. */
  replayed(): Promise<void>;
  setLimits(isOn: boolean): void;
  budget(userId: string): BudgetShown;
  /** The newest deliveries, newest first. */
  deliveries(): readonly DeliveryRecord[];
}

export interface XSimulatorOptions {
  readonly world: World;
  /** The network that delivers webhooks. */
  readonly fetch: typeof fetch;
  readonly consumerSecret: string;
  readonly clientId: string;
}

export function createXSimulator(options: XSimulatorOptions): XSimulator {
  const { world } = options;
  const state = createState(world);
  const limits = createLimits(world.clock);
  const feed = createFeed<XFeedEvent, DeliveryRecord>();
  const faults = noFaults();
  const { recorded } = feed;
  const delivering: Delivering = { ...options, state, faults, recorded };
  const acting: ActContext = { delivering, feed };
  const chatting: ChatActing = { delivering, feed, faults: faults.chat, late: [] };
  const jobs = new Set<Promise<void>>();
  return {
    app: createApi({
      ...options,
      state,
      limits,
      faults,
      send: async (message) => sendMessage(acting, message),
      follow: async (from, to, event) => follow(acting, { from, to }, event),
      chat: {
        append: (conversation, posted) => append(chatting, conversation, posted),
        announce: async (conversation, event) => announce(chatting, conversation, event),
      },
      giveToken: (userId) => giveToken(delivering, userId),
      challenge: async (url) => challenge(delivering, url),
      replay: (webhook, when) => {
        const job = replay(delivering, webhook, when).finally(() => jobs.delete(job));
        jobs.add(job);
      },
    }),
    state,
    faults,
    chat: createChatControl(chatting),
    giveToken: (userId) => giveToken(delivering, userId),
    createUser: ({ id = state.nextId(), username, name }) => {
      const created: XUser = { id, username, name };
      state.users.set(id, created);
      return created;
    },
    memberSends: async (message) => sendMessage(acting, message),
    memberChats: async (message) => chat(acting, message),
    memberPosts: async (post) => writePost(acting, post),
    memberFollows: async (from, to) => follow(acting, { from, to }, 'follow.follow'),
    memberUnfollows: async (from, to) => follow(acting, { from, to }, 'follow.unfollow'),
    changeHandle: async (userId, username) => changeHandle(acting, userId, username),
    conversation: (a, b) =>
      state.messages.filter(
        (one) => conversationId(one.senderId, one.recipientId) === conversationId(a, b),
      ),
    posts: () => state.posts,
    subscribe: feed.subscribe,
    replayed: async () => void (await Promise.all(jobs)),
    setLimits: (isOn) => {
      limits.isOn = isOn;
    },
    budget: (userId) => limits.left(userId, state.messages),
    deliveries: feed.deliveries,
  };
}

function noFaults(): XFaults {
  return {
    duplicates: 0,
    dropped: 0,
    sends: [],
    replays: [],
    followForbidden: false,
    chat: noChatFaults(),
  };
}
