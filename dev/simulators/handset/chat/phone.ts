import type {
  ChatEngine,
  ConversationKey,
  PreparedMessage,
  UserKeys,
} from '../../../../src/channels/x/chat/engine/chat-engine.ts';
import { recalled, stored, type Memory, type ShownChat, type StoredMemory } from './memory.ts';
import { readNew } from './reading.ts';
import { changeKey, deliver, keyOf, prepare } from './sending.ts';
import type { XChatCalls } from './x-calls.ts';

export type { ShownChat } from './memory.ts';

/**
 * A member's phone in X's encrypted chat. It has an engine and private keys of its own, and reaches X by X's calls only: what it shows
 * it has decrypted itself.
 */
export interface ChatPhone {
  readonly userId: string;
  /** The public keys that X has of it. */
  keys(): UserKeys;
  /** Sends a text. @returns its message id @throws Error with X's refusal */
  say(text: string): Promise<string>;
  /** Sends a message that was prepared before, once more if need be. */
  post(message: PreparedMessage): Promise<void>;
  /** Encrypts and signs a text without sending it. */
  prepare(text: string): Promise<PreparedMessage>;
  /** The newest key of the conversation, after a change if it has none. */
  conversationKey(): Promise<ConversationKey>;
  /** Reads what is new, and gives all that it shows, oldest first. */
  read(): Promise<readonly ShownChat[]>;
  /** How many events it could not read or verify. */
  unreadable(): number;
  /** The member moves to another phone: it makes keys and registers them. Earlier messages stay on its screen. */
  changePhone(): Promise<void>;
  /** Gives the conversation another key. */
  changeKey(): Promise<void>;
  /** All that it remembers, private keys included. */
  stored(): StoredMemory;
}

export interface ChatPhoneOptions {
  readonly engine: ChatEngine;
  readonly calls: XChatCalls;
  readonly userId: string;
  /** The institution's account. */
  readonly peerId: string;
  /** Shows a message once for each event, as an app that does not know message ids would. */
  readonly showsRepeats?: boolean;
  /** What it remembered before a restart. Absent: a new phone. */
  readonly memory?: unknown;
}

/** Sets up a phone. A new one makes its keys and registers them with X. */
export async function openChatPhone(options: ChatPhoneOptions): Promise<ChatPhone> {
  const memory: Memory =
    options.memory === undefined
      ? {
          ...(await newIdentity(options)),
          conversationKeys: new Map(),
          shown: [],
          seen: new Set(),
          readTo: 0n,
          unreadable: 0,
        }
      : await recalled(options.engine, options.memory);
  const phone = { ...options, memory };
  const inTurn = oneAtATime();
  return {
    userId: options.userId,
    keys: () => memory.own,
    say: async (text) =>
      inTurn(async () => (await deliver(phone, async () => prepare(phone, text))).messageId),
    post: async (message) => inTurn(async () => void (await deliver(phone, async () => message))),
    prepare: async (text) => inTurn(async () => prepare(phone, text)),
    conversationKey: async () => inTurn(async () => keyOf(phone)),
    read: async () =>
      inTurn(async () => {
        await readNew(phone);
        return [...memory.shown];
      }),
    unreadable: () => memory.unreadable,
    changePhone: async () =>
      inTurn(async () => {
        await readNew(phone);
        await memory.session.close();
        // The conversation's keys were encrypted for the old phone.
        memory.conversationKeys.clear();
        Object.assign(memory, await newIdentity(options));
      }),
    changeKey: async () => inTurn(async () => changeKey(phone)),
    stored: () => stored(memory),
  };
}

async function newIdentity({ engine, calls, userId }: ChatPhoneOptions) {
  const { keys, record } = await engine.generate();
  const version = await calls.register(record);
  const own: UserKeys = { ...record, version, userId };
  return { own, privateKeys: keys, session: await engine.open({ userId, version, keys }) };
}

/** A phone does one thing after another. */
function oneAtATime(): <Result>(work: () => Promise<Result>) => Promise<Result> {
  let last: Promise<unknown> = Promise.resolve();
  return async (work) => {
    const result = last.then(work);
    last = result.catch(() => undefined);
    return result;
  };
}
